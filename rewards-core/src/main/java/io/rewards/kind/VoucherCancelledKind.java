package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.VoucherCancelled;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Optional;

/** Somebody of the programme takes a voucher back. Source: domain 5.4. */
final class VoucherCancelledKind extends CorrectingKind<VoucherCancelled> {

    private static final Field<VoucherCancelled, String> VOUCHER =
            Field.required("voucher", Type.TEXT, VoucherCancelled::voucher, "Id of its lot.");
    private static final Field<VoucherCancelled, String> REASON =
            Field.required("reason", Type.TEXT, VoucherCancelled::reason, "Why.");
    private static final Field<VoucherCancelled, String> USER =
            Field.required("user", Type.TEXT, VoucherCancelled::user, "Who decided it.");
    private static final Shape<VoucherCancelled> SHAPE = Shape.of(
            "A voucher is taken back.",
            said -> new VoucherCancelled(said.header(), said.of(VOUCHER), said.of(REASON), said.of(USER)),
            VOUCHER,
            REASON,
            USER);

    VoucherCancelledKind() {
        super(VoucherCancelled.class, "voucher_cancelled");
    }

    @Override
    public Shape<VoucherCancelled> shape() {
        return SHAPE;
    }

    @Override
    public Needs needs(VoucherCancelled event) {
        return Needs.ofAward(event.voucher());
    }

    @Override
    void admit(VoucherCancelled event, Admission admission) {
        admission.ifKnown(account -> {
            account.reason(event.reason(), true);
            account.user(event.user());
            account.unless(
                    account.account().lots().stream()
                            .anyMatch(lot -> lot.id().equals(event.voucher())
                                    && lot.voucher().isPresent()),
                    "voucher",
                    "The wallet has no voucher (" + event.voucher() + ") that still holds money.");
        });
    }

    @Override
    public Optional<Effect> moved(VoucherCancelled event, Moment moment, Context context) {
        Returns returns = new Returns(moment, context, event.reason());
        returns.award(event.voucher(), event.user());
        return Optional.of(returns.effect());
    }

    @Override
    public String says(VoucherCancelled event, Words words) {
        return event.user() + " takes voucher " + event.voucher() + " back" + Phrases.because(event.reason());
    }

    @Override
    public String undoes(VoucherCancelled event, Telling telling) {
        return "the voucher was cancelled";
    }
}
