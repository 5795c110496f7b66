package io.rewards.settling;

import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What merchants owe and are owed, worked out from what happens in wallets alone, as the domain says it in 7.3 to 7.5: no entry
 * of a merchant is looked at. Every purchase is awarded once at most.
 */
final class NaiveTown {

    /** What is agreed with a merchant. */
    record Terms(
            String percent,
            String fee,
            boolean refunds,
            boolean backEnd,
            boolean byOwner,
            boolean given,
            boolean effective) {

        Terms effective(boolean now) {
            return new Terms(percent, fee, refunds, backEnd, byOwner, given, now);
        }
    }

    /** An award: what of it stands and has expired, what the merchant gives to that, and what is charged for points. */
    private static final class Award {
        private final String merchant;
        private final boolean points;
        private final boolean refunds;
        private long stands;
        private long expired;
        private long gives;
        private long refunded;
        private long outstanding;
        private long charged;

        private Award(String merchant, boolean points, boolean refunds) {
            this.merchant = merchant;
            this.points = points;
            this.refunds = refunds;
        }
    }

    /** What one lot paid for one purchase. */
    private static final class Paid {
        private String merchant = "";
        private boolean credited;
        private long credit;
        private long fee;
    }

    private final long pointsPerCent;
    final Map<String, Terms> terms = new TreeMap<>();
    final Map<String, Long> positions = new TreeMap<>();
    private final Map<String, Award> awards = new HashMap<>();
    private final Map<String, Paid> paid = new HashMap<>();

    NaiveTown(long pointsPerCent) {
        this.pointsPerCent = pointsPerCent;
    }

    /** The transactions of one event that happened at a merchant. */
    void happened(String merchant, List<Transaction> transactions) {
        Map<Award, long[]> taken = new HashMap<>();
        Map<Paid, Long> spent = new HashMap<>();
        for (Transaction each : transactions) {
            long units = each.amount().units();
            if (each.kind() == TransactionKind.AWARD) {
                award(merchant, each);
            } else if (isMerchants(each)) {
                spend(merchant, each, spent);
            } else if (!touches(each, AccountKind.CONTRIBUTION)) {
                Award award = each.purchase().map(key -> awards.get(key.id())).orElse(null);
                if (each.to().kind() == AccountKind.AWARD_EXPENSE && award != null) {
                    long[] sums = taken.computeIfAbsent(award, unused -> new long[2]);
                    sums[0] += units;
                    sums[1] += each.from().kind() == AccountKind.CLAWBACK_LOSS ? units : 0;
                }
                Award lot = awards.get(each.lot().replaceFirst("#.*", ""));
                if (lot != null && each.from().kind() == AccountKind.BREAKAGE) {
                    lot.expired -= units;
                }
                if (lot != null && each.to().kind() == AccountKind.BREAKAGE) {
                    lot.expired += units;
                }
            }
        }
        Map<Award, Long> moved = new HashMap<>();
        taken.forEach((award, sums) -> {
            long back = part(award.gives, sums[0], award.stands);
            long borne = part(back, sums[1], sums[0]);
            award.gives -= back;
            award.stands -= sums[0];
            moved.merge(award, back - borne, Long::sum);
        });
        for (Award award : awards.values()) {
            long refund = award.refunds && award.stands > 0 ? part(award.gives, award.expired, award.stands) : 0;
            if (refund != award.refunded) {
                moved.merge(award, refund - award.refunded, Long::sum);
                award.refunded = refund;
            }
        }
        moved.forEach(this::move);
        spent.forEach(this::pay);
    }

    private void award(String merchant, Transaction made) {
        Terms agreed = terms.get(merchant);
        boolean points = made.amount().denomination().code().equals("PTS");
        Award award = new Award(merchant, points, agreed.refunds());
        award.stands = made.amount().units();
        award.gives = agreed.given() && agreed.effective() ? share(award.stands, agreed.percent()) : 0;
        awards.put(made.purchase().orElseThrow().id(), award);
        move(award, -award.gives);
    }

    /** What comes to the merchant of an award; points at their rate. */
    private void move(Award award, long units) {
        if (!award.points) {
            positions.merge(award.merchant, units, Long::sum);
            return;
        }
        if (units < 0) {
            long more = pointsPerCent == 0 ? 0 : part(1, -units, pointsPerCent);
            award.outstanding -= units;
            award.charged += more;
            positions.merge(award.merchant, -more, Long::sum);
        } else if (units > 0) {
            long less = part(award.charged, units, award.outstanding);
            award.outstanding -= units;
            award.charged -= less;
            positions.merge(award.merchant, less, Long::sum);
        }
    }

    private static boolean isMerchants(Transaction each) {
        return touches(each, AccountKind.REIMBURSEMENT)
                || (touches(each, AccountKind.PAID_OUT) && each.purchase().isPresent());
    }

    private static boolean touches(Transaction each, AccountKind account) {
        return each.from().kind() == account || each.to().kind() == account;
    }

    private void spend(String merchant, Transaction each, Map<Paid, Long> spent) {
        Paid item = paid.computeIfAbsent(each.purchase().orElseThrow().id() + " " + each.lot(), unused -> new Paid());
        if (each.kind() == TransactionKind.SPEND) {
            Terms agreed = terms.get(merchant);
            boolean discount = agreed.backEnd()
                    && each.offer().equals("OFF")
                    && each.event().equals(each.purchase().orElseThrow())
                    && each.lot().startsWith(each.event().id() + "#");
            item.merchant = merchant;
            item.credited = !(discount && agreed.byOwner());
        }
        long units = each.kind() == TransactionKind.SPEND
                ? each.amount().units()
                : -each.amount().units();
        spent.merge(item, units, Long::sum);
    }

    private void pay(Paid item, long units) {
        if (!item.credited) {
            return;
        }
        long fee = units >= 0 ? share(units, terms.get(item.merchant).fee()) : -part(item.fee, -units, item.credit);
        item.credit += units;
        item.fee += fee;
        positions.merge(item.merchant, units - fee, Long::sum);
    }

    private static long share(long units, String percent) {
        return new BigDecimal(units)
                .multiply(new BigDecimal(percent))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Halves up. */
    private static long part(long whole, long some, long all) {
        return all == 0 || some == 0
                ? 0
                : new BigDecimal(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(some)))
                        .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
