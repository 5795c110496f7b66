package io.rewards.resolve;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.AwardCancelled;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.Purchase;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.WalletSpending;
import java.util.Optional;

/** Events and awards that are cancelled. Source: domain 5.6, 12.1 Q3, Q31. */
final class Undoing {

    private Undoing() {}

    /** What comes of it that something is cancelled; empty for events that cancel nothing. */
    static Optional<Effect> of(Moment moment, Context context) {
        CustomerEvent event = moment.event();
        if (event instanceof EventCancelled cancelled) {
            return Optional.of(cancelled(cancelled, moment, context));
        }
        if (event instanceof AwardCancelled cancelled) {
            return Optional.of(
                    award(cancelled.award(), cancelled.user(), new Returns(moment, context, cancelled.reason())));
        }
        if (event instanceof VoucherCancelled cancelled) {
            return Optional.of(
                    award(cancelled.voucher(), cancelled.user(), new Returns(moment, context, cancelled.reason())));
        }
        if (event instanceof ReferralCancelled cancelled) {
            Returns returns = new Returns(moment, context, "");
            returns.awardsOf(cancelled.award());
            return Optional.of(returns.effect());
        }
        return Optional.empty();
    }

    private static Effect cancelled(EventCancelled cancelled, Moment moment, Context context) {
        Returns returns = new Returns(moment, context, cancelled.reason());
        CustomerEvent happened = context.lookups().event(cancelled.event()).orElseThrow();
        if (happened instanceof Purchase purchase) {
            returns.purchase(purchase);
        } else if (happened instanceof WalletSpending spending) {
            returns.payments(happened.key(), spending.purchase());
        } else {
            returns.happening(happened);
        }
        return returns.effect();
    }

    private static Effect award(String award, String user, Returns returns) {
        returns.award(award, user);
        return returns.effect();
    }
}
