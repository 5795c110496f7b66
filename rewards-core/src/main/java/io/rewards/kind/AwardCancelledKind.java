package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.AwardCancelled;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Needs;
import io.rewards.past.PastAward;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Optional;

/** Somebody of the programme takes an award back. Source: domain 5.6. */
final class AwardCancelledKind extends CorrectingKind<AwardCancelled> {

    private static final Field<AwardCancelled, String> AWARD =
            Field.required("award", Type.TEXT, AwardCancelled::award, "Id of the transaction that awarded it.");
    private static final Field<AwardCancelled, String> REASON =
            Field.required("reason", Type.TEXT, AwardCancelled::reason, "Why.");
    private static final Field<AwardCancelled, String> USER =
            Field.required("user", Type.TEXT, AwardCancelled::user, "Who decided it.");
    private static final Shape<AwardCancelled> SHAPE = Shape.of(
            "Somebody takes an award back as a whole.",
            said -> new AwardCancelled(said.header(), said.of(AWARD), said.of(REASON), said.of(USER)),
            AWARD,
            REASON,
            USER);

    AwardCancelledKind() {
        super(AwardCancelled.class, "award_cancelled");
    }

    @Override
    public Shape<AwardCancelled> shape() {
        return SHAPE;
    }

    @Override
    public Needs needs(AwardCancelled event) {
        return Needs.ofAward(event.award());
    }

    @Override
    void admit(AwardCancelled event, Admission admission) {
        admission.ifKnown(account -> {
            account.reason(event.reason(), true);
            account.user(event.user());
            Optional<Transaction> award = account.past()
                    .transaction(event.award())
                    .filter(transaction -> transaction.kind() == TransactionKind.AWARD);
            account.unless(
                    award.flatMap(known -> account.past().award(known.lot()))
                            .filter(PastAward::stands)
                            .isPresent(),
                    "award",
                    "No award (" + event.award() + ") stands that could be cancelled.");
        });
    }

    @Override
    public Optional<Effect> moved(AwardCancelled event, Moment moment, Context context) {
        Returns returns = new Returns(moment, context, event.reason());
        returns.award(event.award(), event.user());
        return Optional.of(returns.effect());
    }

    @Override
    public String says(AwardCancelled event, Words words) {
        return event.user() + " takes award " + event.award() + " back" + Phrases.because(event.reason());
    }

    @Override
    public String undoes(AwardCancelled event, Telling telling) {
        return "the award was cancelled";
    }
}
