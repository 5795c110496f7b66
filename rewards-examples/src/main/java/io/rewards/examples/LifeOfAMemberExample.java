package io.rewards.examples;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.organisation.Unit;
import io.rewards.outlook.OfferStanding;
import io.rewards.participant.Profile;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Balance;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The life of a member: welcomed on registration, thanked for a friend, awarded for purchases, and congratulated by the
 * run of the night, with the standing in every offer at the end.
 */
public final class LifeOfAMemberExample {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final String CLUB = "CLUB";
    private static final Instant JANUARY = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant MARCH_END = Instant.parse("2025-03-31T00:00:00Z");
    private static final LocalDate BIRTHDAY = LocalDate.of(1990, 3, 5);
    private static final RunDefinition NIGHTLY = RunDefinition.ofEverything("NIGHTLY");

    private final RewardsStore store = new InMemoryStore();
    private final RewardsEngine engine;
    private final PrintStream out;

    private LifeOfAMemberExample(PrintStream out) {
        this.out = out;
        // Every event below says when it was received, so the clock is never asked.
        engine = RewardsEngine.builder(programme(), store, () -> JANUARY).build();
    }

    /** Prints what happens to ada. */
    public static void main(String[] args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        LifeOfAMemberExample example = new LifeOfAMemberExample(out);
        example.joins();
        example.bringsAFriend();
        example.buys();
        example.hasABirthday();
        example.stands();
    }

    /** Everybody joins the club on registration, and the offer for sign-ups welcomes them. */
    private void joins() {
        engine.evaluate(new ParticipantRegistered(
                header("ada-registers", "ada", "2025-03-01T10:00:00Z"), Profile.EMPTY.withDateOfBirth(BIRTHDAY)));
        tell("ada registers");
    }

    /** The referrer is awarded once the friend is awarded for something. */
    private void bringsAFriend() {
        engine.evaluate(
                new ParticipantRegistered(header("ben-registers", "ben", "2025-03-02T10:00:00Z"), Profile.EMPTY));
        engine.evaluate(new Referral(header("ben-referred", "ben", "2025-03-02T10:05:00Z"), "ada"));
        tell("ada referred ben");
        engine.evaluate(purchase("ben-buys", "ben", "2025-03-02T10:10:00Z", "40.00"));
        tell("ben is awarded for a purchase");
    }

    private void buys() {
        engine.evaluate(purchase("ada-buys", "ada", "2025-03-03T17:00:00Z", "62.00"));
        tell("ada buys for 62.00 EUR");
    }

    /** What dates decide is awarded by runs; the host says when. */
    private void hasABirthday() {
        for (LocalDate night = LocalDate.of(2025, 3, 4);
                night.isBefore(LocalDate.of(2025, 3, 7));
                night = night.plusDays(1)) {
            RunReport report =
                    engine.runs().run(NIGHTLY, night.atTime(2, 0).atZone(ZONE).toInstant(), RunListener.NONE);
            out.println("run of " + night + ": awards " + report.awarded());
        }
        tell("ada had a birthday");
    }

    private void stands() {
        for (OfferStanding standing :
                engine.participants().standing("ada", MARCH_END).offers()) {
            out.println(standing.offer() + ": awarded " + standing.awardedInYear()
                    + standing.progress()
                            .map(progress -> ", " + progress.current().text() + " of "
                                    + progress.target().text() + " for the next")
                            .orElse(""));
        }
    }

    private void tell(String happened) {
        Account account = store.account("ada").orElseThrow();
        List<Balance> balances = Balance.of(account.wallet(), MARCH_END);
        out.println(happened + ": ada has " + balances.get(0).available());
    }

    private static Purchase purchase(String id, String participant, String at, String total) {
        return Purchase.of(header(id, participant, at), PurchaseLine.of("1", "GROCERIES", 1, Amount.of(total, EUR)));
    }

    private static EventHeader header(String id, String participant, String at) {
        Instant instant = Instant.parse(at);
        return EventHeader.of(id, participant, "SHOP", instant).receivedOn(instant);
    }

    private static Programme programme() {
        return Programme.builder("Life of a member", Settings.of(ZONE, EUR))
                .withUnits(List.of(new Unit("SHOP", "The shop", "", Optional.empty())))
                .withSchemes(List.of(Scheme.of(CLUB).with(SignUpPolicy.of(SignUpOption.AUTO))))
                .withOfferTypes(List.of(
                        OfferType.of("WELCOME", Classification.REWARD_SIGN_UPS),
                        OfferType.of("FRIENDS", Classification.REWARD_REFERRALS),
                        OfferType.of("BASKETS", Classification.INCREASE_REVENUE_TRANSACTION_BASED),
                        OfferType.of("VISITS", Classification.REWARD_LOYALTY_TRANSACTION_NUMBER_BASED),
                        OfferType.of("BIRTHDAYS", Classification.REWARD_ON_BIRTHDAY)))
                .withOffers(List.of(
                        offer(1, "WELCOME", new Terms.SignUps(false), fixed("2.00")),
                        offer(2, "FRIENDS", new Terms.Referrals(), fixed("5.00")),
                        offer(
                                3,
                                "BASKETS",
                                new Terms.TransactionRevenue(Amount.of("20.00", EUR), Optional.empty()),
                                new Award.PercentageOfPurchase(Percentage.of("5"))),
                        offer(4, "VISITS", new Terms.CountLoyalty(5, new TimeSpan(1, SpanUnit.MONTHS)), fixed("3.00")),
                        offer(5, "BIRTHDAYS", new Terms.Birthday(), fixed("10.00"))))
                .withRuns(List.of(NIGHTLY))
                .build();
    }

    private static Offer offer(long number, String code, Terms terms, Award award) {
        return Offer.builder(number, code, CLUB, code, terms, award)
                .withEffectiveSince(JANUARY)
                .build();
    }

    private static Award fixed(String amount) {
        return new Award.FixedAmount(Amount.of(amount, EUR));
    }
}
