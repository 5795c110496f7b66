package io.rewards.decision;

import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.participant.Address;
import io.rewards.participant.Email;
import io.rewards.participant.EmailField;
import io.rewards.participant.Phone;
import io.rewards.participant.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** An offer for complete contact data. Immutable. Source: domain 2.4 C14. */
public record CompletenessCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    /** True when nothing is missing. */
    public boolean dataComplete() {
        return dataMissing().isEmpty();
    }

    /** What the offer asks for and the profile does not have, such as {@code phone MOBILE with [NUMBER]}. */
    public Set<String> dataMissing() {
        return data(false);
    }

    /** What the offer asks for and the profile has. */
    public Set<String> dataGiven() {
        return data(true);
    }

    private Set<String> data(boolean given) {
        Terms.Completeness terms = (Terms.Completeness) offer.terms();
        Profile profile = situation.account().participant().profile();
        Map<String, Boolean> data = new TreeMap<>();
        if (terms.dateOfBirth()) {
            data.put("date of birth", profile.dateOfBirth().isPresent());
        }
        if (terms.nameDay()) {
            data.put("name day", profile.nameDay().isPresent());
        }
        terms.addresses()
                .ifPresent(demand -> data.putAll(demanded(
                        "address",
                        demand,
                        profile.addresses(),
                        Address::type,
                        each -> each.fields().keySet())));
        terms.phones()
                .ifPresent(demand -> data.putAll(demanded(
                        "phone",
                        demand,
                        profile.phones(),
                        Phone::type,
                        each -> each.fields().keySet())));
        terms.emails()
                .ifPresent(demand -> data.putAll(
                        demanded("e-mail", demand, profile.emails(), Email::type, CompletenessCandidate::fieldsOf)));
        data.values().removeIf(there -> there != given);
        return data.keySet();
    }

    /** When the participant was registered; windows around the birthday or name day are about the day of the run. */
    @Override
    public Instant validityDate() {
        return switch (offer.validity().kind()) {
            case BIRTHDAY_PERIOD, NAME_DAY_PERIOD -> performedOn();
            case FROM_LATEST_EFFECTIVE_DATE, SPECIFIC_PERIOD, RECURRING_PERIOD ->
                situation.account().participant().registeredOn();
        };
    }

    private static Set<EmailField> fieldsOf(Email email) {
        return email.address().isBlank() ? Set.of() : Set.of(EmailField.ADDRESS);
    }

    /** Each entry that is demanded, in words, and whether it is there. */
    private static <E, T extends Enum<T>, F extends Enum<F>> Map<String, Boolean> demanded(
            String what, DataDemand<T, F> demand, List<E> entries, Function<E, T> type, Function<E, Set<F>> fields) {
        String with = demand.fields().isEmpty() ? "" : " with " + demand.fields();
        List<E> filled = entries.stream()
                .filter(entry -> fields.apply(entry).containsAll(demand.fields()))
                .toList();
        if (demand.types().isEmpty()) {
            return Map.of(what + with, !filled.isEmpty());
        }
        Map<String, Boolean> demanded = new TreeMap<>();
        for (T wanted : demand.types()) {
            demanded.put(what + " " + wanted + with, filled.stream().anyMatch(entry -> type.apply(entry) == wanted));
        }
        return demanded;
    }
}
