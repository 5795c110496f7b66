package io.rewards.examples;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendWish;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import io.rewards.report.Statement;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of an award: it pays for bread, half of what earned it comes back, the rest expires; and the statement. */
public final class MoneyOfAMemberExample {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    private MoneyOfAMemberExample() {}

    /** Prints the story. */
    public static void main(String[] args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        RewardsEngine engine = RewardsEngine.builder(
                        programme(), new InMemoryStore(), InstantSource.fixed(Instant.parse("2025-12-31T00:00:00Z")))
                .build();
        engine.evaluate(new ParticipantRegistered(on("e1", "2025-01-02"), Profile.EMPTY));
        engine.evaluate(new SchemeSignUp(on("e2", "2025-01-02"), "CLUB", ""));

        Outcome wine = engine.evaluate(
                Purchase.of(on("wine", "2025-03-01"), PurchaseLine.of("1", "WINE", 2, Amount.of("80.00", EUR))));
        Outcome bread = engine.evaluate(
                Purchase.of(on("bread", "2025-03-02"), PurchaseLine.of("1", "BREAD", 1, Amount.of("3.00", EUR)))
                        .spending(SpendWish.ALL));
        out.println("To pay for the bread: " + bread.payable().orElseThrow());
        Outcome back =
                engine.evaluate(GoodsReturn.of(on("back", "2025-03-05"), new ReturnedLine(wine.event(), "1", 1)));
        back.returned().ifPresent(returned -> {
            out.println("Back for one bottle: " + returned.refund());
            returned.reclaimed()
                    .forEach(reclaim -> out.println("Taken back of " + reclaim.offer() + ": " + reclaim.amount()));
        });
        engine.runs().expire(Instant.parse("2025-07-01T03:00:00Z"), RunListener.NONE);

        Statement statement =
                engine.ledger().statement("ada", NEW_YEAR, NEW_YEAR.plusYears(1).minusDays(1));
        statement.movements().stream()
                .filter(line -> !line.change().isZero())
                .forEach(line -> out.println(line.change() + ", then " + line.balance() + ": " + line.why()));
        out.println("All right: " + engine.ledger().verify().problems().isEmpty());
    }

    private static EventHeader on(String id, String day) {
        Instant instant = LocalDate.parse(day).atTime(12, 0).atZone(DUBLIN).toInstant();
        return EventHeader.of(id, "ada", "SHOP", instant).receivedOn(instant);
    }

    private static Programme programme() {
        Offer tenth = Offer.builder(
                        1,
                        "TENTH",
                        "CLUB",
                        "BASKET",
                        new Terms.TransactionRevenue(Amount.of("20.00", EUR), Optional.empty()),
                        new Award.PercentageOfPurchase(Percentage.of("10")))
                .withEffectiveSince(NEW_YEAR.atStartOfDay(DUBLIN).toInstant())
                .withAwardValidity(
                        new AwardValidity(Optional.empty(), new AwardValidity.Expiry.On(LocalDate.of(2025, 7, 1))))
                .build();
        return Programme.builder("Embedded", Settings.of(DUBLIN, EUR))
                .withUnits(List.of(new Unit("SHOP", "The shop", "", Optional.empty())))
                .withSchemes(List.of(Scheme.of("CLUB")))
                .withOfferTypes(List.of(new OfferType(
                        "BASKET",
                        "Large baskets",
                        Classification.INCREASE_REVENUE_TRANSACTION_BASED,
                        Set.of(),
                        Optional.empty())))
                .withOffers(List.of(tenth))
                .build();
    }
}
