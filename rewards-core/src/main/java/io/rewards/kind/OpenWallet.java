package io.rewards.kind;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.books.Exchanging;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.books.Reserving;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.Moment;
import io.rewards.decision.SpendResult;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.resolve.Context;
import io.rewards.resolve.Spending;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.util.List;

/** The wallet of a participant while an event moves money in it; what was reserved too long is free. For one event. Source: domain 5. */
final class OpenWallet {

    private final Moment moment;
    private final Context context;
    private final Purse purse;
    private Report report = Report.NOTHING;
    private List<FollowUp> followUps = List.of();

    OpenWallet(Moment moment, Context context) {
        this.moment = moment;
        this.context = context;
        purse = context.purse(moment);
        new Reserving(purse).releaseLapsed(moment.event().performedOn());
    }

    Moment moment() {
        return moment;
    }

    Account account() {
        return moment.account();
    }

    Purse purse() {
        return purse;
    }

    /** A purchase as it stands. */
    Sale sale(EventKey purchase) {
        return purse.sale(purchase)
                .orElseGet(() ->
                        Sale.of((Purchase) context.lookups().event(purchase).orElseThrow(), moment.catalogue()));
    }

    /** What is spent here is planned and told. */
    Spending spending() {
        return new Spending(moment, purse);
    }

    /** Tells what was spent, reserved or freed. */
    void spent(SpendResult result) {
        report = Report.of(result);
    }

    /** Turns the whole steps in {@code asked}, of which there is enough, into money, and tells it. */
    void exchange(ExchangeRate rate, Amount asked) {
        long steps = rate.steps(asked);
        ExchangeResult result = new ExchangeResult(asked, rate.points(steps), rate.money(steps));
        List<Lot> made = new Exchanging(purse).exchange(result.points(), result.money());
        report = Report.of(
                result,
                made.stream().filter(lot -> lot.remaining().isPositive()).toList());
    }

    /** Brings something about for another participant. */
    void followUp(FollowUp followUp) {
        followUps = List.of(followUp);
    }

    /** What has changed; debts are paid first. */
    Effect effect() {
        new Reclaiming(purse).settleDebts();
        return Effect.of(account().with(purse.wallet()), purse.changes(), report)
                .with(Shared.of(List.of(), followUps));
    }
}
