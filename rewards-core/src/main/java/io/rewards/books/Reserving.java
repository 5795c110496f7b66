package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.SpendPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reserves money of a purse, and gives it free again. For one event. Source: domain 5.3. */
public record Reserving(Purse purse) {

    /** Reserves money as planned. */
    public void place(SpendPlan plan, Instant until) {
        List<LotPart> parts = new ArrayList<>();
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = purse.take(part.lot().id(), part.amount());
            String id = purse.entry(TransactionKind.HOLD, part.amount())
                    .between(lot.account(), AccountKind.HELD)
                    .of(lot)
                    .write();
            parts.add(new LotPart(lot.id(), part.amount(), id, ""));
        }
        if (!parts.isEmpty()) {
            purse.holds().put(purse.event().key(), new Hold(purse.event().key(), until, parts));
        }
    }

    /** Gives reserved money back to its lots. */
    public void release(Hold hold) {
        release(hold, Map.of());
    }

    /** Gives back what was reserved until {@code instant} or earlier. */
    public void releaseLapsed(Instant instant) {
        purse.holds().values().stream()
                .filter(hold -> !hold.until().isAfter(instant))
                .sorted(Comparator.comparing(Hold::event))
                .toList()
                .forEach(this::release);
    }

    /** Gives back what is not used of reserved money. */
    void release(Hold hold, Map<String, Amount> used) {
        purse.holds().remove(hold.event());
        for (LotPart part : hold.parts()) {
            Amount left = part.amount()
                    .minus(used.getOrDefault(
                            part.lot(), Amount.zero(part.amount().denomination())));
            if (left.isPositive()) {
                Lot lot = purse.lot(part.lot());
                purse.put(lot.givenBack(left));
                purse.entry(TransactionKind.RELEASE, left)
                        .between(AccountKind.HELD, lot.account())
                        .of(lot)
                        .undoing(part.transaction())
                        .write();
            }
        }
    }
}
