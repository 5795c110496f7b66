package io.rewards.notification;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Scheme;
import io.rewards.participant.Participant;
import io.rewards.wallet.Balance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words notifications for one participant: amounts as outcomes write them, days as {@code 2024-03-31} in the zone of the
 * programme. Immutable.
 */
record Composer(Catalogue catalogue, Account account) {

    /** The notification, if the participant may be told and the programme has words for it. */
    Optional<Notification> compose(NotificationId id, String offer, Instant on, Map<String, String> own) {
        NotificationKind kind = id.kind();
        if (!Audience.mayBeTold(kind, offer, account, catalogue)) {
            return Optional.empty();
        }
        Participant participant = account.participant();
        List<String> languages = List.of(
                participant.profile().preferences().language(),
                catalogue.settings().language());
        return MessageTemplate.choose(catalogue.programme().messages(), kind, languages)
                .map(template -> {
                    SortedMap<String, String> values = values(offer, own);
                    return new Notification(
                            id.text(),
                            kind,
                            participant.id(),
                            offer,
                            on,
                            template.language(),
                            template.filled(values),
                            values);
                });
    }

    /** What the wallet holds of {@code denomination} at {@code instant}. */
    Map<String, String> wallet(Denomination denomination, Instant instant) {
        Amount zero = Amount.zero(denomination);
        Balance balance = Balance.of(account.wallet(), instant).stream()
                .filter(each -> each.available().denomination().equals(denomination))
                .findFirst()
                .orElse(new Balance(zero, zero));
        return Map.of(
                "wallet.balance", balance.available().toString(),
                "wallet.pending", balance.pending().toString());
    }

    /** The day of {@code instant}. */
    String day(Instant instant) {
        return instant.atZone(catalogue.settings().zone()).toLocalDate().toString();
    }

    /** The last day before {@code end}, or its own day where {@code end} is not midnight. */
    String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    private SortedMap<String, String> values(String code, Map<String, String> own) {
        Optional<Offer> offer = catalogue.offer(code);
        SortedMap<String, String> values = new TreeMap<>(own);
        values.put("participant.id", account.participant().id());
        values.put("participant.name", account.participant().profile().name());
        values.put("offer.code", code);
        values.put("offer.name", offer.map(Offer::name).orElse(code));
        values.put("offer.description", offer.map(Offer::description).orElse(""));
        values.put(
                "scheme.name", offer.map(catalogue::schemeOf).map(Scheme::name).orElse(""));
        return values;
    }
}
