package io.rewards.outlook;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.RunDefinition;
import io.rewards.notification.AwardProgress;
import io.rewards.offer.Occasion;
import io.rewards.offer.Visits;
import io.rewards.outlook.CalendarEntry.Kind;
import io.rewards.participant.ParticipantState;
import io.rewards.tier.TierView;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds what will happen to a participant from one day through another, by what is known now: days, subscriptions, money
 * and counts may change, and the conditions of offers are not looked at. For one thread. Source: domain 2.4, 3.6, 6.2.
 */
public final class ParticipantCalendar {

    private final Loaded loaded;
    private final Account account;
    private final Catalogue catalogue;
    private final ZoneId zone;
    private final Visits visits;
    private final LocalDate from;
    private final LocalDate through;
    private final List<CalendarEntry> entries = new ArrayList<>();

    private ParticipantCalendar(Loaded loaded, Catalogue catalogue, Visits visits, LocalDate from, LocalDate through) {
        this.loaded = loaded;
        account = loaded.account();
        this.catalogue = catalogue;
        this.visits = visits;
        this.from = from;
        this.through = through;
        zone = catalogue.settings().zone();
    }

    /**
     * The entries in order of their days; none for a participant who was terminated.
     *
     * @param builtIn true for a classification whose offers the built-in rules decide: what those have awarded is left out,
     *     and what other rules make of earlier awards is not known
     * @param due when the next run of a definition is due
     */
    public static List<CalendarEntry> of(
            Loaded loaded,
            Catalogue catalogue,
            Predicate<Classification> builtIn,
            LocalDate from,
            LocalDate through,
            Function<RunDefinition, Optional<Instant>> due) {
        if (loaded.participant().state() != ParticipantState.EFFECTIVE) {
            return List.of();
        }
        return new ParticipantCalendar(loaded, catalogue, new Visits(builtIn), from, through).entries(due);
    }

    private List<CalendarEntry> entries(Function<RunDefinition, Optional<Instant>> due) {
        catalogue.programme().offers().stream()
                .filter(offer -> Standing.isOpen(offer, account, catalogue))
                .forEach(this::offer);
        account.lots().forEach(this::lot);
        for (RunDefinition run : catalogue.programme().runs()) {
            due.apply(run).ifPresent(at -> add(at, day(at), Kind.RUN_DUE, run.code(), "", Optional.empty()));
        }
        TierView.nextReview(loaded.participant(), account.tiering(), catalogue.tiers())
                .ifPresent(at -> add(
                        at,
                        day(at),
                        Kind.TIER_REVIEW,
                        TierView.codeAt(loaded.participant(), account.tiering(), catalogue.tiers(), at),
                        "",
                        Optional.empty()));
        return entries.stream().sorted().toList();
    }

    private void offer(Offer offer) {
        for (Occasion occasion : visits.occasions(offer, loaded, from, through, zone)) {
            LocalDate day = occasion.day();
            Kind kind = Kind.valueOf(occasion.what().name());
            add(day.atStartOfDay(zone).toInstant(), day, kind, offer.code(), occasion.subject(), Optional.empty());
        }
        if (offer.classification().isAboutPurchases()) {
            AwardProgress.of(offer, loaded, counted(offer), zone)
                    .flatMap(AwardProgress::until)
                    .ifPresent(end -> ends(end, Kind.WINDOW_ENDS, offer.code(), "", Optional.empty()));
        }
    }

    /** The first day, or the latest purchase that counts where that comes after it. */
    private Instant counted(Offer offer) {
        Instant start = from.atStartOfDay(zone).toInstant();
        return account.progressOf(offer.code()).stream()
                .map(Counted::performedOn)
                .filter(on -> on.isAfter(start))
                .max(Comparator.naturalOrder())
                .orElse(start);
    }

    private void lot(Lot lot) {
        String offer = lot.provenance().offer();
        if (lot.validFrom().isAfter(lot.awardedOn())) {
            add(
                    lot.validFrom(),
                    day(lot.validFrom()),
                    Kind.MONEY_SPENDABLE,
                    offer,
                    lot.id(),
                    Optional.of(lot.remaining()));
        }
        lot.validTo().ifPresent(end -> ends(end, Kind.MONEY_EXPIRES, offer, lot.id(), Optional.of(lot.remaining())));
    }

    private void ends(Instant end, Kind kind, String code, String subject, Optional<Amount> amount) {
        add(end, day(end.minusNanos(1)), kind, code, subject, amount);
    }

    private void add(Instant at, LocalDate day, Kind kind, String code, String subject, Optional<Amount> amount) {
        if (!day.isBefore(from) && !day.isAfter(through)) {
            entries.add(new CalendarEntry(at, day, kind, code, subject, amount));
        }
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
