package io.rewards.decision;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.organisation.Segment;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Profile;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds every reason to refuse an event: unknown names, absurd values, the future. Source: domain 12.1 Q15, Q16, Q25. */
public final class Admission {

    /** The most pieces on a line. */
    public static final long MOST_PIECES = 1_000_000;

    /** The most lines of a purchase. */
    public static final int MOST_LINES = 10_000;

    /** The largest total of a purchase, in smallest units. */
    public static final long LARGEST_TOTAL = 1_000_000_000_000_000L;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final int LONGEST_NAME = 200;

    private final Catalogue catalogue;
    private final Problems problems = new Problems();

    private Admission(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Everything that speaks against processing {@code event}; empty to go on. */
    public static List<Problem> problems(
            CustomerEvent event, Optional<Account> account, Catalogue catalogue, Instant processedOn) {
        Admission admission = new Admission(catalogue);
        admission.header(event, processedOn);
        admission.participant(event, account);
        if (event instanceof ParticipantRegistered registered) {
            admission.profile(registered.profile(), processedOn);
        } else if (event instanceof SchemeSignUp signUp) {
            admission.signUp(signUp, account);
        } else if (event instanceof Purchase purchase) {
            admission.name(() -> "reference", purchase.reference());
            admission.lines(purchase.lines());
        } else if (event instanceof GoodsReturn goodsReturn) {
            admission.lines(goodsReturn.lines());
        }
        return admission.problems.found();
    }

    private void header(CustomerEvent event, Instant processedOn) {
        name(() -> "id", event.key().id());
        problems.unless(
                !event.key().system().contains("/") && event.key().system().length() <= LONGEST_NAME,
                "system",
                "The system (" + event.key().system() + ") must be at most " + LONGEST_NAME
                        + " characters, without a slash.");
        name(() -> "participant", event.participant());
        problems.unless(
                catalogue.unit(event.unit()).isPresent(),
                "unit",
                "The unit (" + event.unit() + ") is not in the programme.");
        problems.unless(
                !event.performedOn().isAfter(processedOn),
                "performedOn",
                "The event (" + event.performedOn() + ") lies in the future: it is (" + processedOn + ").");
        problems.unless(
                !event.performedOn().isBefore(EARLIEST),
                "performedOn",
                "The event (" + event.performedOn() + ") lies before " + EARLIEST + ".");
        attributes(() -> "attributes", AttributeOwner.EVENT, event.header().attributes());
    }

    private void participant(CustomerEvent event, Optional<Account> account) {
        String id = event.participant();
        if (event instanceof ParticipantRegistered) {
            problems.unless(account.isEmpty(), "participant", "The participant (" + id + ") is already registered.");
        } else if (account.isEmpty()) {
            problems.add("participant", "The participant (" + id + ") is not registered.");
        } else {
            problems.unless(
                    account.get().participant().state() == ParticipantState.EFFECTIVE,
                    "participant",
                    "The participant (" + id + ") is terminated.");
        }
    }

    private void profile(Profile profile, Instant processedOn) {
        for (String code : profile.segments()) {
            Optional<Segment> segment = catalogue.segment(code);
            problems.unless(
                    segment.isPresent(), "profile.segments", "The segment (" + code + ") is not in the programme.");
            problems.unless(
                    segment.filter(known -> known.entity().isTransaction()).isEmpty(),
                    "profile.segments",
                    "The segment (" + code + ") is one of transactions: the engine finds who belongs to it.");
        }
        problems.unless(
                profile.tier().isEmpty() || catalogue.programme().tiers().contains(profile.tier()),
                "profile.tier",
                "The tier (" + profile.tier() + ") is not in the programme; it has "
                        + catalogue.programme().tiers() + ".");
        profile.dateOfBirth()
                .ifPresent(date -> problems.unless(
                        !date.isAfter(
                                processedOn.atZone(catalogue.settings().zone()).toLocalDate()),
                        "profile.dateOfBirth",
                        "The date of birth (" + date + ") lies in the future."));
        attributes(() -> "profile.attributes", AttributeOwner.PARTICIPANT, profile.attributes());
    }

    private void signUp(SchemeSignUp signUp, Optional<Account> account) {
        Optional<Scheme> scheme = catalogue.scheme(signUp.scheme());
        if (scheme.isEmpty()) {
            problems.add("scheme", "The scheme (" + signUp.scheme() + ") is not in the programme.");
        } else {
            problems.unless(
                    scheme.get().state() == SchemeState.EFFECTIVE,
                    "scheme",
                    "The scheme (" + signUp.scheme() + ") is not effective, so nobody can sign up to it.");
        }
        problems.unless(
                account.flatMap(known -> known.participant().membership(signUp.scheme()))
                        .isEmpty(),
                "scheme",
                "The participant (" + signUp.participant() + ") has already signed up to scheme (" + signUp.scheme()
                        + ").");
    }

    private void lines(List<PurchaseLine> lines) {
        problems.unless(
                !lines.isEmpty() && lines.size() <= MOST_LINES,
                "lines",
                "The number (" + lines.size() + ") of lines must be 1 to " + MOST_LINES + ".");
        Set<String> ids = new HashSet<>();
        BigInteger pieces = BigInteger.ZERO;
        BigInteger total = BigInteger.ZERO;
        for (PurchaseLine line : lines) {
            line(line, ids.add(line.id()));
            pieces = pieces.add(BigInteger.valueOf(line.quantity()));
            total = total.add(BigInteger.valueOf(line.total().units()));
        }
        problems.unless(
                pieces.compareTo(BigInteger.valueOf(MOST_PIECES)) <= 0,
                "lines",
                "The number (" + pieces + ") of pieces must be at most " + MOST_PIECES + ".");
        problems.unless(
                total.compareTo(BigInteger.valueOf(LARGEST_TOTAL)) <= 0,
                "lines",
                "The total (" + total + " smallest units) must be at most " + LARGEST_TOTAL + ".");
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
        amount(() -> path.get() + ".total", line.total());
        amount(() -> path.get() + ".vat", line.vat());
        problems.unless(
                line.total().isNegative() || line.vat().units() <= line.total().units(),
                () -> new Problem(
                        path.get() + ".vat",
                        "The tax (" + line.vat() + ") must not exceed the total (" + line.total() + ")."));
        attributes(() -> path.get() + ".attributes", AttributeOwner.LINE, line.attributes());
    }

    private void amount(Supplier<String> path, Amount amount) {
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
        });
    }

    private void name(Supplier<String> path, String value) {
        problems.unless(
                !value.isBlank() && value.length() <= LONGEST_NAME,
                () -> new Problem(
                        path.get(),
                        "The name (" + (value.length() <= LONGEST_NAME ? value : value.length() + " characters")
                                + ") must be 1 to " + LONGEST_NAME + " characters and not blank."));
    }
}
