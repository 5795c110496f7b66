package io.rewards.notification;

import io.rewards.account.Account;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.TierLadder;
import io.rewards.decision.Outcome;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.tier.TierChange;
import io.rewards.wallet.Lot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a participant is told at once about an event. Pure. Source: domain 10. */
public final class Notifications {

    private Notifications() {}

    /**
     * One notification for each award and each spend, and one for another tier, where the programme has words for them.
     *
     * @param outcome of the event
     * @param before account of the participant before
     * @param account of the participant afterwards
     * @param catalogue that decided
     */
    public static List<Notification> of(Outcome outcome, Account before, Account account, Catalogue catalogue) {
        if (catalogue.programme().messages().isEmpty()) {
            return List.of();
        }
        Composer composer = new Composer(catalogue, account);
        List<Notification> all = new ArrayList<>();
        outcome.transactions()
                .forEach(transaction -> of(transaction, outcome, composer).ifPresent(all::add));
        tier(outcome, before, account, composer).ifPresent(all::add);
        return all;
    }

    /** Whoever comes into another tier of the engine is told once, of the last one. */
    private static Optional<Notification> tier(Outcome outcome, Account before, Account account, Composer composer) {
        TierLadder ladder = composer.catalogue().tiers();
        Optional<TierChange> latest = account.tiering().latest();
        if (!ladder.isOfEngine() || latest.isEmpty() || before.tiering().equals(account.tiering())) {
            return Optional.empty();
        }
        int was = place(before, ladder);
        int is = place(account, ladder);
        if (was == is) {
            return Optional.empty();
        }
        NotificationKind kind = is > was ? NotificationKind.TIER_UP : NotificationKind.TIER_DOWN;
        return composer.compose(
                NotificationId.ofTier(kind, outcome.event(), outcome.participant()),
                "",
                latest.get().on(),
                Map.of(
                        "tier.code", ladder.codeAt(is),
                        "tier.name", ladder.nameAt(is),
                        "tier.before", ladder.nameAt(was),
                        "tier.date", composer.day(latest.get().on())));
    }

    private static int place(Account account, TierLadder ladder) {
        return account.tiering()
                .latest()
                .map(change -> ladder.placeOf(change.tier()))
                .orElse(ladder.bottom());
    }

    private static Optional<Notification> of(Transaction transaction, Outcome outcome, Composer composer) {
        if (transaction.kind() == TransactionKind.AWARD) {
            return compose(NotificationKind.AWARD, "award", transaction, outcome, composer);
        }
        return transaction.kind() == TransactionKind.SPEND
                ? compose(NotificationKind.SPEND, "spend", transaction, outcome, composer)
                : Optional.empty();
    }

    private static Optional<Notification> compose(
            NotificationKind kind, String tag, Transaction transaction, Outcome outcome, Composer composer) {
        Map<String, String> own =
                new TreeMap<>(composer.wallet(transaction.amount().denomination(), outcome.processedOn()));
        own.put(tag + ".amount", transaction.amount().toString());
        own.put(tag + ".date", composer.day(transaction.on()));
        if (kind == NotificationKind.AWARD) {
            Optional<Lot> lot = outcome.lots().stream()
                    .filter(each -> each.id().equals(transaction.lot()))
                    .findFirst();
            own.put(
                    "award.validFrom",
                    lot.map(Lot::validFrom).map(composer::day).orElse(""));
            own.put(
                    "award.expirationDate",
                    lot.flatMap(Lot::validTo).map(composer::lastDay).orElse(""));
        }
        return composer.compose(
                NotificationId.ofTransaction(kind, transaction.id()), transaction.offer(), transaction.on(), own);
    }
}
