package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.TierLadder;
import io.rewards.catalogue.TierReturns;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.event.LineKind;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.participant.HeldTier;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.tier.TierChange;
import io.rewards.tier.TierHandover;
import io.rewards.tier.TierPeriod;
import io.rewards.tier.TierUnits;
import io.rewards.tier.TierView;
import io.rewards.tier.TierWalk;
import io.rewards.tier.Tiering;
import io.rewards.wallet.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the tier of a participant right while an event is decided: the reviews that are due come before it, so that it is
 * decided with the tier after them, and what it adds to the units comes after it. Source: domain 8.4.
 */
public final class TierKeeping {

    private TierKeeping() {}

    /** The moment after the reviews that are due when its event happens. */
    public static Moment reviewed(Moment moment) {
        Account account = moment.account();
        TierLadder ladder = moment.catalogue().tiers();
        if (isIdle(account, ladder)) {
            return moment;
        }
        if (!ladder.isOfEngine() || account.participant().state() == ParticipantState.TERMINATED) {
            return moment.with(held(account, moment));
        }
        Tiering before = account.tiering();
        Tiering after = before.changes().isEmpty()
                ? before
                : walk(moment, account).until(moment.event().performedOn()).done();
        return moment.with(held(after.equals(before) ? account : account.with(after), moment));
    }

    /** True where neither the engine nor anybody by hand says who is in which tier. */
    private static boolean isIdle(Account account, TierLadder ladder) {
        return !ladder.isOfEngine()
                && account.tiers().isEmpty()
                && account.participant().heldTier().isEmpty();
    }

    /**
     * What {@code effect} is with what it means for the tier.
     *
     * @param moment in which it was decided, after its reviews
     * @param set by the event by hand
     * @param handover that comes from a duplicate
     */
    public static Effect kept(
            Moment moment, Effect effect, List<TierChange> set, Optional<TierHandover> handover, Lookups lookups) {
        TierLadder ladder = moment.catalogue().tiers();
        Account account = effect.account();
        if (isIdle(account, ladder) && set.isEmpty()) {
            return effect;
        }
        boolean ended = account.participant().state() == ParticipantState.TERMINATED;
        if (!ladder.isOfEngine() || ended) {
            Account now =
                    set.isEmpty() ? account : account.with(account.tiering().with(set));
            return effect.with(held(now, moment));
        }
        List<TierUnits> units = new ArrayList<>(units(moment, effect, lookups));
        if (units.isEmpty() && set.isEmpty() && handover.isEmpty()) {
            return effect.with(held(account, moment));
        }
        TierWalk walk = walk(moment, account).with(units);
        set.forEach(walk::with);
        handover.ifPresent(walk::with);
        handover.ifPresent(from -> units.addAll(from.units()));
        Tiering after = walk.until(moment.event().performedOn()).done();
        Effect counted = effect.with(held(account.with(after), moment));
        return counted.with(counted.past().counting(units));
    }

    /** What a duplicate hands over, as of the event that ends it; empty where the host owns the tiers. */
    static Optional<TierHandover> handover(Moment moment) {
        TierLadder ladder = moment.catalogue().tiers();
        if (!ladder.isOfEngine()) {
            return Optional.empty();
        }
        Tiering tiering = moment.account().tiering();
        Instant on = moment.event().performedOn();
        TierPeriod period = tiering.period().orElse(new TierPeriod(on, true));
        TierChange change = new TierChange(
                tiering.latest().map(TierChange::tier).orElse(""),
                on,
                TierChange.Why.MERGED,
                Optional.of(moment.event().key()),
                period,
                tiering.latest().flatMap(TierChange::lock).filter(lock -> lock.holdsAt(on)));
        List<TierUnits> units = tiering.equals(Tiering.NONE)
                ? List.of()
                : moment.past().tierUnits(Instant.MIN, Instant.MAX).stream()
                        .map(each -> each.seenFrom(on))
                        .toList();
        return Optional.of(new TierHandover(change, units));
    }

    /** A participant is sought and shown by what is known now, also where an event is told late. */
    private static Account held(Account account, Moment moment) {
        Instant on = moment.event().performedOn();
        Instant now = account.tiering()
                .latest()
                .map(change -> change.on().plusNanos(1))
                .filter(on::isBefore)
                .orElse(on.plusNanos(1));
        Optional<HeldTier> held = TierView.heldAt(
                account.participant(), account.tiering(), moment.catalogue().tiers(), now);
        Participant participant = account.participant();
        return participant.heldTier().equals(held) ? account : account.with(participant.holding(held));
    }

    private static TierWalk walk(Moment moment, Account account) {
        return new TierWalk(moment.catalogue().tiers(), account.tiering(), moment.past()::tierUnits);
    }

    /** What the event adds to the units of its own purchase, and takes off those of others. */
    private static List<TierUnits> units(Moment moment, Effect effect, Lookups lookups) {
        List<TierUnits> units = new ArrayList<>();
        Counts counts = new Counts(moment.catalogue());
        if (moment.event() instanceof Purchase purchase) {
            Instant on = purchase.performedOn();
            add(units, new TierUnits(purchase.key(), purchase.key(), on, on, counts.of(purchase)));
        }
        if (effect.report().returned().isPresent()) {
            Map<EventKey, Sale> sales = new LinkedHashMap<>();
            effect.past().sales().forEach(sale -> sales.put(sale.purchase(), sale));
            sales.forEach((key, sale) -> {
                Purchase bought = (Purchase) lookups.event(key).orElseThrow();
                add(units, returned(moment, bought, counts.of(sale, bought)));
            });
        }
        return units;
    }

    /** What comes off the units of a purchase of which so much is left: never more than it had, and nothing of one that never counted. */
    private static TierUnits returned(Moment moment, Purchase bought, Amount left) {
        TierLadder ladder = moment.catalogue().tiers();
        Instant on = bought.performedOn();
        List<TierUnits> counted = moment.past().tierUnits(on, on).stream()
                .filter(each -> each.purchase().equals(bought.key()))
                .toList();
        long had = counted.stream().mapToLong(each -> ladder.now(each.amount())).sum();
        boolean atOnce = moment.catalogue().settings().tiers().returns() == TierReturns.AT_ONCE;
        Instant back = moment.event().performedOn();
        Instant first =
                counted.stream().map(TierUnits::seen).min(Instant::compareTo).orElse(back);
        Instant seen = atOnce || back.isBefore(first) ? first : back;
        return new TierUnits(
                moment.event().key(),
                bought.key(),
                on,
                seen,
                new Amount(ladder.currency(), Math.min(had, left.units()) - had));
    }

    private static void add(List<TierUnits> units, TierUnits some) {
        if (!some.amount().isZero()) {
            units.add(some);
        }
    }

    /** What of purchases counts. */
    private record Counts(Catalogue catalogue) {

        Amount of(Sale sale, Purchase bought) {
            return sale.rest(bought)
                    .map(this::of)
                    .orElse(Amount.zero(catalogue.settings().currency()));
        }

        Amount of(Purchase purchase) {
            Settings settings = catalogue.settings();
            AwardBase base = settings.tiers().counts();
            Amount sum = Amount.zero(settings.currency());
            for (PurchaseLine line : purchase.charged().lines()) {
                if (isCounted(line)) {
                    sum = sum.plus(
                            base == AwardBase.GROSS
                                    ? line.total()
                                    : line.total().minus(line.vat()));
                }
            }
            return sum;
        }

        private boolean isCounted(PurchaseLine line) {
            ProductSelection products = catalogue.settings().tiers().products();
            String type = catalogue.productTypeOf(line);
            String family = catalogue.productFamilyOf(line);
            return products.includes(line.product(), type, family, line.attributes())
                    && !(line.kind() == LineKind.FEE && products.namesNone())
                    && !catalogue.settings().neverRewarded().has(line.product(), type, family, line.attributes());
        }
    }
}
