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
import java.util.function.Predicate;

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

    /** What is demanded, in words, and whether it is there: at least one entry, and none of those that is not filled in. */
    private static <E, T extends Enum<T>, F extends Enum<F>> Map<String, Boolean> demanded(
            String what, DataDemand<T, F> demand, List<E> entries, Function<E, T> type, Function<E, Set<F>> fields) {
        String with = demand.fields().isEmpty() ? "" : " with " + demand.fields();
        Predicate<E> filled = entry -> fields.apply(entry).containsAll(demand.fields());
        if (demand.types().isEmpty()) {
            return Map.of(what + with, !entries.isEmpty() && entries.stream().allMatch(filled));
        }
        Map<String, Boolean> demanded = new TreeMap<>();
        for (T wanted : demand.types()) {
            List<E> asked = entries.stream()
                    .filter(entry -> type.apply(entry) == wanted)
                    .toList();
            demanded.put(
                    what + " " + wanted + with,
                    !asked.isEmpty() && asked.stream().allMatch(filled));
        }
        return demanded;
    }
}
