package io.rewards.kind;

import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Settings;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RaisedEvent;
import io.rewards.event.TillDiscount;
import io.rewards.organisation.Segment;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import io.rewards.shape.Characters;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Finds every reason to refuse an event: unknown names, absurd values, the future, and what its kind says. For one event.
 * Source: domain 12.1 Q15, Q16, Q25.
 */
public final class Admission {
    /** The most pieces on a line. */
    public static final long MOST_PIECES = 1_000_000;

    /** The most lines of a purchase. */
    public static final int MOST_LINES = 10_000;

    /** The largest total of a purchase, in smallest units. */
    public static final long LARGEST_TOTAL = 1_000_000_000_000_000L;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2_000;

    private static final Set<String> RESERVED_SYSTEMS = new TreeSet<>(Set.of(RaisedEvent.RUN, RaisedEvent.FOLLOW_UP));

    private final CustomerEvent event;
    private final Catalogue catalogue;
    private final Instant processedOn;
    private final Optional<AccountAdmission> account;
    private final Problems problems = new Problems();

    private Admission(
            CustomerEvent event, Optional<Loaded> loaded, Catalogue catalogue, Instant processedOn, Lookups lookups) {
        this.event = event;
        this.catalogue = catalogue;
        this.processedOn = processedOn;
        account = loaded.map(
                known -> new AccountAdmission(Moment.of(event, known, catalogue, processedOn), lookups, problems));
    }

    /** Everything that speaks against processing {@code event}; empty to go on. */
    public static List<Problem> problems(
            CustomerEvent event, Optional<Loaded> loaded, Catalogue catalogue, Instant processedOn, Lookups lookups) {
        EventKind<CustomerEvent> kind = EventKinds.of(event);
        Admission admission = new Admission(event, loaded, catalogue, processedOn, lookups);
        admission.header();
        admission.participant(kind.about());
        kind.admit(event, admission);
        return admission.problems.found();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Notes a problem at {@code path} unless {@code holds}. */
    void unless(boolean holds, String path, String message) {
        problems.unless(holds, path, message);
    }

    /** Looks at the account, where the participant has one. */
    void ifKnown(Consumer<AccountAdmission> check) {
        account.ifPresent(check);
    }

    void consents(Preferences before, Profile profile) {
        Consents.check(before, profile, processedOn, problems);
        Payments.check(before, profile.preferences(), catalogue.settings().participants(), problems);
    }

    void classification(String code) {
        problems.unless(
                catalogue.eventClassification(code).isPresent(),
                "classification",
                "The event classification (" + code + ") is not in the programme.");
    }

    void address(String path, String text) {
        problems.unless(
                !text.isBlank() && text.length() <= LONGEST_ADDRESS,
                path,
                "The address must be 1 to " + LONGEST_ADDRESS + " characters and not blank.");
    }

    private void header() {
        if (!(event instanceof RaisedEvent)) {
            name(() -> "id", event.key().id());
        }
        problems.unless(
                !event.key().system().contains("/") && event.key().system().length() <= LONGEST_NAME,
                () -> new Problem(
                        "system",
                        "The system (" + event.key().system() + ") must be at most " + LONGEST_NAME
                                + " characters, without a slash."));
        problems.unless(
                event instanceof RaisedEvent
                        || !RESERVED_SYSTEMS.contains(event.key().system()),
                () -> new Problem("system", "The systems " + RESERVED_SYSTEMS + " are the engine's own."));
        name(() -> "participant", event.participant());
        problems.unless(
                Characters.areWhole(event.toString()),
                "",
                "A text of the event has half of a character that takes two, which cannot be kept.");
        problems.unless(
                catalogue.unit(event.unit()).isPresent(),
                () -> new Problem("unit", "The unit (" + event.unit() + ") is not in the programme."));
        problems.unless(
                !event.performedOn().isAfter(processedOn),
                () -> new Problem(
                        "performedOn",
                        "The event (" + event.performedOn() + ") lies in the future: it is (" + processedOn + ")."));
        problems.unless(
                !event.performedOn().isBefore(EARLIEST),
                () -> new Problem(
                        "performedOn", "The event (" + event.performedOn() + ") lies before " + EARLIEST + "."));
        attributes(() -> "attributes", AttributeOwner.EVENT, event.header().attributes());
    }

    private void participant(EventKind.About about) {
        String id = event.participant();
        if (about == EventKind.About.NOBODY_YET) {
            problems.unless(account.isEmpty(), "participant", "The participant (" + id + ") is already registered.");
        } else if (account.isEmpty()) {
            problems.add("participant", "The participant (" + id + ") is not registered.");
        } else {
            problems.unless(
                    account.get().participant().state() == ParticipantState.EFFECTIVE
                            || about == EventKind.About.FORMER_MEMBER,
                    () -> new Problem("participant", "The participant (" + id + ") is terminated."));
        }
    }

    void profile(Profile profile) {
        profile.segments().forEach(code -> segment("profile.segments", code));
        if (!profile.tier().isEmpty()) {
            tier("profile.tier", profile.tier());
        }
        profile.dateOfBirth()
                .ifPresent(date -> problems.unless(
                        !date.isAfter(
                                processedOn.atZone(catalogue.settings().zone()).toLocalDate()),
                        "profile.dateOfBirth",
                        "The date of birth (" + date + ") lies in the future."));
        automaticSpending(profile.preferences().automaticSpending());
        attributes(() -> "profile.attributes", AttributeOwner.PARTICIPANT, profile.attributes());
    }

    private void automaticSpending(AutomaticSpending spending) {
        String path = "profile.preferences.automaticSpending";
        spending.minimumBalance().ifPresent(amount -> amount(() -> path + ".minimumBalance", amount));
        spending.from().ifPresent(amount -> amount(() -> path + ".from", amount));
        spending.to().ifPresent(amount -> amount(() -> path + ".to", amount));
        for (String unit : spending.units()) {
            problems.unless(
                    catalogue.unit(unit).isPresent(),
                    path + ".units",
                    "The unit (" + unit + ") is not in the programme.");
        }
    }

    void tier(String path, String code) {
        List<String> known = catalogue.programme().tierCodes();
        problems.unless(
                known.contains(code), path, "The tier (" + code + ") is not in the programme; it has " + known + ".");
    }

    void segment(String path, String code) {
        Optional<Segment> segment = catalogue.segment(code);
        problems.unless(segment.isPresent(), path, "The segment (" + code + ") is not in the programme.");
        problems.unless(
                segment.filter(known -> known.entity().isTransaction()).isEmpty(),
                path,
                "The segment (" + code + ") is one of transactions: the engine finds who belongs to it.");
    }

    void lines(List<PurchaseLine> lines) {
        problems.unless(
                !lines.isEmpty() && lines.size() <= MOST_LINES,
                () -> new Problem(
                        "lines", "The number (" + lines.size() + ") of lines must be 1 to " + MOST_LINES + "."));
        Set<String> ids = new HashSet<>();
        for (PurchaseLine line : lines) {
            line(line, ids.add(line.id()));
        }
        problems.unless(
                sumIsAtMost(MOST_PIECES, lines, PurchaseLine::quantity),
                () -> new Problem(
                        "lines",
                        "The number (" + sum(lines, PurchaseLine::quantity) + ") of pieces must be at most "
                                + MOST_PIECES + "."));
        problems.unless(
                sumIsAtMost(LARGEST_TOTAL, lines, line -> line.total().units()),
                () -> new Problem(
                        "lines",
                        "The total (" + sum(lines, line -> line.total().units()) + " smallest units) must be at most "
                                + LARGEST_TOTAL + "."));
    }

    /** Whole numbers do, unless they overflow: about 1 kB less for each purchase. */
    private static boolean sumIsAtMost(long most, List<PurchaseLine> lines, ToLongFunction<PurchaseLine> value) {
        long sum = 0;
        for (PurchaseLine line : lines) {
            long more = value.applyAsLong(line);
            long next = sum + more;
            if (((sum ^ next) & (more ^ next)) < 0) {
                return sum(lines, value).compareTo(BigInteger.valueOf(most)) <= 0;
            }
            sum = next;
        }
        return sum <= most;
    }

    private static BigInteger sum(List<PurchaseLine> lines, ToLongFunction<PurchaseLine> value) {
        BigInteger sum = BigInteger.ZERO;
        for (PurchaseLine line : lines) {
            sum = sum.add(BigInteger.valueOf(value.applyAsLong(line)));
        }
        return sum;
    }

    private void line(PurchaseLine line, boolean firstOfItsId) {
        Supplier<String> path = () -> "lines[" + line.id() + "]";
        name(() -> path.get() + ".id", line.id());
        problems.unless(
                firstOfItsId, () -> new Problem(path.get() + ".id", "The line id (" + line.id() + ") is used twice."));
        name(() -> path.get() + ".product", line.product());
        problems.unless(
                line.quantity() >= 1,
                () -> new Problem(
                        path.get() + ".quantity", "The quantity (" + line.quantity() + ") must be 1 or more."));
        if (line.total().isNegative()) {
            problems.unless(
                    false,
                    path.get() + ".total",
                    "The total (" + line.total()
                            + ") must not be negative. What the till takes off is one of the discounts"
                            + " of the purchase; what it adds, such as a deposit, is a line of kind FEE.");
        } else {
            amount(() -> path.get() + ".total", line.total());
        }
        amount(() -> path.get() + ".vat", line.vat());
        problems.unless(
                line.total().isNegative() || line.vat().units() <= line.total().units(),
                () -> new Problem(
                        path.get() + ".vat",
                        "The tax (" + line.vat() + ") must not exceed the total (" + line.total() + ")."));
        attributes(() -> path.get() + ".attributes", AttributeOwner.LINE, line.attributes());
    }

    /** No line bears more of the discounts of the till than it costs. */
    void discounts(Purchase purchase) {
        if (purchase.discounts().isEmpty()) {
            return;
        }
        boolean fine = problems.found().isEmpty();
        Purchase left = purchase.charging(purchase.lines());
        for (int i = 0; i < purchase.discounts().size(); i++) {
            TillDiscount discount = purchase.discounts().get(i);
            String path = "discounts[" + i + "]";
            for (String id : discount.lines()) {
                boolean known =
                        purchase.lines().stream().anyMatch(line -> line.id().equals(id));
                problems.unless(known, path + ".lines", "The purchase has no line (" + id + ").");
                fine &= known;
            }
            boolean positive = discount.amount().isPositive()
                    && discount.amount()
                            .denomination()
                            .equals(catalogue.settings().currency());
            problems.unless(
                    positive,
                    path + ".amount",
                    "The amount (" + discount.amount() + ") must be above 0 and in "
                            + catalogue.settings().currency() + ".");
            fine &= positive;
            if (fine) {
                Amount most = left.lines().stream()
                        .filter(discount::isFor)
                        .map(PurchaseLine::total)
                        .reduce(Amount.zero(discount.amount().denomination()), Amount::plus);
                fine = discount.amount().compareTo(most) <= 0;
                problems.unless(
                        fine,
                        path + ".amount",
                        "The amount (" + discount.amount() + ") must not be more than its lines still cost (" + most
                                + ").");
            }
            if (fine) {
                left = left.discounted(discount).charged();
            }
        }
    }

    void amount(Supplier<String> path, Amount amount) {
        problems.unless(
                !amount.isNegative(),
                () -> new Problem(path.get(), "The amount (" + amount + ") must not be negative."));
        Denomination currency = catalogue.settings().currency();
        problems.unless(
                amount.denomination().equals(currency),
                () -> new Problem(
                        path.get(),
                        "The amount (" + amount + ") must be in " + currency + " with " + currency.scale()
                                + " decimals, the currency of the programme."));
    }

    private void attributes(Supplier<String> path, AttributeOwner owner, Attributes carried) {
        carried.values().forEach((name, value) -> {
            Optional<AttributeType> declared = catalogue.attribute(owner, name).map(AttributeDeclaration::type);
            problems.unless(
                    declared.filter(type -> type == value.type()).isPresent(),
                    () -> new Problem(
                            path.get() + "." + name,
                            "The attribute (" + name + ") with a value of type " + value.type()
                                    + " is not declared for " + owner + "."));
            if (value instanceof AttributeValue.Money money) {
                known(() -> path.get() + "." + name, money.value());
            }
        });
    }

    private void known(Supplier<String> path, Amount amount) {
        Settings settings = catalogue.settings();
        Denomination denomination = amount.denomination();
        problems.unless(
                denomination.equals(settings.currency()) || settings.points().contains(denomination),
                () -> new Problem(
                        path.get(),
                        "The amount (" + amount
                                + ") must be in the currency of the programme or in points that it names."));
    }

    void name(Supplier<String> path, String value) {
        problems.unless(
                !value.isBlank() && value.length() <= LONGEST_NAME,
                () -> new Problem(
                        path.get(),
                        "The name (" + (value.length() <= LONGEST_NAME ? value : value.length() + " characters")
                                + ") must be 1 to " + LONGEST_NAME + " characters and not blank."));
    }
}
