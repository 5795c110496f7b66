package io.rewards.notification;

import io.rewards.account.Account;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.NotificationKind;
import io.rewards.decision.Outcome;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Lot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a participant is told at once about an event. Pure. Source: domain 10. */
public final class Notifications {

    private Notifications() {}

    /**
     * One notification for each award and each spend, where the programme has words for them.
     *
     * @param outcome of the event
     * @param account of the participant afterwards
     * @param catalogue that decided
     */
    public static List<Notification> of(Outcome outcome, Account account, Catalogue catalogue) {
        if (catalogue.programme().messages().isEmpty()) {
            return List.of();
        }
        Composer composer = new Composer(catalogue, account);
        return outcome.transactions().stream()
                .flatMap(transaction -> of(transaction, outcome, composer).stream())
                .toList();
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
