package io.rewards.outage;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.json.ProgrammeReader;
import io.rewards.participant.Profile;
import io.rewards.testkit.chance.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens in a small programme, drawn by a seed: the same seed tells the same tale in every process. Every event says
 * when it was received, so no clock decides anything.
 */
public final class Tale {

    public static final Denomination EUR = new Denomination("EUR", 2);
    public static final Denomination PTS = new Denomination("PTS", 0);
    public static final Instant FIRST_DAY = Instant.parse("2025-03-01T09:00:00Z");

    public static final Programme PROGRAMME = ProgrammeReader.read("tale.yaml", """
            name: Tale
            settings: {zone: Europe/Nicosia, currency: EUR, points: [{code: PTS, scale: 0}]}
            units: [{code: SHOP}]
            tiers: [{code: SILVER, reach: 0, period: 2 WEEKS}, {code: GOLD, reach: 60, period: 2 WEEKS}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes:
              - {code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}
              - {code: VISITS, classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED}
              - {code: FRIENDS, classification: REWARD_REFERRALS}
              - {code: BIRTHDAYS, classification: REWARD_ON_BIRTHDAY}
            rates: [{from: 10 PTS, to: 1.00}]
            runs: [{code: NIGHTLY, effective: true}]
            messages: [{kind: AWARD, language: en, text: "You got #award.amount#."}]
            offers:
              - number: 1
                code: POINT-PER-EURO
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 0.00}
                award: {rate: {amount: 1 PTS, per: 1.00}}
              - number: 2
                code: FIVE-PERCENT
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 10.00}
                award: {percentage: 5}
                awardValidity: {expires: {after: 20 DAYS}}
              - number: 3
                code: EVERY-THIRD
                scheme: CLUB
                type: VISITS
                classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {target: 3, period: 3 MONTHS}
                award: {amount: 2.50}
              - number: 4
                code: BRING-A-FRIEND
                scheme: CLUB
                type: FRIENDS
                classification: REWARD_REFERRALS
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {}
                award: {amount: 5.00}
              - number: 5
                code: BIRTHDAY
                scheme: CLUB
                type: BIRTHDAYS
                classification: REWARD_ON_BIRTHDAY
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {}
                award: {amount: 10.00}
              - number: 6
                code: A-FEW
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 5.00}
                award: {amount: 1.00}
                caps: [{of: ALL, awards: 40}, {of: ALL, awards: 2, per: DAY}]
            """);

    /** Something that happens. */
    public sealed interface Step {

        /** Somebody did something. */
        record Sent(CustomerEvent event) implements Step {}

        /** The evaluation run comes. */
        record Run(Instant asOf) implements Step {}

        /** What was not spent in time is taken out. */
        record Expiration(Instant asOf) implements Step {}
    }

    private static final int MOST_PARTICIPANTS = 8;
    private static final int RECENT = 6;

    private final Dice dice;
    private final List<String> participants = new ArrayList<>();
    private final Map<EventKey, Purchase> purchases = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private Instant now = FIRST_DAY;

    private Tale(long seed) {
        dice = new Dice(seed);
    }

    /** The tale of a seed. */
    public static List<Step> of(long seed, int steps) {
        Tale tale = new Tale(seed);
        while (tale.steps.size() < steps) {
            tale.next();
        }
        return List.copyOf(tale.steps.subList(0, steps));
    }

    private void next() {
        now = now.plusSeconds(dice.between(60L, 40_000));
        if (participants.size() < 2 || (participants.size() < MOST_PARTICIPANTS && dice.chance(12))) {
            register();
            return;
        }
        int draw = dice.below(100);
        if (draw < 4) {
            steps.add(new Step.Run(now));
        } else if (draw < 7) {
            steps.add(new Step.Expiration(now));
        } else if (draw < 22) {
            send(new MoneyTransferred(header(), dice.oneOf(participants), eur(dice.between(1L, 400)), "gift"));
        } else if (draw < 30) {
            send(PointsExchanged.of(header(), new Amount(PTS, dice.between(1L, 4) * 10), "EUR"));
        } else if (draw < 60 && !purchases.isEmpty()) {
            afterwards(purchases.get(latest()), draw);
        } else {
            buy();
        }
    }

    private void register() {
        String newcomer = "p" + participants.size();
        Profile profile = Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 1).plusDays(dice.below(60)));
        send(new ParticipantRegistered(header(newcomer), profile));
        if (!participants.isEmpty()) {
            send(new Referral(header(newcomer), dice.oneOf(participants)));
        }
        participants.add(newcomer);
    }

    private void afterwards(Purchase purchase, int draw) {
        EventHeader header = header(purchase.header().participant());
        if (draw < 44) {
            ReturnedLine line = new ReturnedLine(
                    purchase.header().key(), purchase.lines().get(0).id(), 1);
            send(GoodsReturn.of(header, line));
        } else if (draw < 56) {
            SpendWish wish = dice.chance(50) ? SpendWish.ALL : SpendWish.of(eur(dice.between(1L, 300)));
            send(new SpendRequested(header, purchase.header().key(), wish));
        } else {
            send(new EventCancelled(header, purchase.header().key(), "by mistake"));
        }
    }

    private EventKey latest() {
        List<EventKey> all = List.copyOf(purchases.keySet());
        return dice.oneOf(all.subList(Math.max(0, all.size() - RECENT), all.size()));
    }

    private void buy() {
        PurchaseLine[] lines = new PurchaseLine[dice.between(1, 3)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = PurchaseLine.of("l" + i, "WINE", dice.between(1L, 3), eur(dice.between(100L, 4_000)));
        }
        Purchase purchase = Purchase.of(header(), lines);
        purchase = dice.chance(15) ? purchase.spending(SpendWish.ALL) : purchase;
        purchase = dice.chance(20) ? purchase.queued() : purchase;
        purchases.put(purchase.header().key(), purchase);
        send(purchase);
    }

    private EventHeader header() {
        return header(dice.oneOf(participants));
    }

    private EventHeader header(String participant) {
        Instant on = dice.chance(90) ? now : now.minusSeconds(dice.between(1L, 100_000));
        return EventHeader.of("e" + steps.size(), participant, "SHOP", on).receivedOn(now);
    }

    private void send(CustomerEvent event) {
        steps.add(new Step.Sent(event));
    }

    /** The event of a step, where it is one. */
    static Optional<CustomerEvent> event(Step step) {
        return step instanceof Step.Sent sent ? Optional.of(sent.event()) : Optional.empty();
    }

    private static Amount eur(long cents) {
        return new Amount(EUR, cents);
    }
}
