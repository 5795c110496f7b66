package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.engine.EventIdReusedException;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.AwardCancelled;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.WalletToppedUp;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.TransactionKind;
import io.rewards.notification.NotificationCriteria;
import io.rewards.organisation.Product;
import io.rewards.organisation.Segment;
import io.rewards.problem.InvalidInputException;
import io.rewards.run.ChangeoverReport;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Dice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A reload is refused, or every account goes on: no event, run, statement or check fails on what was kept before. */
class ChangingProgrammePropertyTest {

    @Test
    void aReloadIsRefusedOrEveryAccountGoesOn() {
        Cases.histories(40, history -> new Business(history).goesOn());
    }

    @Test
    void everyAccountGoesOnAfterAChangeover() {
        Cases.histories(40, history -> new Business(history).changesOver());
    }

    private static final class Business {

        private static final int WELCOME = 90_001;
        private static final RunDefinition NIGHTLY = RunDefinition.ofEverything("NIGHTLY");

        private final History history;
        private final Dice dice;
        private final InMemoryStore store = new InMemoryStore();
        private final RewardsEngine engine;
        private final List<Purchase> bought = new ArrayList<>();
        private final List<EventKey> undoable = new ArrayList<>();
        private final List<EventKey> held = new ArrayList<>();
        private final List<EventKey> payouts = new ArrayList<>();
        private Instant now;
        private int events;

        Business(History drawn) {
            history = new History(drawn.seed(), rich(drawn.programme()), drawn.events(), drawn.closing());
            dice = new Dice(history.seed() * 31 + 7);
            now = history.events().get(0).performedOn();
            engine = Shopkeeper.engine(history.programme(), history.closing(), Shopkeeper.DROOLS, store);
        }

        /** The programme with what waits for a first award, and with points that can become money. */
        private static Programme rich(Programme drawn) {
            Amount welcome = new Amount(drawn.settings().currency(), 300);
            List<Offer> offers = new ArrayList<>(drawn.offers());
            offers.add(Offer.builder(
                            WELCOME,
                            "WELCOME",
                            "CLUB",
                            RandomProgramme.typeOf(Classification.REWARD_SIGN_UPS, false),
                            new Terms.SignUps(true),
                            new Award.FixedAmount(welcome))
                    .withEffectiveSince(Instant.EPOCH)
                    .build());
            return drawn.withOffers(offers).toBuilder()
                    .withRates(List.of(
                            rate(RandomProgramme.POINTS, drawn.settings().currency())))
                    .build();
        }

        private static ExchangeRate rate(Denomination points, Denomination money) {
            return new ExchangeRate(new Amount(points, 7), new Amount(money, 5), Optional.empty());
        }

        void goesOn() {
            Cases.events(history.events(), event -> {
                send(perhapsQueued(event));
                now = later(event);
                for (int i = dice.below(3); i > 0; i--) {
                    send(happening(event.participant()));
                }
                if (dice.chance(12)) {
                    reload();
                }
                if (dice.chance(8)) {
                    night();
                    look();
                }
            });
            night();
            look();
        }

        void changesOver() {
            int half = dice.below(history.events().size());
            Cases.events(history.events().subList(0, half), this::lived);
            Denomination from = dice.chance(80) ? engine.programme().settings().currency() : RandomProgramme.POINTS;
            Denomination to = from.equals(RandomProgramme.POINTS)
                    ? new Denomination("PTS", 1 + dice.below(3))
                    : new Denomination("NEW", dice.below(4));
            BigDecimal rate = from.equals(RandomProgramme.POINTS)
                    ? BigDecimal.ONE
                    : dice.oneOf(
                            new BigDecimal("1.95583"), new BigDecimal("0.3"), new BigDecimal("7.5345"), BigDecimal.TEN);
            Changeover changeover = new Changeover(from, to, rate, now);
            ChangeoverReport foreseen = engine.runs().previewChangeover(changeover, RunListener.NONE);
            assertThat(engine.ledger().verify().problems()).isEmpty();
            assertThat(engine.runs().changeover(changeover, RunListener.NONE)).isEqualTo(foreseen);
            assertThat(foreseen.ended()).isTrue();
            assertThat(engine.ledger().verify().problems()).isEmpty();
            engine.reload(after(history.programme(), from, to));
            look();
            Cases.events(history.events().subList(half, history.events().size()), event -> {
                lived(atTheRate(event));
                assertThat(engine.ledger().verify().problems()).isEmpty();
            });
            night();
            look();
        }

        /** What tills would send now; one that no till could have charged is sent as it is. */
        private CustomerEvent atTheRate(CustomerEvent event) {
            try {
                return EventKinds.now(event, store.commitments().orElseThrow());
            } catch (IllegalArgumentException e) {
                return event;
            }
        }

        private void lived(CustomerEvent event) {
            send(perhapsQueued(event));
            now = later(event);
            for (int i = dice.below(3); i > 0; i--) {
                send(happening(event.participant()));
            }
            if (dice.chance(8)) {
                night();
            }
        }

        /** The same shops in the new denomination, with offers of their own. */
        private Programme after(Programme before, Denomination from, Denomination to) {
            Settings old = before.settings();
            Settings settings = new Settings(
                    old.zone(),
                    old.currency().equals(from) ? to : old.currency(),
                    old.points().stream()
                            .map(points -> points.equals(from) ? to : points)
                            .toList(),
                    old.rounding(),
                    old.resolution(),
                    old.maximumPercentage(),
                    old.validityDate(),
                    old.awardBase(),
                    old.language(),
                    old.approver(),
                    old.strictEvaluation(),
                    old.spending(),
                    old.neverRewarded(),
                    old.neverPaid(),
                    old.participants(),
                    old.tiers());
            Changeover changeover =
                    store.commitments().orElseThrow().changeovers().get(0);
            Season season = Season.drawn(new Dice(history.seed()));
            List<Offer> offers = new RandomOffers(dice, season, settings)
                    .drawn(10).stream()
                            .filter(offer ->
                                    !settings.denominationOf(offer.award()).equals(from))
                            .map(offer -> Offer.builder(
                                            offer.number(),
                                            "N" + offer.code(),
                                            offer.scheme(),
                                            offer.type(),
                                            offer.terms(),
                                            offer.award())
                                    .withEffectiveSince(season.start())
                                    .withCaps(offer.caps())
                                    .withConditions(offer.conditions())
                                    .withSpendConditions(offer.spendConditions())
                                    .build())
                            .toList();
            return before.toBuilder()
                    .withSettings(settings)
                    .withRates(List.of(rate(settings.points().get(0), settings.currency())))
                    .withProducts(before.products().stream()
                            .map(product -> new Product(
                                    product.code(),
                                    product.name(),
                                    product.type(),
                                    product.attributes().mapped(changeover)))
                            .toList())
                    .withSegments(before.segments().stream()
                            .map(segment -> new Segment(
                                    segment.code(),
                                    segment.name(),
                                    segment.entity(),
                                    Set.of(),
                                    segment.types(),
                                    segment.offers().isEmpty() ? segment.schemes() : Set.of("CLUB")))
                            .toList())
                    .withOffers(offers)
                    .withAgreements(before.agreements().stream()
                            .map(agreement -> agreement.with(new ContributionRule[0]))
                            .toList())
                    .build();
        }

        /** Some purchases wait for the run of the night. */
        private CustomerEvent perhapsQueued(CustomerEvent event) {
            return event instanceof Purchase purchase && purchase.spend().isEmpty() && dice.chance(15)
                    ? purchase.withHeader(purchase.header().queued())
                    : event;
        }

        private Instant later(CustomerEvent event) {
            Instant told = event.header().receivedOn().orElse(event.performedOn());
            return told.isAfter(now) ? told : now;
        }

        private Optional<Outcome> send(CustomerEvent event) {
            try {
                assertThat(engine.preview(event)).isNotNull();
                Outcome outcome = engine.evaluate(event);
                if (event instanceof Purchase purchase && outcome.isRecorded()) {
                    bought.add(purchase);
                }
                if ((event instanceof WalletToppedUp
                                || event instanceof SpendRequested
                                || event instanceof PointsExchanged)
                        && outcome.isRecorded()) {
                    undoable.add(event.key());
                }
                if (event instanceof HoldPlaced && outcome.isRecorded()) {
                    held.add(event.key());
                }
                if (event instanceof PayoutRequested && outcome.isRecorded()) {
                    payouts.add(event.key());
                }
                return Optional.of(outcome);
            } catch (EventIdReusedException e) {
                return Optional.empty();
            }
        }

        private CustomerEvent happening(String participant) {
            EventHeader header = new EventHeader(
                    EventKey.of("H" + events++),
                    participant,
                    dice.oneOf(engine.programme().units()).code(),
                    now,
                    Optional.of(now),
                    true,
                    Attributes.NONE);
            return switch (dice.below(16)) {
                case 12 -> bought.isEmpty() ? toppedUp(header) : refunded(header);
                case 13 ->
                    undoable.isEmpty() ? toppedUp(header) : new EventCancelled(header, dice.oneOf(undoable), "mistake");
                case 14 ->
                    PointsExchanged.all(
                            header,
                            RandomProgramme.POINTS.code(),
                            engine.programme().settings().currency().code());
                case 15 -> late(header);
                case 0, 1, 2 -> bought.isEmpty() ? toppedUp(header) : returned(header);
                case 3, 4 ->
                    bought.isEmpty()
                            ? toppedUp(header)
                            : new SpendRequested(header, purchase().key(), SpendWish.of(money(3000)));
                case 5 -> toppedUp(header);
                case 6 -> new BalanceAdjusted(header, money(500), "gift", "ann");
                case 7 ->
                    new HoldPlaced(
                            header,
                            List.of(PurchaseLine.of("1", dice.oneOf(RandomProgramme.PRODUCTS), 1, money(2000))),
                            Optional.of(money(1000)),
                            now.plusSeconds(dice.below(900_000)));
                case 8 -> held.isEmpty() ? toppedUp(header) : new HoldReleased(header, dice.oneOf(held));
                case 9 ->
                    payouts.isEmpty() || dice.chance(50)
                            ? new PayoutRequested(header, Optional.of(money(500)))
                            : new PayoutAnswered(header, dice.oneOf(payouts), dice.chance(50), "closed");
                case 10 ->
                    dice.chance(50)
                            ? new MoneyTransferred(header, dice.oneOf("ANNA", "BEN", "CHLOE"), money(300), "gift")
                            : cancelled(header);
                default ->
                    bought.isEmpty()
                            ? toppedUp(header)
                            : new RedeemRequested(header, purchase().key(), Optional.of(money(4000)));
            };
        }

        private CustomerEvent cancelled(EventHeader header) {
            List<String> awards = store.records(header.participant()).stream()
                    .flatMap(records -> records.journal().transactions())
                    .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                    .map(transaction -> transaction.id())
                    .toList();
            if (!awards.isEmpty() && dice.chance(50)) {
                return new AwardCancelled(header, dice.oneOf(awards), "fraud", "ann");
            }
            return bought.isEmpty()
                    ? toppedUp(header)
                    : new EventCancelled(header, purchase().key(), "mistake");
        }

        private Purchase purchase() {
            return dice.oneOf(bought);
        }

        private CustomerEvent toppedUp(EventHeader header) {
            List<Denomination> denominations =
                    new ArrayList<>(engine.programme().settings().points());
            denominations.add(engine.programme().settings().currency());
            return new WalletToppedUp(header, new Amount(dice.oneOf(denominations), dice.between(1L, 3000)));
        }

        private CustomerEvent returned(EventHeader header) {
            Purchase purchase = purchase();
            PurchaseLine line = dice.oneOf(purchase.lines());
            EventHeader own = new EventHeader(
                    header.key(),
                    purchase.participant(),
                    header.unit(),
                    now,
                    Optional.of(now),
                    true,
                    header.attributes());
            return GoodsReturn.of(
                    own, new ReturnedLine(purchase.key(), line.id(), dice.between(1L, Math.max(1, line.quantity()))));
        }

        /** A refund of some money of a line, whose pieces stay. */
        private CustomerEvent refunded(EventHeader header) {
            GoodsReturn pieces = (GoodsReturn) returned(header);
            ReturnedLine line = pieces.lines().get(0);
            return GoodsReturn.of(pieces.header(), ReturnedLine.refund(line.purchase(), line.line(), money(900)));
        }

        /** Something of some days ago that is told only now: it is paid for with the money of then, or some is taken away. */
        private CustomerEvent late(EventHeader header) {
            EventHeader earlier = new EventHeader(
                    header.key(),
                    header.participant(),
                    header.unit(),
                    now.minusSeconds(dice.between(1L, 3_000_000)),
                    Optional.of(now),
                    true,
                    header.attributes());
            return bought.isEmpty() || dice.chance(30)
                    ? new BalanceAdjusted(earlier, money(500).times(-1), "mistake", "ann").owing()
                    : new SpendRequested(earlier, purchase().key(), SpendWish.ALL);
        }

        private Amount money(long most) {
            return new Amount(engine.programme().settings().currency(), dice.between(1L, most));
        }

        private void night() {
            engine.runs().run(NIGHTLY, now, RunListener.NONE).failures().forEach(failure -> {
                throw new AssertionError(failure.toString());
            });
            assertThat(engine.runs().expire(now, RunListener.NONE).failures()).isEmpty();
            engine.runs().notifyParticipants(NotificationCriteria.since(now.minusSeconds(100_000)), now);
        }

        private void look() {
            LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
            assertThat(engine.ledger().verify().problems()).isEmpty();
            for (String participant : store.participants("", 10)) {
                engine.ledger().statement(participant, today.minusYears(1), today);
                engine.participants().standing(participant, now);
                engine.participants().calendar(participant, today, today.plusMonths(2));
                for (Offer offer : engine.programme().offers()) {
                    bought.stream()
                            .filter(purchase -> purchase.participant().equals(participant))
                            .limit(3)
                            .forEach(purchase -> engine.explain(purchase, offer.code()));
                }
            }
            engine.ledger().liability(YearMonth.from(today).minusMonths(2), YearMonth.from(today));
        }

        private void reload() {
            Programme before = engine.programme();
            try {
                engine.reload(changed(before));
            } catch (InvalidInputException e) {
                assertThat(e.problems()).isNotEmpty();
                assertThat(engine.programme()).isSameAs(before);
            }
        }

        private Programme changed(Programme before) {
            Programme after = before;
            for (int i = dice.below(3); i >= 0; i--) {
                after = changedOnce(after);
            }
            return after;
        }

        private Programme changedOnce(Programme before) {
            Programme other = History.of(dice.below(100_000), 14, 1).programme();
            return switch (dice.below(12)) {
                case 0 -> without(before, Part.UNITS, 1);
                case 1 -> without(before, Part.GROUPS, 1);
                case 2 -> without(before, Part.PRODUCTS, 2);
                case 3 ->
                    without(before, dice.oneOf(List.<Part<?>>of(Part.PRODUCT_TYPES, Part.FAMILIES, Part.SEGMENTS)), 1);
                case 4 -> without(before, dice.oneOf(List.<Part<?>>of(Part.TIERS, Part.SCHEMES, Part.OFFER_TYPES)), 1);
                case 5, 6 -> without(before, Part.OFFERS, 3);
                case 7 -> mixed(before, other);
                case 8 ->
                    before.withOffers(before.offers().stream()
                            .map(offer -> dice.chance(30) ? offer.with(OfferState.NOT_EFFECTIVE) : offer)
                            .toList());
                case 9 ->
                    before.toBuilder()
                            .withSettings(settings(before.settings(), other.settings()))
                            .build();
                case 10 ->
                    before.toBuilder()
                            .withSchemes(before.schemes().stream()
                                    .map(scheme -> scheme.with(dice.oneOf(SchemeState.values())))
                                    .toList())
                            .build();
                default -> history.programme();
            };
        }

        /** Offers of {@code before}, some of which say what those of {@code other} do. */
        private Programme mixed(Programme before, Programme other) {
            List<Offer> offers = new ArrayList<>();
            for (Offer offer : before.offers()) {
                Offer drawn = dice.oneOf(other.offers());
                offers.add(
                        dice.chance(60)
                                ? offer
                                : drawn.draft(offer.code(), offer.name()).toBuilder()
                                        .withNumber(offer.number())
                                        .withEffectiveSince(now)
                                        .build());
            }
            return before.withOffers(offers);
        }

        private Settings settings(Settings before, Settings other) {
            return new Settings(
                    dice.chance(30) ? other.zone() : before.zone(),
                    dice.chance(20) ? other.currency() : before.currency(),
                    dice.chance(20) ? List.of(new Denomination("PTS", dice.below(2))) : before.points(),
                    other.rounding(),
                    other.resolution(),
                    before.maximumPercentage(),
                    other.validityDate(),
                    other.awardBase(),
                    before.language(),
                    before.approver(),
                    before.strictEvaluation(),
                    before.spending(),
                    other.neverRewarded(),
                    other.neverPaid(),
                    before.participants(),
                    before.tiers());
        }

        private <T> Programme without(Programme before, Part<T> part, int most) {
            List<T> left = new ArrayList<>(before.part(part));
            for (int i = dice.below(most); i >= 0 && left.size() > 1; i--) {
                left.remove(dice.below(left.size()));
            }
            return before.toBuilder().with(part, left).build();
        }
    }
}
