package io.rewards.decision;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ValidityDate;
import io.rewards.event.CustomerEvent;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
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

/**
 * An event joined with the participant's account and the programme: all that is known when offers are decided, worked
 * out once for all of them. Immutable.
 */
public final class Situation {

    private final CustomerEvent event;
    private final Account account;
    private final Catalogue catalogue;
    private final Instant processedOn;
    private final Instant createdOn;
    private final Optional<LocalDate> since;
    private final boolean inRun;
    private final LocalDate eventDay;
    private final LocalDateTime unitTime;
    private final List<SoldLine> lines;
    private final Amount payable;

    private Situation(
            CustomerEvent event,
            Account account,
            Catalogue catalogue,
            Instant processedOn,
            Instant createdOn,
            boolean inRun,
            Optional<LocalDate> since) {
        this.event = event;
        this.account = account;
        this.catalogue = catalogue;
        this.processedOn = processedOn;
        this.createdOn = createdOn;
        this.inRun = inRun;
        this.since = since;
        eventDay = event.performedOn().atZone(zone()).toLocalDate();
        unitTime = event.performedOn().atZone(catalogue.zoneOf(event.unit())).toLocalDateTime();
        List<SoldLine> sold = new ArrayList<>();
        Amount sum = Amount.zero(catalogue.settings().currency());
        if (event instanceof Purchase purchase) {
            for (PurchaseLine line : purchase.lines()) {
                sold.add(sold(line));
                sum = sum.plus(line.total());
            }
        }
        sold.sort(Comparator.comparing(line -> line.line().id()));
        lines = List.copyOf(sold);
        payable = sum;
    }

    /**
     * An event that is decided when it comes.
     *
     * @param event that was admitted
     * @param account of its participant, with what the event itself changed
     * @param catalogue that is in force
     * @param processedOn when the engine was given the event
     */
    public static Situation interactive(
            CustomerEvent event, Account account, Catalogue catalogue, Instant processedOn) {
        return new Situation(event, account, catalogue, processedOn, processedOn, false, Optional.empty());
    }

    /**
     * An event that an evaluation run decides: one that was left to it, or its visit to a participant.
     *
     * @param event that waited, or the visit
     * @param account of its participant
     * @param catalogue that is in force
     * @param createdOn when the engine was given the event
     * @param asOf instant that the run is about
     * @param since dates after this day are looked at
     */
    public static Situation inRun(
            CustomerEvent event,
            Account account,
            Catalogue catalogue,
            Instant createdOn,
            Instant asOf,
            LocalDate since) {
        return new Situation(event, account, catalogue, asOf, createdOn, true, Optional.of(since));
    }

    /** One candidate for each of these offers, in their order. */
    public List<Candidate> candidates(List<Offer> offers) {
        return offers.stream().map(this::candidate).toList();
    }

    /** This offer joined with this situation. */
    public Candidate candidate(Offer offer) {
        return Candidates.of(this, offer);
    }

    /** The event. */
    public CustomerEvent event() {
        return event;
    }

    /** True in an evaluation run. */
    public boolean inRun() {
        return inRun;
    }

    /** Dates after this day are looked at: the day before the event, or that of the run before. */
    public LocalDate since() {
        return since.orElse(eventDay.minusDays(1));
    }

    /** What a purchase was paid with; unknown for other events. */
    public PaymentMedium paymentMedium() {
        return event instanceof Purchase purchase ? purchase.paymentMedium() : PaymentMedium.UNKNOWN;
    }

    /** The account of its participant. */
    public Account account() {
        return account;
    }

    /** The programme in force. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** When the engine was given the event, or the instant that a run is about. */
    public Instant processedOn() {
        return processedOn;
    }

    /** The instant tested against the validity of offers, unless their classification has another. */
    public Instant validityDate() {
        return catalogue.settings().validityDate() == ValidityDate.PERFORMED ? event.performedOn() : createdOn;
    }

    /** The day of the event in the programme's zone. */
    public LocalDate eventDay() {
        return eventDay;
    }

    /** Date and time of the event on the clock of its unit. */
    public LocalDateTime unitTime() {
        return unitTime;
    }

    /** The lines of a purchase, in order of their ids whatever order they were sent in; none for other events. */
    public List<SoldLine> lines() {
        return lines;
    }

    /** The sum of the totals of all lines. */
    public Amount payable() {
        return payable;
    }

    /** The zone of the programme. */
    public ZoneId zone() {
        return catalogue.settings().zone();
    }

    /** Those of {@code segments} that the participant is in. */
    Set<String> memberOf(Set<String> segments) {
        Set<String> member = new TreeSet<>();
        for (String code : segments) {
            Segment segment = catalogue.segment(code).orElseThrow();
            boolean in = segment.entity().isTransaction()
                    ? ownsTransactionIn(segment)
                    : account.participant().profile().segments().contains(code);
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
        return account.journal()
                .transactions()
                .anyMatch(transaction -> transaction.kind() == kind
                        && segment.holds(transaction.offer(), transaction.offerType(), transaction.scheme())
                        && account.standing(transaction).isPositive());
    }

    private SoldLine sold(PurchaseLine line) {
        Amount base = catalogue.settings().awardBase() == AwardBase.GROSS
                ? line.total()
                : line.total().minus(line.vat());
        return new SoldLine(
                line,
                catalogue.productTypeOf(line),
                catalogue.productFamilyOf(line),
                catalogue.productAttributesOf(line),
                base);
    }
}
