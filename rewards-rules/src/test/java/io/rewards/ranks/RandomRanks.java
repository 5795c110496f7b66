package io.rewards.ranks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierFall;
import io.rewards.catalogue.TierReturns;
import io.rewards.catalogue.TierSettings;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.TierSet;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.TerminationReason;
import io.rewards.rules.RuleSet;
import io.rewards.run.RunListener;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Dice;
import io.rewards.tier.TierOutlook;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A random life of a few participants with tiers, told to an engine and to the naive model, which are compared all the time. */
public final class RandomRanks {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Instant REGISTERED = Instant.parse("2021-06-01T00:00:00Z");
    private static final RunDefinition RUN = RunDefinition.ofEverything("NIGHTLY");

    /** A purchase as it stands: what its two lines still cost, and the tax in them. */
    private static final class Receipt {
        final NaiveRanks.Bought bought;
        long coffee;
        long coffeeVat;
        long thing;
        long thingVat;
        boolean gone;

        Receipt(NaiveRanks.Bought bought) {
            this.bought = bought;
        }
    }

    private final Dice dice;
    private final RewardsStore store;
    private final RewardsEngine engine;
    private final List<Tier> tiers;
    private final ZoneId zone;
    private final AwardBase base;
    private final boolean exceptsCoffee;
    private final boolean atOnce;
    private final long unit;
    private final int lateness;
    private final Map<String, NaiveRanks> models = new LinkedHashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();

    /** Who was told of late after a run had come by: what that changes about later reviews shows with the next visit. */
    private final Set<String> visitedSince = new HashSet<>();

    private final Map<String, Map<String, Receipt>> receipts = new HashMap<>();
    private Instant now = Instant.parse("2022-01-01T12:00:00Z");
    private int events;

    /**
     * Draws a programme.
     *
     * @param rules built-in ones
     */
    public RandomRanks(long seed, RewardsStore store, RuleSet rules) {
        dice = new Dice(seed);
        this.store = store;
        zone = ZoneId.of(dice.oneOf("Europe/Nicosia", "Pacific/Chatham", "America/Santiago", "UTC"));
        tiers = tiers();
        base = dice.oneOf(AwardBase.values());
        exceptsCoffee = dice.chance(30);
        atOnce = dice.chance(40);
        unit = dice.oneOf(100L, 50L, 250L);
        lateness = dice.oneOf(0, 2, 20, 200);
        engine = RewardsEngine.builder(programme(), store, () -> Instant.parse("2090-01-01T00:00:00Z"))
                .withRules(rules)
                .build();
        register("P1");
        register("P2");
    }

    private List<Tier> tiers() {
        List<Tier> drawn = new ArrayList<>();
        long reach = dice.chance(70) ? 0 : 5;
        for (String code : List.of("SILVER", "GOLD", "PLATINUM", "DIAMOND").subList(0, dice.between(2, 4))) {
            TimeSpan period = dice.oneOf(
                    new TimeSpan(30, SpanUnit.DAYS),
                    new TimeSpan(1, SpanUnit.MONTHS),
                    new TimeSpan(3, SpanUnit.MONTHS),
                    new TimeSpan(1, SpanUnit.DAYS),
                    new TimeSpan(2, SpanUnit.WEEKS),
                    new TimeSpan(1, SpanUnit.YEARS));
            Tier tier = Tier.of(code, reach, period).with(dice.oneOf(TierFall.values()));
            drawn.add(dice.chance(60) ? tier : tier.keptBy(dice.between(0L, reach)));
            reach += dice.between(1, 60);
        }
        return drawn;
    }

    private Programme programme() {
        TierSettings settings = TierSettings.DEFAULT
                .with(base)
                .with(atOnce ? TierReturns.AT_ONCE : TierReturns.AT_REVIEW)
                .withUnit(new Amount(EUR, unit));
        if (exceptsCoffee) {
            settings =
                    settings.with(ProductSelection.ALL.butNot(new ProductList(Set.of(), Set.of("COFFEE"), Set.of())));
        }
        OfferType type = new OfferType(
                "ANY", "ANY", Classification.INCREASE_REVENUE_TRANSACTION_BASED, Set.of(), Optional.empty());
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            String code = tiers.get(i).code();
            offers.add(Offer.builder(
                            i + 1,
                            "FOR-" + code,
                            "CLUB",
                            "ANY",
                            new Terms.TransactionRevenue(Amount.zero(EUR), Optional.empty()),
                            new Award.FixedAmount(new Amount(EUR, 1)))
                    .withConditions(
                            AwardConditions.builder().withTiers(Set.of(code)).build())
                    .withEffectiveSince(Instant.parse("2000-01-01T00:00:00Z"))
                    .build());
        }
        return Programme.builder("Ranks", Settings.of(zone, EUR).with(settings))
                .withProductTypes(List.of(new ProductType("COFFEE", "Coffee", "")))
                .withUnits(List.of(new Unit("U1", "U1", "", Optional.empty())))
                .withSchemes(List.of(Scheme.of("CLUB")))
                .withOfferTypes(List.of(type))
                .withTiers(tiers)
                .withRuns(List.of(RUN))
                .withOffers(offers)
                .build();
    }

    private void register(String participant) {
        models.put(participant, new NaiveRanks(tiers, zone, unit, REGISTERED));
        receipts.put(participant, new LinkedHashMap<>());
        seen.put(participant, REGISTERED);
        told(new ParticipantRegistered(header(participant, REGISTERED), Profile.EMPTY));
        told(new SchemeSignUp(header(participant, REGISTERED), "CLUB", ""));
    }

    private EventHeader header(String participant, Instant on) {
        events++;
        return EventHeader.of("E" + events, participant, "U1", on).receivedOn(now.isAfter(on) ? now : on);
    }

    private Outcome told(CustomerEvent event) {
        Outcome outcome = engine.evaluate(event);
        assertThat(outcome.problems()).as("%s", event).isEmpty();
        if (event.performedOn().isBefore(seen.getOrDefault(event.participant(), REGISTERED))) {
            visitedSince.add(event.participant());
        } else {
            visitedSince.remove(event.participant());
        }
        seen.merge(event.participant(), event.performedOn(), (one, other) -> one.isAfter(other) ? one : other);
        return outcome;
    }

    /** What is known of somebody, for messages. */
    private String known(String who) {
        NaiveRanks model = models.get(who);
        return tiers + " in " + zone + ", "
                + store.account(who).orElseThrow().tiering().changes() + ", but " + model.at(now) + " of "
                + model.purchases + " " + model.hands + " " + model.merges;
    }

    /** One more event, and everything that can be asked afterwards. */
    public void step() {
        now = now.plus(
                dice.chance(10) ? Duration.ofDays(dice.between(1, 120)) : Duration.ofMinutes(dice.between(0, 4000)));
        if (dice.chance(10)) {
            now = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        }
        String who = dice.oneOf(List.copyOf(models.keySet()));
        int drawn = dice.below(100);
        if (drawn < 55) {
            buys(who, perhapsLate());
        } else if (drawn < 70) {
            bringsBack(who);
        } else if (drawn < 74) {
            cancels(who);
        } else if (drawn < 79) {
            isSet(who);
        } else if (drawn < 81) {
            merges();
        } else if (drawn < 86) {
            told(new ProfileChanged(
                    header(who, now), Profile.EMPTY.withTier(dice.oneOf(tiers).code()), ""));
        } else {
            runs();
        }
        models.keySet().forEach(this::compare);
    }

    private Instant perhapsLate() {
        if (lateness == 0 || dice.chance(60)) {
            return now;
        }
        Instant late = now.minus(Duration.ofMinutes(dice.between(0L, lateness * 1440L)));
        return dice.chance(20)
                ? late.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
                : late;
    }

    private void buys(String who, Instant on) {
        NaiveRanks model = models.get(who);
        NaiveRanks asKnown = model;
        String tier = asKnown.codeFor(on);
        long coffee = dice.between(0L, 40L) * dice.between(1L, 99L);
        long thing = dice.between(0L, 40L) * dice.between(1L, 199L);
        long coffeeVat = coffee * dice.between(0, 20) / 100;
        long thingVat = thing * dice.between(0, 20) / 100;
        EventHeader header = header(who, on);
        Outcome outcome =
                told(Purchase.of(header, line("c", "COFFEE", coffee, coffeeVat), line("t", "", thing, thingVat)));
        for (Tier each : tiers) {
            boolean granted = outcome.verdictOn("FOR-" + each.code())
                    .filter(Verdict.Granted.class::isInstance)
                    .isPresent();
            assertThat(granted)
                    .as("the offer for %s and a purchase on %s in tier %s", each.code(), on, tier)
                    .isEqualTo(each.code().equals(tier));
        }
        Receipt receipt = new Receipt(
                new NaiveRanks.Bought(header.key().id(), on, counted(coffee, coffeeVat, thing, thingVat), on));
        receipt.coffee = coffee;
        receipt.coffeeVat = coffeeVat;
        receipt.thing = thing;
        receipt.thingVat = thingVat;
        receipts.get(who).put(receipt.bought.id, receipt);
        if (receipt.bought.cents > 0) {
            model.purchases.add(receipt.bought);
        }
    }

    private long counted(long coffee, long coffeeVat, long thing, long thingVat) {
        long all = (exceptsCoffee ? 0 : coffee) + thing;
        return base == AwardBase.GROSS ? all : all - (exceptsCoffee ? 0 : coffeeVat) - thingVat;
    }

    private static PurchaseLine line(String id, String type, long cents, long vat) {
        return new PurchaseLine(id, id, type, "", 1, new Amount(EUR, cents), new Amount(EUR, vat), Attributes.NONE);
    }

    private Optional<Receipt> some(String who) {
        List<Receipt> all = receipts.get(who).values().stream()
                .filter(receipt -> !receipt.gone)
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(all));
    }

    private Instant after(Instant on) {
        Instant drawn = perhapsLate();
        return drawn.isBefore(on) ? on : drawn;
    }

    private void bringsBack(String who) {
        Optional<Receipt> some = some(who).filter(receipt -> receipt.thing > 0 || receipt.coffee > 0);
        if (some.isEmpty() || some.get().bought.on.isAfter(now)) {
            return;
        }
        Receipt receipt = some.get();
        Instant on = after(receipt.bought.on);
        boolean coffee = receipt.coffee > 0 && (receipt.thing == 0 || dice.chance(50));
        told(GoodsReturn.of(header(who, on), new ReturnedLine(EventKey.of(receipt.bought.id), coffee ? "c" : "t", 1)));
        if (coffee) {
            receipt.coffee = 0;
            receipt.coffeeVat = 0;
        } else {
            receipt.thing = 0;
            receipt.thingVat = 0;
        }
        receipt.gone = receipt.coffee == 0 && receipt.thing == 0;
        comesOff(receipt, on);
    }

    private void cancels(String who) {
        some(who).filter(receipt -> !receipt.bought.on.isAfter(now)).ifPresent(receipt -> {
            Instant on = after(receipt.bought.on);
            told(new EventCancelled(header(who, on), EventKey.of(receipt.bought.id), ""));
            receipt.coffee = 0;
            receipt.coffeeVat = 0;
            receipt.thing = 0;
            receipt.thingVat = 0;
            receipt.gone = true;
            comesOff(receipt, on);
        });
    }

    private void comesOff(Receipt receipt, Instant on) {
        long left = counted(receipt.coffee, receipt.coffeeVat, receipt.thing, receipt.thingVat);
        long off = receipt.bought.left() - left;
        if (off != 0) {
            Instant from = atOnce ? receipt.bought.from : on;
            receipt.bought.back.add(new NaiveRanks.Back(from, off));
        }
    }

    private void isSet(String who) {
        Instant on = perhapsLate().plusNanos(7);
        on = on.isAfter(now) ? now.plusNanos(7) : on;
        now = on.isAfter(now) ? on : now;
        Optional<Instant> until = dice.chance(15)
                ? Optional.empty()
                : Optional.of(on.plus(Duration.ofMinutes(dice.between(1L, 60L * 1440))));
        String tier = dice.oneOf(tiers).code();
        told(new TierSet(header(who, on), tier, "because", "anna", until));
        models.get(who).hands.add(new NaiveRanks.Hand(on, tier, until));
    }

    /** P2 turns out to be a duplicate of P1; another P2 registers. */
    private void merges() {
        String duplicate = List.copyOf(models.keySet()).get(1);
        now = now.plusNanos(3);
        told(new ParticipantTerminated(
                header(duplicate, now),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("P1", true, Set.of()))));
        NaiveRanks gone = models.remove(duplicate);
        NaiveRanks stays = models.get("P1");
        NaiveRanks.Stand stood = gone.at(now);
        stays.merges.add(new NaiveRanks.Merge(
                now, Optional.of(stood).filter(each -> each.periodStart().isPresent())));
        for (Map.Entry<String, Receipt> each : receipts.remove(duplicate).entrySet()) {
            Receipt before = each.getValue();
            Receipt comesOver =
                    new Receipt(new NaiveRanks.Bought(before.bought.id, before.bought.on, before.bought.cents, now));
            before.bought.back.forEach(back -> comesOver.bought.back.add(new NaiveRanks.Back(now, back.cents())));
            comesOver.coffee = before.coffee;
            comesOver.coffeeVat = before.coffeeVat;
            comesOver.thing = before.thing;
            comesOver.thingVat = before.thingVat;
            comesOver.gone = before.gone;
            receipts.get("P1").put(each.getKey(), comesOver);
            if (comesOver.bought.cents > 0) {
                stays.purchases.add(comesOver.bought);
            }
        }
        seen.put("P1", now);
        assertThat(store.account(duplicate).orElseThrow().participant().tier()).isEmpty();
        register("D" + events);
    }

    private void runs() {
        now = now.plusNanos(1); // a run as of the same instant was made already
        engine.runs().run(RUN, now, RunListener.NONE);
        visitedSince.clear();
        models.keySet().forEach(who -> seen.merge(who, now, (one, other) -> one.isAfter(other) ? one : other));
    }

    private void compare(String who) {
        NaiveRanks model = models.get(who);
        Instant latest = seen.getOrDefault(who, REGISTERED);
        if (!visitedSince.contains(who)) {
            assertThat(store.account(who).orElseThrow().participant().tier())
                    .as("the tier of %s as of %s: %s", who, latest, known(who))
                    .isEqualTo(model.code(model.at(latest).place()));
        }
        explained(who, model, now);
        if (dice.chance(20)) {
            explained(who, model, now.minus(Duration.ofMinutes(dice.between(0L, 90L * 1440))));
        }
    }

    private void explained(String who, NaiveRanks model, Instant asOf) {
        NaiveRanks.Stand stand = model.at(asOf);
        TierOutlook said = engine.explainTier(who, asOf);
        String about = who + " as of " + asOf + ": " + known(who);
        assertThat(said.tier()).as("tier of %s", about).isEqualTo(model.code(stand.place()));
        assertThat(said.since()).as("since of %s", about).contains(stand.since());
        assertThat(said.keeping().map(TierOutlook.Keeping::review))
                .as("review of %s", about)
                .isEqualTo(stand.place() < 0 ? Optional.empty() : model.review(stand));
        said.next()
                .ifPresent(next -> assertThat(next.units())
                        .as("units of %s towards %s", about, next.tier())
                        .isEqualTo(model.units(next.from(), true, asOf, true)));
        said.keeping()
                .ifPresent(keeping -> assertThat(keeping.units())
                        .as("units of %s that keep the tier", about)
                        .isEqualTo(model.units(keeping.from(), true, asOf, true)));
    }
}
