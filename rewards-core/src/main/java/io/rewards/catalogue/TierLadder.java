package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.time.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The tiers of a programme as participants climb them, lowest first; places count from 0, and -1 is in no tier. Immutable and
 * thread-safe. Source: domain 8.4.
 */
public final class TierLadder {

    /** The place of whoever is in no tier. */
    public static final int NOWHERE = -1;

    private final List<Tier> tiers;
    private final TierOwner owner;
    private final ZoneId zone;
    private final Denomination currency;
    private final long unit;
    private final Commitments kept;

    private TierLadder(Programme programme, Commitments kept) {
        Settings settings = programme.settings();
        tiers = programme.tiers();
        owner = programme.tierOwner();
        zone = settings.zone();
        currency = settings.currency();
        unit = settings.tiers().unit().map(Amount::units).orElseGet(() -> one(currency));
        this.kept = kept;
    }

    /** The tiers of a programme, for amounts that were kept under others. */
    static TierLadder of(Programme programme, Commitments kept) {
        return new TierLadder(programme, kept);
    }

    private static long one(Denomination currency) {
        return Amount.of("1", currency).units();
    }

    /** True where the engine says who is in which tier. */
    public boolean isOfEngine() {
        return owner == TierOwner.ENGINE;
    }

    /** The zone whose days reviews begin. */
    public ZoneId zone() {
        return zone;
    }

    /** What the amounts that count are in. */
    public Denomination currency() {
        return currency;
    }

    /** The tiers, lowest first. */
    public List<Tier> tiers() {
        return tiers;
    }

    /** The highest place. */
    public int top() {
        return tiers.size() - 1;
    }

    /** The place of whoever has reached nothing: the lowest tier where it asks for no units. */
    public int bottom() {
        return isOfEngine() && !tiers.isEmpty() && tiers.get(0).reached() == 0 ? 0 : NOWHERE;
    }

    /** The tier at a place. */
    public Tier at(int place) {
        return tiers.get(place);
    }

    /** The code of the tier at a place; empty for no tier. */
    public String codeAt(int place) {
        return place < 0 ? "" : at(place).code();
    }

    /** The name of the tier at a place; empty for no tier. */
    public String nameAt(int place) {
        return place < 0 ? "" : at(place).name();
    }

    /** The place of the tier of this code; the bottom for no tier, and for one that the programme no longer has. */
    public int placeOf(String code) {
        for (int place = 0; place < tiers.size(); place++) {
            if (tiers.get(place).code().equals(code)) {
                return place;
            }
        }
        return bottom();
    }

    /** The whole units that an amount of the smallest units of the currency is worth. */
    public long units(long amount) {
        return Math.floorDiv(amount, unit);
    }

    /** What so many units are worth at least, in the smallest units of the currency. */
    public long worth(long units) {
        return Math.multiplyExact(units, unit);
    }

    /** An amount of before the changeovers of currencies as it is now, in the smallest units of the currency. */
    public long now(Amount amount) {
        return kept.now(amount).units();
    }

    /** The first instant of the longest window that ends at {@code end}; whoever needs no units needs no window. */
    public Instant earliest(Instant end) {
        Instant earliest = end;
        for (Tier tier : tiers) {
            Instant start = tier.reached() == 0 ? end : tier.window().before(end, zone);
            earliest = start.isBefore(earliest) ? start : earliest;
        }
        return earliest;
    }

    /** The start of the day that lies one period of {@code tier} after {@code start}. */
    public Instant review(Tier tier, Instant start) {
        return startOf(tier.window().after(start.atZone(zone).toLocalDate()));
    }

    /** The start of a day in the programme's zone. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The window of a tier. */
    public TimeSpan windowAt(int place) {
        return at(place).window();
    }
}
