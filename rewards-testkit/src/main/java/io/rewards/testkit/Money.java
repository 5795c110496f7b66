package io.rewards.testkit;

import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.Paying;
import io.rewards.books.PayingOut;
import io.rewards.books.Purse;
import io.rewards.books.Reserving;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.MoneyExpired;
import io.rewards.event.Purchase;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.LotId;
import io.rewards.past.Needs;
import io.rewards.store.RewardsStore;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Money that moves as the engine moves it: by purses. */
final class Money {

    private Money() {}

    /** A participant of a store, as loaded now. */
    static Loaded load(RewardsStore store, String participant) {
        return store.load(participant, Needs.NOTHING).orElseThrow();
    }

    /** The wallet of {@code loaded} while {@code event} changes it. */
    static Purse purse(Loaded loaded, CustomerEvent event) {
        return new Purse(
                loaded.account(),
                loaded.past(),
                event,
                event.performedOn(),
                LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY));
    }

    /** What {@code event} writes where {@code move} is what it does to the wallet. */
    static Write moving(Loaded loaded, CustomerEvent event, Consumer<Purse> move) {
        Purse purse = purse(loaded, event);
        move.accept(purse);
        return Write.of(event, Effect.of(loaded.account().with(purse.wallet()), purse.changes(), Report.NOTHING));
    }

    /** An award of offer A. */
    static Write award(Loaded loaded, String event, Amount amount, Optional<Instant> validTo) {
        return moving(
                loaded,
                Events.purchase(event, loaded.participant().id(), Events.START),
                purse -> new Awarding(purse)
                        .award(lot(EventKey.of(event), "A", amount, validTo, List.of()), AwardSubject.NOTHING));
    }

    /** Money that an offer awards for an event at the start. */
    static Lot lot(EventKey event, String offer, Amount amount, Optional<Instant> validTo, List<Counted> sources) {
        return lot(event, Events.START, offer, amount, validTo, sources);
    }

    /** Money that an offer awards for an event. */
    static Lot lot(
            EventKey event, Instant on, String offer, Amount amount, Optional<Instant> validTo, List<Counted> sources) {
        Provenance provenance = new Provenance(
                event,
                offer,
                "type " + offer,
                "scheme " + offer,
                "R-010",
                "pack",
                amount,
                List.of(),
                List.of(),
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                sources,
                List.of(),
                Dependence.NONE,
                List.of());
        return Lot.of(
                LotId.award(event, offer).text(),
                AccountKind.COMMERCE,
                amount,
                new LotDates(on, on, validTo),
                provenance);
    }

    /** A purchase that is paid from the wallet, as far as there is so much. */
    static Write spend(Loaded loaded, String event, Amount most, Instant on) {
        Purchase purchase = Events.purchase(event, loaded.participant().id(), on);
        Sale sale = sale(purchase);
        return moving(
                loaded,
                purchase,
                purse -> new Paying(purse).pay(sale, SpendPlan.of(purse.spendable(on), sale.lines(), most)));
    }

    /** Money that is reserved until {@code until}. */
    static Write reserve(Loaded loaded, String event, Amount most, Instant until) {
        Purchase purchase = Events.purchase(event, loaded.participant().id(), Events.START);
        List<SaleLine> lines = sale(purchase).lines();
        return moving(
                loaded,
                purchase,
                purse -> new Reserving(purse).place(SpendPlan.of(purse.spendable(Events.START), lines, most), until));
    }

    /** What was not spent by {@code asOf} expires, and what was reserved until then is free again. */
    static Write expire(Loaded loaded, String event, Instant asOf) {
        return moving(
                loaded,
                new MoneyExpired(Events.header(event, loaded.participant().id(), asOf)),
                purse -> {
                    new Reserving(purse).releaseLapsed(asOf);
                    new PayingOut(purse).expire(asOf);
                });
    }

    /** A purchase as it stands before anything is paid. */
    static Sale sale(Purchase purchase) {
        return new Sale(
                purchase.key(),
                purchase.performedOn(),
                purchase.lines().stream()
                        .map(line -> new SaleLine(
                                line.id(),
                                line.product(),
                                line.type(),
                                line.family(),
                                line.quantity(),
                                line.total(),
                                line.vat(),
                                line.total(),
                                line.attributes()))
                        .toList(),
                List.of());
    }
}
