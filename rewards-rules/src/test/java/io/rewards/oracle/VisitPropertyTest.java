package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Answer;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantVisited;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.JournalPlace;
import io.rewards.offer.OfferKinds;
import io.rewards.offer.Visits;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Subscription;
import io.rewards.past.MemoryPast;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Dependence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a visit does not ask the rules about, the rules would decline. */
class VisitPropertyTest {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final LocalDate AROUND = LocalDate.of(2024, 2, 29);

    private int left;
    private int asked;

    @Test
    void whatAVisitLeavesOutTheRulesDecline() {
        Cases.seeds(400, seed -> {
            Dice dice = new Dice(seed);
            Catalogue catalogue = Catalogue.of(programme(dice));
            Situation situation = situation(dice, catalogue);
            List<Offer> offers = catalogue.programme().offers();
            List<Offer> kept = new Visits(unused -> true).of(situation, offers);
            for (Answer answer : Shopkeeper.DROOLS.answer(OfferKinds.candidates(situation, offers))) {
                if (kept.contains(answer.candidate().offer())) {
                    asked++;
                } else {
                    left++;
                    assertThat(answer.declines())
                            .as("declines of %s", answer.candidate().offer().code())
                            .isNotEmpty();
                }
            }
        });
        assertThat(left).isPositive();
        assertThat(asked).isPositive();
    }

    private static Programme programme(Dice dice) {
        List<Terms> terms = List.of(
                new Terms.Birthday(),
                new Terms.NameDay(),
                new Terms.JustMoney(),
                new Terms.Completeness(true, dice.chance(50), Optional.empty(), Optional.empty(), Optional.empty()),
                new Terms.SubscriptionMaturity(new TimeSpan(1, SpanUnit.YEARS), dice.below(3)));
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Terms each = terms.get(i);
            offers.add(Offer.builder(
                            i + 1,
                            "O" + i,
                            "CLUB",
                            each.classification().name(),
                            each,
                            new Award.FixedAmount(new Amount(EUR, 100)))
                    .withEffectiveSince(Instant.parse("2020-01-01T00:00:00Z"))
                    .withConditions(
                            each instanceof Terms.JustMoney
                                    ? AwardConditions.builder()
                                            .withSegmentsIncluded(Set.of("VIP"))
                                            .build()
                                    : AwardConditions.NONE)
                    .build());
        }
        return Programme.builder("Shop", Settings.of(ZoneId.of("Europe/Nicosia"), EUR))
                .withUnits(List.of(new Unit("U1", "U1", "", Optional.empty())))
                .withSegments(List.of(Segment.of("VIP", SegmentEntity.REWARDS_PARTICIPANT)))
                .withSchemes(List.of(Scheme.of("CLUB")))
                .withOfferTypes(terms.stream()
                        .map(Terms::classification)
                        .map(each -> new OfferType(each.name(), each.name(), each, Set.of(), Optional.empty()))
                        .toList())
                .withOffers(offers)
                .build();
    }

    private static Situation situation(Dice dice, Catalogue catalogue) {
        LocalDate today = near(dice, AROUND.plusYears(dice.between(-1L, 1)), 2);
        Instant asOf = today.atTime(12, 0).atZone(catalogue.settings().zone()).toInstant();
        Profile profile = Profile.EMPTY.withSegments(dice.chance(50) ? Set.of("VIP") : Set.of());
        if (dice.chance(80)) {
            profile = profile.withDateOfBirth(near(dice, AROUND, 3).minusYears(32));
        }
        if (dice.chance(80)) {
            profile = profile.withNameDay(MonthDay.from(near(dice, AROUND, 3)));
        }
        Instant joined = near(dice, today.minusDays(dice.oneOf(0L, 400L)), 3)
                .atStartOfDay(catalogue.settings().zone())
                .toInstant();
        Participant participant =
                Participant.registered("P1", joined, "U1", profile).with(SchemeMembership.of("CLUB", joined, "U1", ""));
        Optional<String> subscription = Optional.empty();
        if (dice.chance(50)) {
            Subscription known = Subscription.started(
                    "S1",
                    near(dice, today.minusYears(1), 2)
                            .atStartOfDay(catalogue.settings().zone())
                            .toInstant());
            participant = participant.with(known);
            subscription = Optional.of("S1");
        }
        ParticipantVisited visit = new ParticipantVisited(
                new EventHeader(new EventKey("run", "1"), "P1", "U1", asOf, Optional.of(asOf), true, Attributes.NONE),
                "ALL",
                subscription);
        MemoryPast past = MemoryPast.on(Past.NONE, PastChanges.NONE.inheriting(past(dice, catalogue, today)));
        Loaded loaded = new Loaded(Account.of(participant), past);
        return EventKinds.inRun(Moment.of(visit, loaded, catalogue, asOf), asOf, near(dice, today.minusDays(2), 1));
    }

    private static List<PastAward> past(Dice dice, Catalogue catalogue, LocalDate today) {
        List<PastAward> past = new ArrayList<>();
        for (Offer offer : catalogue.programme().offers()) {
            if (dice.chance(40)) {
                LocalDate day = near(dice, today.minusDays(dice.oneOf(0L, 364L)), 2);
                AwardSubject subject = switch (offer.classification()) {
                    case REWARD_ON_BIRTHDAY, REWARD_ON_NAME_DAY -> new AwardSubject.Day(day);
                    case JUST_MONEY ->
                        new AwardSubject.EffectiveDate(
                                offer.latestEffectiveDate().orElseThrow());
                    case REWARD_SUBSCRIPTION_MATURITY -> new AwardSubject.OfSubscription("S1");
                    default -> AwardSubject.NOTHING;
                };
                past.add(new PastAward(
                        offer.code(),
                        offer.type(),
                        offer.scheme(),
                        subject,
                        new Amount(EUR, 100),
                        day.atStartOfDay(ZoneId.of("Europe/Nicosia")).toInstant(),
                        "L" + past.size(),
                        "",
                        JournalPlace.BEFORE_ALL,
                        Dependence.NONE));
            }
        }
        return past;
    }

    private static LocalDate near(Dice dice, LocalDate day, long days) {
        return day.plusDays(dice.between(-days, days));
    }
}
