package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.participant.Profile;
import io.rewards.participant.SubscriptionChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A participant as the model remembers one: plain lists of what happened. For one thread. */
final class Person {

    /** An award that this person, or a duplicate whom this person replaced, was given. */
    record Past(
            Offer offer,
            Amount amount,
            Instant on,
            String subject,
            Optional<EventKey> event,
            Optional<BigDecimal> bought) {}

    /** Money in the wallet. */
    record Money(String offer, BigDecimal left, String denomination, Instant on, Instant from, Optional<Instant> to) {}

    /** A code that was sent, and when it was asked for. */
    record Asked(String codeHash, Instant on) {}

    /** What happened to a subscription. */
    record Turn(SubscriptionChange change, Instant on) {}

    /** Something that counts towards a later award. */
    record Counted(EventKey event, Instant on, BigDecimal units, String what) {
        static final Comparator<Counted> BY_DATE =
                Comparator.comparing(Counted::on).thenComparing(Counted::event);
    }

    /** An event that waits for runs, the offers that are done with it, and until when others have time for it. */
    record Waiting(CustomerEvent event, Set<String> done, Map<String, Instant> awaited) {

        /** True for an event that was decided when it came, once nobody has time for it any more. */
        boolean isOver(Instant at) {
            return event.header().processImmediately()
                    && awaited.values().stream().allMatch(at::isAfter);
        }
    }

    /** Who referred this person, how often that one was told of awards, and which offers wait for another. */
    record Referred(String by, Instant on, boolean told, int times, Set<String> waiting) {}

    final String id;
    final Instant registeredOn;
    final String unit;
    Profile profile;
    final Map<String, Instant> joined = new TreeMap<>();
    final Map<String, Instant> left = new TreeMap<>();
    final Map<String, Asked> codesAwaited = new TreeMap<>();
    final Map<String, List<Turn>> subscriptions = new TreeMap<>();
    final Set<String> tokens = new TreeSet<>();
    boolean blocked;
    boolean terminated;
    Optional<String> replacedBy = Optional.empty();
    Optional<Referred> referred = Optional.empty();
    final Set<String> referredOnceBy = new TreeSet<>();
    final List<Past> awards = new ArrayList<>();
    final List<Past> inherited = new ArrayList<>();
    final Set<String> spentFrom = new HashSet<>();
    List<Money> wallet = new ArrayList<>();
    final Map<String, List<Counted>> counted = new TreeMap<>();
    final List<Waiting> waiting = new ArrayList<>();

    Person(String id, Instant registeredOn, String unit, Profile profile) {
        this.id = id;
        this.registeredOn = registeredOn;
        this.unit = unit;
        this.profile = profile;
    }

    /** The awards of an offer that limit further ones. */
    List<Past> given(Offer offer) {
        List<Past> given = new ArrayList<>();
        for (Past past : inherited) {
            if (past.offer().code().equals(offer.code())) {
                given.add(past);
            }
        }
        for (Past past : awards) {
            if (past.offer().code().equals(offer.code())) {
                given.add(past);
            }
        }
        return given;
    }
}
