package io.rewards.decision;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferIndex;
import io.rewards.catalogue.Trigger;
import io.rewards.catalogue.ValidityDate;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.past.Past;
import io.rewards.tier.TierView;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event joined with the participant's account and the programme: all that is known when offers are decided, worked
 * out once for all of them. Immutable.
 */
public final class Situation {

    private static final Comparator<SoldLine> BY_ID =
            Comparator.comparing(line -> line.line().id());

    private final Moment moment;
    private final Set<Trigger> triggers;
    private final Instant createdOn;
    private final Optional<LocalDate> since;
    private final boolean inRun;
    private final ZoneId clock;
    private final LocalDateTime unitTime;
    private final List<SoldLine> lines;
    private final Amount payable;

    private Situation(
            Moment moment, Set<Trigger> triggers, Instant createdOn, boolean inRun, Optional<LocalDate> since) {
        this.moment = moment;
        this.triggers = triggers;
        this.createdOn = createdOn;
        this.inRun = inRun;
        this.since = since;
        CustomerEvent event = moment.event();
        Catalogue catalogue = moment.catalogue();
        clock = event instanceof ParticipantVisited ? zone() : catalogue.zoneOf(event.unit());
        unitTime = LocalDateTime.ofInstant(event.performedOn(), clock);
        List<SoldLine> sold = new ArrayList<>();
        Amount sum = Amount.zero(catalogue.settings().currency());
        if (event instanceof Purchase purchase) {
            for (PurchaseLine line : purchase.charged().lines()) {
                sold.add(sold(line));
                sum = sum.plus(line.total());
            }
        }
        sold.sort(BY_ID);
        lines = List.copyOf(sold);
        payable = sum;
    }

    /**
     * An event that was admitted and is decided when it comes.
     *
     * @param triggers what offers wait for that the event can be
     */
    public static Situation interactive(Moment moment, Set<Trigger> triggers) {
        return new Situation(moment, triggers, moment.at(), false, Optional.empty());
    }

    /**
     * An event that an evaluation run decides: one that was left to it, or its visit to a participant.
     *
     * @param moment of the run
     * @param triggers what offers wait for that the event can be
     * @param createdOn when the engine was given the event
     * @param since dates after this day are looked at
     */
    public static Situation inRun(Moment moment, Set<Trigger> triggers, Instant createdOn, LocalDate since) {
        return new Situation(moment, triggers, createdOn, true, Optional.of(since));
    }

    /** The moment that it is made of. */
    public Moment moment() {
        return moment;
    }

    /** The event. */
    public CustomerEvent event() {
        return moment.event();
    }

    /** What offers wait for that the event can be. */
    public Set<Trigger> triggers() {
        return triggers;
    }

    /** What offers are sought for. */
    public OfferIndex.Asked asked() {
        return new OfferIndex.Asked(event(), triggers, validityDate());
    }

    /** True in an evaluation run. */
    public boolean inRun() {
        return inRun;
    }

    /** Dates after this day are looked at: the day before the event, or that of the run before. */
    public LocalDate since() {
        return since.orElseGet(() -> eventDay().minusDays(1));
    }

    /** What is agreed with the merchant at whose unit the event happened. */
    public Optional<MerchantTerms> merchant() {
        return catalogue().merchant(event().unit());
    }

    /** What a purchase was paid with; unknown for other events. */
    public PaymentMedium paymentMedium() {
        return event() instanceof Purchase purchase ? purchase.paymentMedium() : PaymentMedium.UNKNOWN;
    }

    /** The account of its participant. */
    public Account account() {
        return moment.account();
    }

    /** What is over in that account. */
    public Past past() {
        return moment.past();
    }

    /** The programme in force. */
    public Catalogue catalogue() {
        return moment.catalogue();
    }

    /** When the engine was given the event, or the instant that a run is about. */
    public Instant processedOn() {
        return moment.at();
    }

    /** The instant tested against the validity of offers, unless their classification has another. */
    public Instant validityDate() {
        return catalogue().settings().validityDate() == ValidityDate.PERFORMED ? event().performedOn() : createdOn;
    }

    /**
     * The zone of the clock on which dates and times without an offset are read: that of the event's unit; in the visit of a
     * run, the programme's. Source: domain 3.5.
     */
    public ZoneId clock() {
        return clock;
    }

    /** The day of the event on that clock. */
    public LocalDate eventDay() {
        return unitTime.toLocalDate();
    }

    /** Date and time of the event on that clock. */
    public LocalDateTime unitTime() {
        return unitTime;
    }

    /**
     * Code of the tier that the participant was in when the event happened, before anything that the event itself lifts to;
     * empty for none.
     */
    public String tier() {
        return TierView.codeAt(
                account().participant(), account().tiering(), catalogue().tiers(), event().performedOn());
    }

    /** The lines of a purchase, in order of their ids whatever order they were sent in; none for other events. */
    public List<SoldLine> lines() {
        return lines;
    }

    /** The sum of the totals of all lines, less the discounts of the till. */
    public Amount payable() {
        return payable;
    }

    /** The zone of the programme, whose calendar spans and the validity of money follow. */
    public ZoneId zone() {
        return catalogue().settings().zone();
    }

    /**
     * The awards of other offers until {@code on} that {@code past} considers, as an award of {@code offer} shares them:
     * those for the event itself never count, also where they were made before a run decides the rest.
     */
    public Dependence.OnShare shareOf(Award.PercentageOfAwarded past, Offer offer, Instant on) {
        Instant since = past.within().before(on, zone());
        return new Dependence.OnShare(
                past().awarded(past, offer.code(), since, on, ofThisEvent()),
                since,
                past.types(),
                past.schemes(),
                new JournalPlace(event().participant(), past().entries()));
    }

    private Set<String> ofThisEvent() {
        EventKey key = event().key();
        return Stream.concat(account().lots().stream(), past().lotsOf(key).stream())
                .filter(lot -> lot.provenance().event().equals(key))
                .map(Lot::id)
                .collect(Collectors.toSet());
    }

    /** Those of {@code segments} that the participant is in. */
    Set<String> memberOf(Set<String> segments) {
        if (segments.isEmpty()) {
            return Set.of();
        }
        Set<String> member = new TreeSet<>();
        for (String code : segments) {
            Segment segment = catalogue().segment(code).orElseThrow();
            boolean in = segment.entity().isTransaction()
                    ? ownsTransactionIn(segment)
                    : account().participant().profile().segments().contains(code);
            if (in) {
                member.add(code);
            }
        }
        return member;
    }

    /** What was taken back whole, or spent and given back whole, puts nobody into a segment. */
    private boolean ownsTransactionIn(Segment segment) {
        TransactionKind kind =
                segment.entity() == SegmentEntity.AWARD_TRANSACTION ? TransactionKind.AWARD : TransactionKind.SPEND;
        return past().standing(kind).keySet().stream()
                .anyMatch(awarder -> segment.holds(awarder.offer(), awarder.offerType(), awarder.scheme()));
    }

    private SoldLine sold(PurchaseLine line) {
        return new SoldLine(
                line,
                catalogue().productTypeOf(line),
                catalogue().productFamilyOf(line),
                catalogue().productAttributesOf(line));
    }
}
