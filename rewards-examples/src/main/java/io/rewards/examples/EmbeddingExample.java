package io.rewards.examples;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Decline;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import io.rewards.store.InMemoryStore;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The engine inside another program: a programme built in Java, a member, a purchase, and the reasons. */
public final class EmbeddingExample {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Instant JANUARY = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-01T10:00:00Z");

    private EmbeddingExample() {}

    /** Prints what happens to one purchase. */
    public static void main(String[] args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        InstantSource clock = InstantSource.fixed(MARCH.plusSeconds(60));
        RewardsEngine engine =
                RewardsEngine.builder(programme(), new InMemoryStore(), clock).build();

        engine.evaluate(new ParticipantRegistered(EventHeader.of("e1", "ada", "SHOP", JANUARY), Profile.EMPTY));
        engine.evaluate(new SchemeSignUp(EventHeader.of("e2", "ada", "SHOP", JANUARY), "CLUB", ""));
        Outcome outcome = engine.evaluate(Purchase.of(
                EventHeader.of("e3", "ada", "SHOP", MARCH),
                PurchaseLine.of("1", "BREAD", 2, Amount.of("7.40", EUR)),
                PurchaseLine.of("2", "WINE", 1, Amount.of("14.95", EUR))));

        outcome.granted().forEach(granted -> out.println(granted.offer() + " awards " + granted.amount()));
        outcome.declined()
                .forEach(declined -> out.println(declined.offer() + " does not apply: "
                        + String.join(
                                " ",
                                declined.declines().stream()
                                        .map(Decline::sentence)
                                        .toList())));
        outcome.balances().forEach(balance -> out.println("ada can spend " + balance.available()));
    }

    private static Programme programme() {
        Offer basket = Offer.builder(1, "BASKET-20", "CLUB", "BASKET", from("20.00"), percent("5"))
                .withEffectiveSince(JANUARY)
                .build();
        Offer large = Offer.builder(2, "BASKET-50", "CLUB", "BASKET", from("50.00"), percent("8"))
                .withEffectiveSince(JANUARY)
                .build();
        return Programme.builder("Embedded", Settings.of(ZoneId.of("Europe/Dublin"), EUR))
                .withUnits(List.of(new Unit("SHOP", "The shop", "", Optional.empty())))
                .withSchemes(List.of(Scheme.of("CLUB")))
                .withOfferTypes(List.of(new OfferType(
                        "BASKET",
                        "Large baskets",
                        Classification.INCREASE_REVENUE_TRANSACTION_BASED,
                        Set.of(),
                        Optional.empty())))
                .withOffers(List.of(basket, large))
                .build();
    }

    private static Terms from(String minimum) {
        return new Terms.TransactionRevenue(Amount.of(minimum, EUR), Optional.empty());
    }

    private static Award percent(String percentage) {
        return new Award.PercentageOfPurchase(Percentage.of(percentage));
    }
}
