package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What accounts rely on that were kept under a programme, and what every later programme therefore has to leave as it is:
 * accounts carry counts and money, and the programme alone says what they mean. It is small, follows the number of offers
 * and never that of accounts, and a store keeps it. Immutable. Source: domain 3.12.
 *
 * @param currency of purchases
 * @param denominations in which there may be money, by code; also those that the programme has left out since
 * @param offers that were ever effective, by code; also those that are gone
 * @param named codes of what the conditions of open money may name, by what they are
 * @param changeovers that accounts have been through, oldest first
 * @param underWay the changeover that accounts are going through; nothing else happens to them meanwhile
 */
public record Commitments(
        Denomination currency,
        SortedMap<String, Denomination> denominations,
        SortedMap<String, OfOffer> offers,
        Map<PartKind, Set<String>> named,
        List<Changeover> changeovers,
        Optional<Changeover> underWay) {

    private static final List<Part<?>> PLACES_AND_GOODS =
            List.of(Part.FAMILIES, Part.PRODUCT_TYPES, Part.PRODUCTS, Part.GROUPS, Part.UNITS);

    /**
     * What accounts rely on of an offer. Immutable.
     *
     * @param classification of it
     * @param counts what they keep count of for it
     * @param awards what its awards are counted in
     */
    public record OfOffer(Classification classification, CountedUnit counts, Denomination awards) {

        private static OfOffer of(Offer offer, Settings settings) {
            return new OfOffer(
                    offer.classification(), offer.terms().countedUnit(), settings.denominationOf(offer.award()));
        }

        private String told() {
            return classification + (counts == CountedUnit.NOTHING ? "" : ", which counts " + counts);
        }
    }

    /** Copies the collections. */
    public Commitments {
        denominations = Collections.unmodifiableSortedMap(new TreeMap<>(denominations));
        offers = Collections.unmodifiableSortedMap(new TreeMap<>(offers));
        Map<PartKind, Set<String>> copied = new EnumMap<>(PartKind.class);
        named.forEach((kind, codes) -> copied.put(kind, Collections.unmodifiableSet(new TreeSet<>(codes))));
        copied.values().removeIf(Set::isEmpty);
        named = Collections.unmodifiableMap(copied);
        changeovers = List.copyOf(changeovers);
    }

    /** What accounts rely on that {@code programme} is the first to keep. */
    public static Commitments of(Programme programme) {
        return new Commitments(
                        programme.settings().currency(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        Map.of(),
                        List.of(),
                        Optional.empty())
                .and(programme);
    }

    /** These, once {@code next} was taken: what it adds is relied on from then on. */
    public Commitments and(Programme next) {
        Settings settings = next.settings();
        SortedMap<String, Denomination> known = new TreeMap<>(denominations);
        known.put(settings.currency().code(), settings.currency());
        settings.points().forEach(point -> known.put(point.code(), point));
        SortedMap<String, OfOffer> promised = new TreeMap<>(offers);
        Map<PartKind, Set<String>> names = new EnumMap<>(PartKind.class);
        for (Part<?> part : PLACES_AND_GOODS) {
            Set<String> left = new TreeSet<>(named.getOrDefault(part.kind(), Set.of()));
            left.retainAll(codes(part, next));
            names.put(part.kind(), left);
        }
        for (Offer offer : next.offers()) {
            if (offer.wasEffective()) {
                promised.put(offer.code(), OfOffer.of(offer, settings));
                new Uses()
                        .spending("", offer.spendConditions())
                        .found()
                        .forEach(use -> names.computeIfAbsent(use.part().kind(), unused -> new TreeSet<>())
                                .add(use.code()));
            }
        }
        return new Commitments(settings.currency(), known, promised, names, changeovers, underWay);
    }

    /**
     * These, while accounts go through {@code changeover}.
     *
     * @throws IllegalArgumentException when another is under way, it comes before an earlier one, no account can hold what
     *     it is from, or accounts know what it is to
     */
    public Commitments begun(Changeover changeover) {
        underWay.filter(other -> !other.equals(changeover)).ifPresent(other -> {
            throw new IllegalArgumentException("The changeover from " + other.from() + " to " + other.to() + " as of ("
                    + other.asOf() + ") is under way. Carry it out to its end first.");
        });
        changeovers.stream()
                .filter(earlier -> !earlier.asOf().isBefore(changeover.asOf()))
                .findFirst()
                .ifPresent(earlier -> {
                    throw new IllegalArgumentException("The changeover as of (" + changeover.asOf()
                            + ") must come after the one from " + earlier.from() + " to " + earlier.to() + " as of ("
                            + earlier.asOf() + ").");
                });
        Denomination from = changeover.from();
        Denomination to = changeover.to();
        if (!from.equals(denominations.get(from.code()))) {
            throw new IllegalArgumentException("No account holds anything in " + from + " with " + from.scale()
                    + " decimals; it can be in " + denominations.values() + ".");
        }
        if (!to.code().equals(from.code()) && denominations.containsKey(to.code())) {
            throw new IllegalArgumentException("Accounts hold money in " + to + " already, so " + from
                    + " cannot become that. Change over to a denomination that is new.");
        }
        return new Commitments(currency, denominations, offers, named, changeovers, Optional.of(changeover));
    }

    /** These, after every account has gone through the changeover that is under way. */
    public Commitments ended() {
        Changeover done = underWay.orElseThrow();
        SortedMap<String, Denomination> known = new TreeMap<>(denominations);
        known.remove(done.from().code());
        known.put(done.to().code(), done.to());
        SortedMap<String, OfOffer> promised = new TreeMap<>(offers);
        promised.replaceAll((code, offer) -> offer.awards().equals(done.from())
                ? new OfOffer(offer.classification(), offer.counts(), done.to())
                : offer);
        List<Changeover> all = new ArrayList<>(changeovers);
        all.add(done);
        return new Commitments(
                currency.equals(done.from()) ? done.to() : currency, known, promised, named, all, Optional.empty());
    }

    /** An amount of before the changeovers that accounts have been through, as it is now; any other as it is. */
    public Amount now(Amount amount) {
        return Changeover.all(changeovers).apply(amount);
    }

    /** The currency of before all changeovers. */
    public Denomination firstCurrency() {
        Denomination first = currency;
        for (int i = changeovers.size() - 1; i >= 0; i--) {
            first = changeovers.get(i).to().equals(first) ? changeovers.get(i).from() : first;
        }
        return first;
    }

    /** True for the code of an offer for which accounts count money. */
    public boolean countsMoney(String offer) {
        OfOffer known = offers.get(offer);
        return known != null && known.counts() == CountedUnit.MONEY;
    }

    /** What of {@code next} would give what accounts hold another meaning, each with what to do; empty for nothing. */
    public List<Problem> problems(Programme next) {
        Problems problems = new Problems();
        Settings settings = next.settings();
        boolean sameCurrency = settings.currency().code().equals(currency.code());
        problems.unless(
                sameCurrency,
                "settings.currency",
                "The currency (" + settings.currency() + ") is another than (" + currency
                        + "), in which accounts hold money and counts. Leave it as it is, or carry out a changeover first.");
        scale(problems, "settings.currency", settings.currency());
        for (Changeover each : changeovers) {
            problems.unless(
                    settings.denomination(each.from().code())
                            .filter(each.from()::equals)
                            .isEmpty(),
                    "settings",
                    "The denomination (" + each.from() + ") was changed over to " + each.to()
                            + " and cannot be used again.");
        }
        settings.points().forEach(point -> scale(problems, "settings.points[" + point + "]", point));
        for (Offer offer : next.offers()) {
            Optional.ofNullable(offers.get(offer.code())).ifPresent(before -> {
                OfOffer now = OfOffer.of(offer, settings);
                String path = PartKind.OFFER.path(offer.code());
                problems.unless(
                        now.classification() == before.classification() && now.counts() == before.counts(),
                        path + ".classification",
                        "The offer (" + offer.code() + ") was effective as " + before.told()
                                + ". Accounts carry its awards and counts, so it cannot become " + now.told()
                                + ". Give the new offer a code of its own.");
                boolean followsCurrency = !sameCurrency
                        && before.awards().equals(currency)
                        && now.awards().equals(settings.currency());
                problems.unless(
                        now.awards().code().equals(before.awards().code()) || followsCurrency,
                        path + ".award",
                        "The offer (" + offer.code() + ") has awarded in " + before.awards() + " and cannot award in "
                                + now.awards() + ": its limits and returns are in " + before.awards()
                                + ". Give the new offer a code of its own.");
            });
        }
        return problems.found();
    }

    private void scale(Problems problems, String path, Denomination now) {
        Denomination before = denominations.getOrDefault(now.code(), now);
        problems.unless(
                before.scale() == now.scale(),
                path,
                "The denomination (" + now + ") had " + before.scale() + " decimals and has " + now.scale()
                        + ". Accounts hold whole numbers of its smallest unit, so leave the decimals as they are, or carry"
                        + " out a changeover first.");
    }

    /** What money in accounts may need and {@code next} does not have any more, where no offer of it asks for that. */
    public List<Problem> warnings(Programme next) {
        Problems warnings = new Problems();
        for (Denomination each : denominations.values()) {
            warnings.unless(
                    next.settings().denomination(each.code()).isPresent()
                            || each.code().equals(currency.code()),
                    "settings.points",
                    "The denomination (" + each + ") is left out. Money in it that participants hold stays and is named"
                            + " by no offer.");
        }
        for (Part<?> part : PLACES_AND_GOODS) {
            Set<String> there = codes(part, next);
            named.getOrDefault(part.kind(), Set.of())
                    .forEach(code -> warnings.unless(
                            there.contains(code),
                            part.kind().path(code),
                            "The " + part.kind().word() + " (" + code + ") is left out, and money of offers that were"
                                    + " effective may be good only there or for that. It stays with the participants, and"
                                    + " what only (" + code + ") lets them spend can no longer be spent."));
        }
        return warnings.found();
    }

    private static <T> Set<String> codes(Part<T> part, Programme programme) {
        return part.of(programme).stream().map(part::codeOf).collect(Collectors.toSet());
    }
}
