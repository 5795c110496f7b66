package io.rewards.notification;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.decision.Lookups;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.AwardQuestion;
import io.rewards.past.PastAward;
import io.rewards.tier.TierOutlook;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a participant is told because of the calendar: money that will expire, new offers, awards within reach. Pure but
 * for the budgets that are looked up. For one thread. Source: domain 10.
 */
public final class Announcements {

    private final NotificationCriteria criteria;
    private final Loaded loaded;
    private final Account account;
    private final Catalogue catalogue;
    private final Lookups lookups;
    private final Instant asOf;
    private final ZoneId zone;
    private final Composer composer;
    private final Map<String, Set<AwardedState>> states = new HashMap<>();

    private Announcements(
            NotificationCriteria criteria, Loaded loaded, Catalogue catalogue, Lookups lookups, Instant asOf) {
        this.criteria = criteria;
        this.loaded = loaded;
        account = loaded.account();
        this.catalogue = catalogue;
        this.lookups = lookups;
        this.asOf = asOf;
        zone = catalogue.settings().zone();
        composer = new Composer(catalogue, account);
    }

    /**
     * What {@code criteria} ask to tell the participant of {@code account} as of an instant. The same again has the same
     * ids.
     */
    public static List<Notification> of(
            NotificationCriteria criteria, Loaded loaded, Catalogue catalogue, Lookups lookups, Instant asOf) {
        return new Announcements(criteria, loaded, catalogue, lookups, asOf).all();
    }

    private List<Notification> all() {
        List<Notification> all = new ArrayList<>();
        if (criteria.kinds().contains(NotificationKind.EXPIRATION_AHEAD)) {
            account.lots().forEach(lot -> expiration(lot).ifPresent(all::add));
        }
        if (criteria.kinds().contains(NotificationKind.NEW_OFFER)) {
            catalogue.programme().offers().forEach(offer -> newOffer(offer).ifPresent(all::add));
        }
        if (criteria.kinds().contains(NotificationKind.TIER_AT_RISK)) {
            tierAtRisk().ifPresent(all::add);
        }
        if (criteria.kinds().contains(NotificationKind.CLOSE_TO_AWARD)) {
            begunOffers().forEach(offer -> closeToAward(offer).ifPresent(all::add));
        }
        return all;
    }

    private Optional<Notification> expiration(Lot lot) {
        String offer = lot.provenance().offer();
        Optional<Instant> end = lot.validTo().filter(validTo -> validTo.isAfter(asOf) && isAhead(validTo));
        if (end.isEmpty() || !lot.remaining().isPositive() || !isAsked(schemeOf(lot))) {
            return Optional.empty();
        }
        String lastDay = composer.lastDay(end.get());
        Map<String, String> own = new TreeMap<>(composer.wallet(lot.remaining().denomination(), asOf));
        own.put("expiration.amount", lot.remaining().toString());
        own.put("expiration.date", lastDay);
        own.put("award.date", composer.day(lot.awardedOn()));
        return composer.compose(NotificationId.ofExpiration(lot.id(), lastDay), offer, asOf, own);
    }

    private boolean isAhead(Instant validTo) {
        LocalDate lastDay = validTo.minusNanos(1).atZone(zone).toLocalDate();
        LocalDate farthest = asOf.atZone(zone).toLocalDate().plusDays(criteria.daysAhead());
        return !lastDay.isAfter(farthest);
    }

    /** As many days ahead as the programme says; once for each review. */
    private Optional<Notification> tierAtRisk() {
        Optional<Integer> days = catalogue.settings().tiers().atRiskDays();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate farthest = asOf.atZone(zone).toLocalDate().plusDays(days.get());
        TierOutlook outlook = loaded.tierOutlook(catalogue.tiers(), asOf);
        return outlook.keeping()
                .filter(keeping -> keeping.missing() > 0
                        && !keeping.review().atZone(zone).toLocalDate().isAfter(farthest))
                .flatMap(keeping -> composer.compose(
                        NotificationId.ofTierAtRisk(outlook.tier(), keeping.review(), outlook.participant()),
                        "",
                        asOf,
                        Map.of(
                                "tier.code", outlook.tier(),
                                "tier.name",
                                        catalogue
                                                .tiers()
                                                .nameAt(catalogue.tiers().placeOf(outlook.tier())),
                                "tier.missing", Long.toString(keeping.missing()),
                                "tier.review", composer.day(keeping.review()))));
    }

    private String schemeOf(Lot lot) {
        return catalogue
                .offer(lot.provenance().offer())
                .map(Offer::scheme)
                .or(() -> loaded.past()
                        .award(lot.id())
                        .filter(award -> award.isOwn() && award.stands())
                        .map(PastAward::scheme))
                .orElse("");
    }

    private Optional<Notification> newOffer(Offer offer) {
        Optional<Instant> since =
                offer.latestEffectiveDate().filter(date -> !date.isBefore(criteria.newSince()) && !date.isAfter(asOf));
        if (since.isEmpty() || !isAsked(offer.scheme())) {
            return Optional.empty();
        }
        return composer.compose(
                NotificationId.ofNewOffer(
                        offer.code(), since.get(), account.participant().id()),
                offer.code(),
                asOf,
                Map.of("offer.effectiveDate", composer.day(since.get())));
    }

    private Optional<Notification> closeToAward(Offer offer) {
        Optional<AwardProgress> progress = closeProgress(offer);
        if (progress.isEmpty() || !isAsked(offer.scheme())) {
            return Optional.empty();
        }
        AwardProgress near = progress.get();
        String window = near.until()
                .map(Instant::toString)
                .orElseGet(() -> "after "
                        + loaded.past().awards(AwardQuestion.of(offer.code())).awards());
        return composer.compose(
                NotificationId.ofCloseAward(
                        offer.code(), window, account.participant().id()),
                offer.code(),
                asOf,
                Map.of(
                        "progress.current", near.reached().text(),
                        "progress.target", near.wanted().text(),
                        "progress.missing", near.missing().text(),
                        "progress.until", near.until().map(composer::lastDay).orElse("")));
    }

    private Optional<AwardProgress> closeProgress(Offer offer) {
        return AwardProgress.of(offer, loaded, asOf, zone)
                .filter(near -> near.reaches(criteria.closeFrom())
                        && !AwardProgress.isUsedUp(offer, loaded, lookups, asOf, zone));
    }

    private Stream<Offer> begunOffers() {
        return Stream.concat(
                        account.counters().counted().keySet().stream(),
                        account.counters().collected().keySet().stream())
                .distinct()
                .sorted()
                .flatMap(code -> catalogue.offer(code).stream());
    }

    private boolean isAsked(String scheme) {
        if (!criteria.schemes().isEmpty() && !criteria.schemes().contains(scheme)) {
            return false;
        }
        return criteria.states().isEmpty()
                || states.computeIfAbsent(scheme, this::statesIn).stream().anyMatch(criteria.states()::contains);
    }

    private Set<AwardedState> statesIn(String scheme) {
        boolean awarded = loaded.past().standing(TransactionKind.AWARD).keySet().stream()
                        .anyMatch(awarder -> awarder.scheme().equals(scheme))
                || catalogue.programme().offers().stream()
                        .filter(offer -> offer.scheme().equals(scheme))
                        .anyMatch(offer -> loaded.past()
                                        .awards(AwardQuestion.of(offer.code()))
                                        .awards()
                                > 0);
        Set<AwardedState> found = EnumSet.of(awarded ? AwardedState.AWARDED : AwardedState.NOT_AWARDED);
        if (begunOffers()
                .anyMatch(offer ->
                        offer.scheme().equals(scheme) && closeProgress(offer).isPresent())) {
            found.add(AwardedState.CLOSE_TO_AWARD);
        }
        return found;
    }
}
