package io.rewards.catalogue;

import io.rewards.participant.Address;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Areas, cities and districts, any of which matches an active address. Empty means everywhere. Immutable.
 * Source: domain 3.5.
 *
 * @param areas by name
 * @param cities by name
 * @param districts by name
 */
public record Locations(Set<String> areas, Set<String> cities, Set<String> districts) {

    /** Everywhere. */
    public static final Locations EVERYWHERE = new Locations(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Locations {
        areas = Collections.unmodifiableSet(new TreeSet<>(areas));
        cities = Collections.unmodifiableSet(new TreeSet<>(cities));
        districts = Collections.unmodifiableSet(new TreeSet<>(districts));
    }

    /** True when an active address of {@code addresses} lies in a listed place, or none is listed. */
    public boolean include(List<Address> addresses) {
        return (areas.isEmpty() && cities.isEmpty() && districts.isEmpty())
                || addresses.stream()
                        .filter(Address::active)
                        .anyMatch(address -> areas.contains(address.area())
                                || cities.contains(address.city())
                                || districts.contains(address.district()));
    }

    @Override
    public String toString() {
        return new CodesInWords(", ")
                .add("areas", areas)
                .add("cities", cities)
                .add("districts", districts)
                .toString();
    }
}
