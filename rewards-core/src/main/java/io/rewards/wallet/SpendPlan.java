package io.rewards.wallet;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.ledger.AccountKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which money pays for what: as much as is asked for, possible and still to pay. Money goes in its order; which lines it
 * pays for is chosen so that later money with conditions on products still finds its lines, so no order of lots and lines
 * spends less than is possible. Immutable. Source: domain 5.3, 5.4.
 *
 * @param requested the most to spend
 * @param parts what of which lot, in order
 * @param unused money that is not spent, and why
 */
public record SpendPlan(Amount requested, List<Part> parts, List<Unused> unused) {

    /**
     * What of a lot pays for which lines.
     *
     * @param lot that pays
     * @param amount above 0
     * @param lines what of it is for which line
     */
    public record Part(Lot lot, Amount amount, List<LineShare> lines) {

        /** Copies the lines. */
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Money that is not spent.
     *
     * @param lot that has it
     * @param why in words
     */
    public record Unused(Lot lot, String why) {}

    /** Copies the lists. */
    public SpendPlan {
        parts = List.copyOf(parts);
        unused = List.copyOf(unused);
    }

    /**
     * Plans.
     *
     * @param lots that may be spent here and now, in the order in which they go
     * @param lines to pay for
     * @param requested the most to spend
     */
    public static SpendPlan of(List<Lot> lots, List<SaleLine> lines, Amount requested) {
        return of(lots, lines, requested, ProductList.NONE);
    }

    /**
     * Plans.
     *
     * @param lots that may be spent here and now, in the order in which they go
     * @param lines to pay for
     * @param requested the most to spend
     * @param neverPaid what no money pays for
     */
    public static SpendPlan of(List<Lot> lots, List<SaleLine> lines, Amount requested, ProductList neverPaid) {
        List<Lot> usable = new ArrayList<>();
        List<ProductSelection> payable = new ArrayList<>();
        List<Unused> unused = new ArrayList<>();
        for (Lot lot : lots) {
            ProductSelection products = products(lot).butNeither(neverPaid);
            if (!lot.remaining().denomination().equals(requested.denomination())) {
                unused.add(new Unused(lot, "It is in " + lot.remaining().denomination() + "."));
            } else if (lines.stream().noneMatch(line -> line.isOf(products))) {
                unused.add(new Unused(lot, "It can be spent on " + products + ", and no line is of them."));
            } else {
                usable.add(lot);
                payable.add(products);
            }
        }
        return new Flow(usable, payable, lines, requested).plan(unused);
    }

    /** This plan, which leaves {@code more} alone, too. */
    public SpendPlan leaving(List<Unused> more) {
        List<Unused> all = new ArrayList<>(more);
        all.addAll(unused);
        return new SpendPlan(requested, parts, all);
    }

    /** What is spent. */
    public Amount amount() {
        return parts.stream().map(Part::amount).reduce(Amount.zero(requested.denomination()), Amount::plus);
    }

    private static ProductSelection products(Lot lot) {
        return lot.account() == AccountKind.OPEN
                ? ProductSelection.ALL
                : lot.conditions().products();
    }

    /** Sends money from lots to groups of lines that the same lots may pay for. For one plan. */
    private static final class Flow {

        private final List<Lot> lots;
        private final List<ProductSelection> products;
        private final List<SaleLine> lines;
        private final Amount requested;
        private final List<List<Integer>> groups;
        private final long[] spare;
        private final long[][] sent;

        /**
         * Starts with nothing sent.
         *
         * @param products what each lot pays for, in the order of the lots
         */
        Flow(List<Lot> lots, List<ProductSelection> products, List<SaleLine> lines, Amount requested) {
            this.lots = lots;
            this.products = products;
            this.lines = lines;
            this.requested = requested;
            groups = groups();
            spare = new long[groups.size()];
            for (int group = 0; group < spare.length; group++) {
                for (int line : groups.get(group)) {
                    spare[group] += lines.get(line).payable().units();
                }
            }
            sent = new long[lots.size()][groups.size()];
        }

        /** Lines that the same lots may pay for are as good as one; those that the fewest may pay for come first. */
        private List<List<Integer>> groups() {
            List<ProductSelection> selections = products.stream()
                    .filter(selection -> !selection.isAll())
                    .distinct()
                    .toList();
            Map<String, List<Integer>> bySignature = new TreeMap<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).payable().isPositive()) {
                    continue;
                }
                StringBuilder signature = new StringBuilder();
                for (ProductSelection selection : selections) {
                    signature.append(lines.get(i).isOf(selection) ? '1' : '0');
                }
                long count = signature.chars().filter(each -> each == '1').count();
                bySignature
                        .computeIfAbsent((char) count + signature.toString(), unused -> new ArrayList<>())
                        .add(i);
            }
            return List.copyOf(bySignature.values());
        }

        SpendPlan plan(List<Unused> unused) {
            long left = requested.units();
            List<Part> parts = new ArrayList<>();
            long[] amounts = new long[lots.size()];
            for (int lot = 0; lot < lots.size(); lot++) {
                amounts[lot] =
                        send(lot, Math.min(left, lots.get(lot).remaining().units()));
                left -= amounts[lot];
                if (amounts[lot] == 0) {
                    unused.add(new Unused(
                            lots.get(lot),
                            left == 0
                                    ? "It is not needed: other money goes first."
                                    : "Other money has paid for the lines that it could pay for."));
                }
            }
            long[] payable =
                    lines.stream().mapToLong(line -> line.payable().units()).toArray();
            for (int lot = 0; lot < lots.size(); lot++) {
                if (amounts[lot] > 0) {
                    parts.add(new Part(
                            lots.get(lot),
                            new Amount(requested.denomination(), amounts[lot]),
                            shares(sent[lot], payable)));
                }
            }
            return new SpendPlan(requested, parts, unused);
        }

        /** Sends up to {@code most} from this lot; what earlier lots send may go to other groups, but not become less. */
        private long send(int lot, long most) {
            long done = 0;
            while (done < most) {
                long more = augment(lot, most - done);
                if (more == 0) {
                    break;
                }
                done += more;
            }
            return done;
        }

        /** One way from the lot to a group with something left to pay, perhaps by making room in others. */
        private long augment(int lot, long most) {
            int[] moving = new int[groups.size()];
            int[] cameFrom = new int[groups.size()];
            boolean[] seen = new boolean[groups.size()];
            Arrays.fill(cameFrom, -1);
            List<Integer> queue = new ArrayList<>();
            for (int group = 0; group < groups.size(); group++) {
                if (accepts(lot, group)) {
                    seen[group] = true;
                    moving[group] = lot;
                    queue.add(group);
                }
            }
            for (int at = 0; at < queue.size(); at++) {
                int group = queue.get(at);
                if (spare[group] > 0) {
                    return push(group, most, moving, cameFrom);
                }
                for (int other = 0; other < lots.size(); other++) {
                    for (int next = 0; next < groups.size() && sent[other][group] > 0; next++) {
                        if (!seen[next] && accepts(other, next)) {
                            seen[next] = true;
                            moving[next] = other;
                            cameFrom[next] = group;
                            queue.add(next);
                        }
                    }
                }
            }
            return 0;
        }

        private long push(int end, long most, int[] moving, int[] cameFrom) {
            long amount = Math.min(most, spare[end]);
            for (int group = end; cameFrom[group] >= 0; group = cameFrom[group]) {
                amount = Math.min(amount, sent[moving[group]][cameFrom[group]]);
            }
            spare[end] -= amount;
            for (int group = end; ; group = cameFrom[group]) {
                sent[moving[group]][group] += amount;
                if (cameFrom[group] < 0) {
                    return amount;
                }
                sent[moving[group]][cameFrom[group]] -= amount;
            }
        }

        private boolean accepts(int lot, int group) {
            return lines.get(groups.get(group).get(0)).isOf(products.get(lot));
        }

        /** What a lot sends to groups, on their lines in proportion to what is left to pay of them. */
        private List<LineShare> shares(long[] toGroups, long[] payable) {
            Map<String, LineShare> shares = new TreeMap<>();
            for (int group = 0; group < toGroups.length; group++) {
                if (toGroups[group] == 0) {
                    continue;
                }
                List<Integer> members = groups.get(group);
                List<Amount> parts = Allocation.split(
                        new Amount(requested.denomination(), toGroups[group]),
                        members.stream().map(line -> payable[line]).toList());
                for (int i = 0; i < parts.size(); i++) {
                    int line = members.get(i);
                    payable[line] -= parts.get(i).units();
                    if (parts.get(i).isPositive()) {
                        SaleLine paid = lines.get(line);
                        shares.put(paid.line(), new LineShare(paid.line(), paid.kept(), parts.get(i)));
                    }
                }
            }
            return List.copyOf(shares.values());
        }
    }
}
