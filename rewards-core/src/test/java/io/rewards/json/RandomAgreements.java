package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Portion;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ContributionBudget;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OwnOffers;
import io.rewards.catalogue.ParticipantsAllowed;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SettlementAgreed;
import io.rewards.catalogue.SpendMethod;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.RefundedBy;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.DayHours;
import io.rewards.time.Recurrence;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Agreements that say all sorts of things, or nothing. */
final class RandomAgreements {

    private static final Denomination EUR = new Denomination("EUR", 2);

    private final RandomValues random;
    private int rules;

    RandomAgreements(RandomValues random) {
        this.random = random;
    }

    /** Of some units and groups of {@code programme}, which has these offers. */
    List<Agreement> of(Programme programme, List<Offer> offers) {
        List<Agreement> agreements = new ArrayList<>();
        programme.units().stream()
                .filter(unit -> random.flag())
                .forEach(unit -> agreements.add(agreement("OF-" + unit.code(), unit.code(), "", offers)));
        programme.groups().stream()
                .filter(group -> random.flag())
                .forEach(group -> agreements.add(agreement("OF-ALL-" + group.code(), "", group.code(), offers)));
        return agreements;
    }

    private Agreement agreement(String code, String unit, String group, List<Offer> offers) {
        return new Agreement(
                code,
                random.text(),
                unit,
                group,
                random.oneOf(AgreementState.class),
                random.flag() ? AgreementTerms.UNSAID : terms(),
                random.some(() -> rule(offers)));
    }

    private AgreementTerms terms() {
        return new AgreementTerms(
                random.maybe(() -> random.flag() ? Set.of() : Set.of("CLUB")),
                random.maybe(this::classifications),
                random.maybe(() -> random.flag() ? Set.of() : Set.of("QUIET", "GIFTS")),
                random.maybe(() -> random.someOf(SpendMethod.class)),
                allowed(),
                allowed(),
                allowed(),
                allowed(),
                random.maybe(random::flag),
                random.maybe(() -> random.oneOf(Reduction.class)),
                random.maybe(this::portion),
                random.maybe(
                        () -> new ContributionBudget(amount(), random.maybe(() -> random.oneOf(CalendarPeriod.class)))),
                random.maybe(() -> OwnOffers.NO),
                new SettlementAgreed(
                        random.maybe(() -> new Recurrence(
                                "FREQ=MONTHLY", Instant.ofEpochSecond(1_000_000L * random.below(2_000)))),
                        random.maybe(random::flag),
                        random.maybe(this::portion),
                        random.maybe(() -> random.oneOf(RefundedBy.class)),
                        random.maybe(() -> random.oneOf(ExpiryPolicy.class))));
    }

    private Set<Classification> classifications() {
        Set<Classification> some = new TreeSet<>(random.someOf(Classification.class));
        some.removeIf(kind -> !kind.hasPartners());
        return some;
    }

    private ParticipantsAllowed allowed() {
        return new ParticipantsAllowed(random.maybe(random::flag), random.maybe(random::flag));
    }

    private ContributionRule rule(List<Offer> offers) {
        Offer offer = random.oneOf(offers);
        Set<String> named = random.flag() || !offer.classification().hasPartners() ? Set.of() : Set.of(offer.code());
        rules++;
        return new ContributionRule(
                "RULE-" + rules + " " + random.text(),
                portion(),
                named,
                named.isEmpty() || random.flag() ? when() : ContributionRule.When.ALWAYS);
    }

    private ContributionRule.When when() {
        Optional<Amount> from = random.maybe(this::amount);
        return new ContributionRule.When(
                random.flag() ? ProductSelection.ALL : ProductSelection.ofTypes("COFFEE"),
                random.flag()
                        ? WeeklyTimes.ALWAYS
                        : new WeeklyTimes(
                                Set.of(random.oneOf(DayOfWeek.class)),
                                List.of(new DayHours(LocalTime.of(10, 0), LocalTime.NOON))),
                Optional.of(random.oneOf(ContributionRule.Whose.class)),
                from,
                random.maybe(() -> from.map(least -> least.plus(amount())).orElseGet(this::amount)));
    }

    private Portion portion() {
        return Portion.of(random.below(100) + (random.flag() ? "" : ".25"));
    }

    private Amount amount() {
        return new Amount(EUR, 1 + random.below(99_999));
    }
}
