package io.rewards.catalogue;

import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.participant.Participant;
import io.rewards.time.DateTimePeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the offers that can apply to an event without looking at all of them. It drops only what the rules would
 * decline: offers that are not effective, that wait for something else, of schemes the participant has not signed up to,
 * of products that were not bought, of units where the event did not happen, and of periods it does not lie in.
 * Immutable and thread-safe.
 *
 * <p>An offer about purchases that names products waits under each of them; one that names units or groups but no
 * products, under each of those; any other under its scheme. An offer about anything else waits under its scheme and its
 * trigger. So the cost follows the offers that share a key with the event, not the catalogue: {@code EvaluateBenchmark}
 * compares 10,000 offers with 100.
 */
public final class OfferIndex {

    private static final Comparator<Offer> BY_NUMBER = Comparator.comparingLong(Offer::number);

    private record Key(String scheme, String kind, String code) {}

    private final Catalogue catalogue;
    private final Set<String> waitingSchemes = new HashSet<>();
    private final Map<Key, List<Offer>> offers = new HashMap<>();
    private final List<Offer> afterFirstAward;
    private final Set<String> forReferring = new HashSet<>();

    OfferIndex(Catalogue catalogue) {
        this.catalogue = catalogue;
        afterFirstAward = catalogue.programme().offers().stream()
                .filter(OfferIndex::waitsForFirstAward)
                .toList();
        for (Offer offer : catalogue.programme().offers()) {
            if (offer.classification() == Classification.REWARD_REFERRALS) {
                forReferring.add(offer.code());
            }
            if (isInForce(offer)) {
                if (canWait(offer)) {
                    waitingSchemes.add(offer.scheme());
                }
                keysOf(offer)
                        .forEach(key -> offers.computeIfAbsent(key, unused -> new ArrayList<>())
                                .add(offer));
            }
        }
    }

    /**
     * The offers that can apply, in order of their numbers.
     *
     * @param asked the event, and what offers wait for that it can be
     */
    public List<Offer> candidates(Asked asked, Participant participant) {
        return find(asked, participant.memberships().keySet());
    }

    /**
     * An event for which offers are sought.
     *
     * @param event that may be awarded
     * @param triggers what offers wait for that it can be
     * @param validityDate of the event
     */
    public record Asked(CustomerEvent event, Set<Trigger> triggers, Instant validityDate) {}

    /** The effective sign-up offers that wait until another offer has awarded the participant. */
    public List<Offer> afterFirstAward() {
        return afterFirstAward;
    }

    /** Codes of the offers that award for referring somebody, effective or not. */
    public Set<String> forReferring() {
        return Collections.unmodifiableSet(forReferring);
    }

    private static boolean waitsForFirstAward(Offer offer) {
        return offer.state() == OfferState.EFFECTIVE
                && offer.terms() instanceof Terms.SignUps terms
                && terms.requirePriorAward();
    }

    /** True for the code of an offer that is there, effective, and of an effective scheme. */
    public boolean isInForce(String code) {
        return catalogue.offer(code).filter(this::isInForce).isPresent();
    }

    private boolean isInForce(Offer offer) {
        return offer.state() == OfferState.EFFECTIVE
                && catalogue.schemeOf(offer).state() == SchemeState.EFFECTIVE;
    }

    /**
     * The offers that limit how long an event may wait and could apply if the participant had signed up to the other schemes,
     * in order of their numbers.
     */
    public List<Offer> withoutSignUp(Asked asked, Participant participant) {
        if (participant.memberships().keySet().containsAll(waitingSchemes)) {
            return List.of();
        }
        Set<String> others = new HashSet<>(waitingSchemes);
        others.removeAll(participant.memberships().keySet());
        return find(asked, others).stream().filter(OfferIndex::canWait).toList();
    }

    private static boolean canWait(Offer offer) {
        return offer.conditions().maximumUnprocessed().isPresent();
    }

    private List<Offer> find(Asked asked, Set<String> schemes) {
        Set<Offer> found = new TreeSet<>(BY_NUMBER);
        for (Trigger trigger : asked.triggers()) {
            for (String scheme : schemes) {
                waiting(asked.event(), trigger, scheme, offer -> {
                    if (canApply(offer, asked.event(), asked.validityDate())) {
                        found.add(offer);
                    }
                });
            }
        }
        return new ArrayList<>(found);
    }

    private boolean canApply(Offer offer, CustomerEvent event, Instant validityDate) {
        AwardConditions conditions = offer.conditions();
        if (!catalogue.unitListed(event.unit(), conditions.units(), conditions.groups())) {
            return false;
        }
        if (offer.classification().isAboutPurchases()
                && offer.validity() instanceof OfferValidity.SpecificPeriods specific) {
            for (DateTimePeriod period : specific.periods()) {
                if (period.contains(validityDate, catalogue.zoneOf(event.unit()))) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }

    private static List<Key> keysOf(Offer offer) {
        AwardConditions conditions = offer.conditions();
        List<Key> keys = new ArrayList<>();
        if (!offer.classification().isAboutPurchases()) {
            keys.add(new Key(
                    offer.scheme(), "trigger", offer.classification().trigger().name()));
        } else if (!conditions.products().namesNone()) {
            keysOf(offer, conditions.products()).forEach(keys::add);
        } else if (offer.terms().sets().isPresent()) {
            offer.terms()
                    .sets()
                    .get()
                    .parts()
                    .forEach(part -> keysOf(offer, part.products()).forEach(keys::add));
        } else if (!conditions.units().isEmpty() || !conditions.groups().isEmpty()) {
            conditions.units().forEach(code -> keys.add(new Key(offer.scheme(), "unit", code)));
            conditions.groups().forEach(code -> keys.add(new Key(offer.scheme(), "group", code)));
        } else {
            keys.add(new Key(offer.scheme(), "any", ""));
        }
        return keys;
    }

    private static Stream<Key> keysOf(Offer offer, ProductSelection products) {
        return Stream.of(
                        products.products().stream().map(code -> new Key(offer.scheme(), "product", code)),
                        products.types().stream().map(code -> new Key(offer.scheme(), "type", code)),
                        products.families().stream().map(code -> new Key(offer.scheme(), "family", code)))
                .flatMap(keys -> keys);
    }

    /** Shows {@code found} the offers that wait under a key of the event, some of them perhaps more than once. */
    private void waiting(CustomerEvent event, Trigger trigger, String scheme, Consumer<Offer> found) {
        if (!(event instanceof Purchase purchase)) {
            waiting(new Key(scheme, "trigger", trigger.name()), found);
            return;
        }
        waiting(new Key(scheme, "any", ""), found);
        waiting(new Key(scheme, "unit", purchase.unit()), found);
        for (String group : catalogue.groupsOf(purchase.unit())) {
            waiting(new Key(scheme, "group", group), found);
        }
        for (PurchaseLine line : purchase.lines()) {
            waiting(new Key(scheme, "product", line.product()), found);
            waiting(new Key(scheme, "type", catalogue.productTypeOf(line)), found);
            waiting(new Key(scheme, "family", catalogue.productFamilyOf(line)), found);
        }
    }

    private void waiting(Key key, Consumer<Offer> found) {
        List<Offer> waiting = offers.get(key);
        if (waiting != null) {
            waiting.forEach(found);
        }
    }
}
