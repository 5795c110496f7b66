package io.rewards.kind;

import io.rewards.account.Account;
import io.rewards.account.Counters;
import io.rewards.amount.Amount;
import io.rewards.books.Converting;
import io.rewards.books.Purse;
import io.rewards.catalogue.Commitments;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.MoneyConverted;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.Termination;
import io.rewards.past.Inheritance;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.resolve.Context;
import io.rewards.shape.Shape;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A changeover reaches a participant. Source: domain 3.12. */
final class MoneyConvertedKind extends RaisedKind<MoneyConverted> {

    private static final Shape<MoneyConverted> SHAPE =
            Shape.of("What is held in one denomination becomes another.", said -> new MoneyConverted(said.header()));

    MoneyConvertedKind() {
        super(MoneyConverted.class, "money_converted");
    }

    @Override
    public Shape<MoneyConverted> shape() {
        return SHAPE;
    }

    /** Everything of the account, with what is over and what it uses of budgets. */
    @Override
    public Optional<Effect> moved(MoneyConverted event, Moment moment, Context context) {
        Commitments kept = moment.catalogue().commitments();
        UnaryOperator<Amount> rate = kept.underWay().orElseThrow();
        Account account = moment.account();
        Inheritance over = moment.past().inheritance();
        Purse purse = context.purse(moment);
        Converting converting = new Converting(purse, kept, kept.currency(), rate);
        converting.convert(over.lots(), over.sales());
        converting.recount(over.lots());
        Map<String, List<Counted>> before = new HashMap<>();
        Map<String, List<Counted>> after = new HashMap<>();
        for (String offer : account.counters().over().keySet()) {
            if (kept.countsMoney(offer)) {
                List<Counted> closed = moment.past().counted(offer, Instant.MIN, Instant.MAX, Integer.MAX_VALUE);
                before.put(offer, closed);
                after.put(offer, converting.counted(offer, closed));
            }
        }
        Account converted = account.with(person(account.participant(), rate))
                .with(purse.wallet())
                .with(counters(account.counters(), converting));
        PastChanges changes = purse.changes().with(after, before).inheriting(inherited(over, rate));
        return Optional.of(Effect.of(converted, changes, Report.NOTHING)
                .with(Shared.of(claims(account.participant(), over.lots(), account.lots(), purse), List.of())));
    }

    private static Participant person(Participant participant, UnaryOperator<Amount> rate) {
        Profile profile = participant.profile();
        return participant.with(profile.withPreferences(profile.preferences().mapped(rate))
                .withAttributes(profile.attributes().mapped(rate)));
    }

    private static Counters counters(Counters counters, Converting converting) {
        Map<String, List<Counted>> counted = new HashMap<>(counters.counted());
        counted.replaceAll(converting::counted);
        return new Counters(counted, counters.collected(), counters.over());
    }

    /** Awards of duplicates whose money did not come over. */
    private static List<PastAward> inherited(Inheritance over, UnaryOperator<Amount> rate) {
        return over.awards().stream()
                .filter(award -> !award.isOwn())
                .map(award -> award.standing(rate.apply(award.amount())))
                .toList();
    }

    /** What awards have used of budgets, once: where the money went to another participant, that one has the awards. */
    private static List<BudgetClaim> claims(Participant participant, List<Lot> emptied, List<Lot> filled, Purse purse) {
        List<BudgetClaim> claims = new ArrayList<>();
        if (participant
                .termination()
                .flatMap(Termination::replacement)
                .filter(Replacement::balance)
                .isPresent()) {
            return claims;
        }
        List<Lot> all = new ArrayList<>(emptied);
        all.addAll(filled);
        for (Lot lot : all) {
            Amount now = purse.lot(lot.id()).standing();
            if (lot.isAward() && !now.denomination().equals(lot.standing().denomination())) {
                for (BudgetName budget : lot.provenance().budgets()) {
                    boolean ofMerchant = budget.kind() == BudgetName.Kind.MERCHANT;
                    Amount before = ofMerchant ? lot.provenance().contribution() : lot.standing();
                    Amount after = ofMerchant ? purse.lot(lot.id()).provenance().contribution() : now;
                    claims.add(BudgetClaim.release(budget, before, false));
                    claims.add(new BudgetClaim(budget, 0, after, Optional.empty(), Optional.empty()));
                }
            }
        }
        return claims;
    }
}
