package io.rewards.settlement;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventKey;
import io.rewards.key.Key;
import io.rewards.ledger.JournalHead;
import java.time.Instant;
import java.util.List;

/**
 * A settlement of one merchant: everything that the owner and the merchant owe each other and had not settled before, taken
 * together. Its entries are those of the journal of the merchant from {@code first} to where it ends. Immutable.
 * Source: domain 7.4, 7.5.
 *
 * @param merchant code of the unit
 * @param id unique among settlements of the merchant
 * @param number of the settlements of the merchant, from 1 on
 * @param on instant that it is about; what is settled goes by the order of recording, and not by this
 * @param recordedFrom when the first of its entries was recorded; {@code on} where it has none
 * @param recordedThrough when the last of them was
 * @param first number of its first entry in the journal of the merchant
 * @param end where the journal of the merchant ends after it
 * @param sums one for each denomination in which there is a position or anything was settled, in their order
 */
public record Settlement(
        String merchant,
        String id,
        long number,
        Instant on,
        Instant recordedFrom,
        Instant recordedThrough,
        long first,
        JournalHead end,
        List<SettlementSum> sums) {

    /** The system in the keys of what settlements make. */
    public static final String SYSTEM = "settlement";

    /** Copies the sums. Refuses a merchant or an id that is empty. */
    public Settlement {
        sums = List.copyOf(sums);
        if (merchant.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException(
                    "The merchant (" + merchant + ") and the id (" + id + ") of a settlement must not be empty.");
        }
    }

    /** The name of the settlement of this id of a merchant, unique among those of all merchants. */
    public static String name(String merchant, String id) {
        return Key.of(merchant, id).text();
    }

    /** The name of this settlement, the same wherever it is told. */
    public String name() {
        return name(merchant, id);
    }

    /** The key of what it makes. */
    public EventKey event() {
        return new EventKey(SYSTEM, name());
    }

    /** How many entries it has. */
    public long entries() {
        return end.number() - first + 1;
    }

    /** The sum in one denomination. */
    public SettlementSum sum(Denomination denomination) {
        return sums.stream()
                .filter(sum -> sum.denomination().equals(denomination))
                .findFirst()
                .orElseGet(() -> SettlementSum.none(denomination));
    }

    /** The position of the merchant after it: above zero where the owner owes the merchant. */
    public Amount position(Denomination denomination) {
        return sum(denomination).after();
    }
}
