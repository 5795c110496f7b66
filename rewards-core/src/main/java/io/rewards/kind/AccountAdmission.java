package io.rewards.kind;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.books.Purse;
import io.rewards.books.Reserving;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.decision.AtMerchant;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import io.rewards.participant.Participant;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.past.Past;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what speaks against an event in the account of its participant: purchases and holds that are not there, more than
 * there is, goods that came back already, a participant who is blocked. For one event. Source: domain 4.5, 5, 10, 12.1 Q25.
 */
final class AccountAdmission {

    private static final int LONGEST_REASON = 2_000;

    private final Moment moment;
    private final CustomerEvent event;
    private final Account account;
    private final Past past;
    private final Catalogue catalogue;
    private final Lookups lookups;
    private final Problems problems;

    AccountAdmission(Moment moment, Lookups lookups, Problems problems) {
        this.moment = moment;
        event = moment.event();
        account = moment.account();
        past = moment.past();
        catalogue = moment.catalogue();
        this.lookups = lookups;
        this.problems = problems;
    }

    Participant participant() {
        return account.participant();
    }

    Account account() {
        return account;
    }

    Past past() {
        return past;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Lookups lookups() {
        return lookups;
    }

    /** When the engine was given the event. */
    Instant processedOn() {
        return moment.at();
    }

    void add(String path, String message) {
        problems.add(path, message);
    }

    /** Notes a problem at {@code path} unless {@code holds}. */
    void unless(boolean holds, String path, String message) {
        problems.unless(holds, path, message);
    }

    /** True while nothing speaks against the event. */
    boolean isFine() {
        return problems.found().isEmpty();
    }

    void consents(Preferences before, Profile profile) {
        Consents.check(before, profile, processedOn(), problems);
        Payments.check(before, profile.preferences(), catalogue().settings().participants(), problems);
    }

    static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    void wish(String path, SpendWish wish) {
        wish.amount().ifPresent(amount -> {
            positiveInCurrency(path + ".amount", amount);
            problems.unless(
                    settings().specificAmount(),
                    path + ".amount",
                    "The programme spends as much as possible; an amount cannot be asked for.");
        });
        wish.points().ifPresent(points -> points(path + ".points", points, wish));
    }

    private void points(String path, Amount points, SpendWish wish) {
        positiveInAny(path, points);
        rate(path, points.denomination().code(), catalogue.settings().currency().code());
        problems.unless(
                wish.amount().isEmpty() && wish.hold().isEmpty(),
                path,
                "Points (" + points + ") pay alone: a wish for points must have neither an amount nor a hold.");
    }

    /** The rate from one denomination to another, by their codes. */
    Optional<ExchangeRate> rate(String path, String from, String to) {
        Optional<ExchangeRate> rate = catalogue.rate(from, to);
        problems.unless(
                rate.isPresent(),
                () -> new Problem(
                        path,
                        "The programme has no rate from (" + from + ") to (" + to + "); it has "
                                + catalogue.programme().rates().stream()
                                        .map(ExchangeRate::code)
                                        .toList()
                                + "."));
        return rate;
    }

    /** Not less than {@code least} of the same denomination. */
    void atLeast(String path, Amount amount, Amount least) {
        problems.unless(
                amount.compareTo(least) >= 0,
                () -> new Problem(
                        path,
                        "The amount (" + amount + ") is below the least that is exchanged (" + least + "): ("
                                + least.minus(amount) + ") more would be needed."));
    }

    SpendSettings settings() {
        return catalogue.settings().spending();
    }

    void notBlocked() {
        problems.unless(
                !account.participant().spendingBlocked(),
                "participant",
                "The participant (" + event.participant() + ") is blocked from spending.");
    }

    /** Nothing stands against paying in this way where the event happens: neither the participant nor the merchant. */
    void maySpend(SpendMethod method) {
        notBlocked();
        merchant().refusesSpending(method).ifPresent(why -> problems.add("unit", why));
    }

    /** The participant where the event happens. */
    AtMerchant merchant() {
        return new AtMerchant(catalogue, event.unit(), account.participant());
    }

    /** An amount of the currency, above zero. */
    void positiveInCurrency(String path, Amount amount) {
        problems.unless(
                amount.isPositive() && amount.units() <= Admission.LARGEST_TOTAL,
                path,
                "The amount (" + amount + ") must be above 0, and at most " + Admission.LARGEST_TOTAL
                        + " smallest units.");
        problems.unless(
                amount.denomination().equals(catalogue.settings().currency()),
                path,
                "The amount (" + amount + ") must be in " + catalogue.settings().currency() + ".");
    }

    /** An amount of any denomination of the programme, above zero. */
    void positiveInAny(String path, Amount amount) {
        problems.unless(
                amount.isPositive() && amount.units() <= Admission.LARGEST_TOTAL,
                path,
                "The amount (" + amount + ") must be above 0, and at most " + Admission.LARGEST_TOTAL
                        + " smallest units.");
        denomination(path, amount);
    }

    void denomination(String path, Amount amount) {
        problems.unless(
                catalogue
                        .settings()
                        .denomination(amount.denomination().code())
                        .filter(amount.denomination()::equals)
                        .isPresent(),
                path,
                "The amount (" + amount + ") is not in a denomination of the programme.");
    }

    void reason(String reason, boolean needed) {
        problems.unless(
                reason.length() <= LONGEST_REASON && !(needed && reason.isBlank()),
                "reason",
                "The reason must be " + (needed ? "1 to " : "at most ") + LONGEST_REASON + " characters.");
    }

    void user(String user) {
        problems.unless(
                !user.isBlank() && user.length() <= LONGEST_REASON, "user", "The user who decided it must be named.");
    }

    /** A purchase of the participant, or of a duplicate whose wallet came over, as it stands. */
    Optional<Sale> purchase(String path, EventKey key) {
        Optional<CustomerEvent> recorded = own(key);
        if (recorded.isEmpty() || !(recorded.get() instanceof Purchase purchase) || key.equals(event.key())) {
            problems.add(path, "The participant (" + event.participant() + ") has no purchase (" + key + ").");
            return Optional.empty();
        }
        if (past.isCancelled(key)) {
            problems.add(path, "The purchase (" + key + ") was cancelled.");
            return Optional.empty();
        }
        notBefore(purchase, path, "The purchase");
        return Optional.of(past.sale(key).orElseGet(() -> Sale.of(purchase, catalogue)));
    }

    /** The event of this key, if it is the participant's, or that of a duplicate whose wallet came over. */
    Optional<CustomerEvent> own(EventKey key) {
        return lookups.event(key).filter(this::isOwn);
    }

    /** What {@code happened} cannot come after this event. */
    void notBefore(CustomerEvent happened, String path, String what) {
        problems.unless(
                !event.performedOn().isBefore(happened.performedOn()),
                path,
                what + " (" + happened.key() + ") of (" + happened.performedOn() + ") comes after ("
                        + event.performedOn() + ").");
    }

    private boolean isOwn(CustomerEvent recorded) {
        return recorded.participant().equals(event.participant())
                || account.wallet().duplicates().contains(recorded.participant());
    }

    void returned(String path, List<ReturnedLine> lines) {
        new GoodsAdmission(problems, moment.catalogue().settings().currency(), this::purchase).check(path, lines);
    }

    void enough(Amount amount, Amount most) {
        problems.unless(
                !amount.denomination().equals(most.denomination()) || amount.compareTo(most) <= 0,
                "amount",
                "The amount (" + amount + ") is more than there is for it (" + most + ").");
    }

    void hold(String path, EventKey reserving) {
        problems.unless(
                purse().hold(reserving).isPresent(), path, "Nothing is reserved by (" + reserving + ") any more.");
    }

    /** The wallet after reservations that have lapsed by now. */
    Purse purse() {
        Purse purse = new Purse(account, past, event, event.performedOn(), Comparator.comparing(Lot::id));
        new Reserving(purse).releaseLapsed(event.performedOn());
        return purse;
    }
}
