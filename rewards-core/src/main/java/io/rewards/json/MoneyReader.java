package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.RedeemRequested;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import java.time.Instant;
import java.util.Optional;

/** Reads what moves money: what is spent, reserved, paid out or given, and what is taken back. Immutable. */
final class MoneyReader {

    private final Amounts amounts;
    private final PurchaseReader purchases;

    MoneyReader(Amounts amounts, PurchaseReader purchases) {
        this.amounts = amounts;
        this.purchases = purchases;
    }

    CustomerEvent told(EventType type, Fields fields, EventHeader header) {
        return switch (type) {
            case SPEND_REQUESTED -> spendRequested(fields, header);
            case REDEEM_REQUESTED -> new RedeemRequested(header, key(fields, "purchase"), atMost(fields));
            case EVENT_CANCELLED -> new EventCancelled(header, key(fields, "event"), reason(fields));
            case AWARD_CANCELLED ->
                new AwardCancelled(header, text(fields, "award"), text(fields, "reason"), text(fields, "user"));
            case AWARDS_CONFIRMED -> new AwardsConfirmed(header, key(fields, "event"));
            case WALLET_TOPPED_UP -> new WalletToppedUp(header, amount(fields));
            case BALANCE_ADJUSTED ->
                new BalanceAdjusted(header, amount(fields), text(fields, "reason"), text(fields, "user"));
            case HOLD_PLACED -> holdPlaced(fields, header);
            case HOLD_RELEASED -> new HoldReleased(header, key(fields, "hold"));
            case MONEY_TRANSFERRED -> new MoneyTransferred(header, text(fields, "to"), amount(fields), reason(fields));
            case PAYOUT_REQUESTED -> new PayoutRequested(header, atMost(fields));
            case PAYOUT_ANSWERED -> payoutAnswered(fields, header);
            case VOUCHER_USED -> new VoucherUsed(header, text(fields, "codeHash"), key(fields, "purchase"));
            case VOUCHER_CANCELLED ->
                new VoucherCancelled(header, text(fields, "voucher"), text(fields, "reason"), text(fields, "user"));
            default -> throw new AssertionError("Not an event of hosts: " + type);
        };
    }

    /** The key of another event: an object with its id and system, or only the id where there is one system. */
    static EventKey key(Value value) {
        if (value.scalar().isPresent()) {
            return EventKey.of(Scalars.text(value));
        }
        return value.object(fields -> {
            String id = text(fields, "id");
            String system = fields.optional("system", Scalars::anyText).orElse("");
            return new EventKey(system, id);
        });
    }

    private SpendRequested spendRequested(Fields fields, EventHeader header) {
        EventKey purchase = key(fields, "purchase");
        Optional<Amount> amount = atMost(fields);
        Optional<EventKey> hold = fields.optional("hold", MoneyReader::key);
        return new SpendRequested(header, purchase, new SpendWish(amount, hold));
    }

    private HoldPlaced holdPlaced(Fields fields, EventHeader header) {
        Amounts plain = purchases.amountsOf(fields, fields.value("amount").map(Value::node));
        Optional<Amount> amount = fields.optional("amount", plain::amount);
        Instant until = fields.required("until", Scalars::instant).orElse(Instant.EPOCH);
        return new HoldPlaced(header, purchases.lines(fields, plain), amount, until);
    }

    private static PayoutAnswered payoutAnswered(Fields fields, EventHeader header) {
        EventKey payout = key(fields, "payout");
        boolean paid = fields.required("paid", Scalars::truth).orElse(true);
        return new PayoutAnswered(header, payout, paid, reason(fields));
    }

    private Amount amount(Fields fields) {
        return fields.required("amount", amounts.readingBeside(fields)).orElse(Amount.zero(amounts.plain()));
    }

    private Optional<Amount> atMost(Fields fields) {
        return fields.optional("amount", amounts.readingBeside(fields));
    }

    private static EventKey key(Fields fields, String field) {
        return fields.required(field, MoneyReader::key).orElse(EventKey.of(""));
    }

    private static String reason(Fields fields) {
        return fields.optional("reason", Scalars::anyText).orElse("");
    }

    private static String text(Fields fields, String field) {
        return ParticipationReader.text(fields, field);
    }
}
