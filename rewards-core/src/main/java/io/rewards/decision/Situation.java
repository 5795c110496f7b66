package io.rewards.decision;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ValidityDate;
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
import java.util.Set;
import java.util.TreeSet;

/**
 * A purchase joined with the participant's account and the programme: all that is known when offers are decided, worked
 * out once for all of them. Immutable.
 */
public final class Situation {

    private final Purchase purchase;
    private final Account account;
    private final Catalogue catalogue;
    private final Instant processedOn;
    private final Instant validityDate;
    private final LocalDate day;
    private final LocalDateTime unitTime;
    private final List<SoldLine> lines;
    private final Amount payable;

    /**
     * Joins.
     *
     * @param purchase that was admitted
     * @param account of its participant
     * @param catalogue that is in force
     * @param processedOn when the engine was given the purchase
     */
    public Situation(Purchase purchase, Account account, Catalogue catalogue, Instant processedOn) {
        this.purchase = purchase;
        this.account = account;
        this.catalogue = catalogue;
        this.processedOn = processedOn;
        validityDate =
                catalogue.settings().validityDate() == ValidityDate.PERFORMED ? purchase.performedOn() : processedOn;
        day = validityDate.atZone(zone()).toLocalDate();
        unitTime =
                purchase.performedOn().atZone(catalogue.zoneOf(purchase.unit())).toLocalDateTime();
        List<SoldLine> sold = new ArrayList<>();
        Amount sum = Amount.zero(catalogue.settings().currency());
        for (PurchaseLine line : purchase.lines()) {
            sold.add(sold(line));
            sum = sum.plus(line.total());
        }
        sold.sort(Comparator.comparing(line -> line.line().id()));
        lines = List.copyOf(sold);
        payable = sum;
    }

    /** One candidate for each of these offers, in their order. */
    public List<Candidate> candidates(List<Offer> offers) {
        return offers.stream().map(this::candidate).toList();
    }

    /** This offer joined with this situation. */
    public Candidate candidate(Offer offer) {
        return Candidates.of(this, offer);
    }

    /** The purchase. */
    public Purchase purchase() {
        return purchase;
    }

    /** The account of its participant. */
    public Account account() {
        return account;
    }

    /** The programme in force. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** When the engine was given the purchase. */
    public Instant processedOn() {
        return processedOn;
    }

    /** The instant tested against the validity of offers. */
    public Instant validityDate() {
        return validityDate;
    }

    /** The day of that instant in the programme's zone. */
    public LocalDate day() {
        return day;
    }

    /** Date and time of the purchase on the clock of its unit. */
    public LocalDateTime unitTime() {
        return unitTime;
    }

    /** The lines, in order of their ids whatever order they were sent in. */
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

    private boolean ownsTransactionIn(Segment segment) {
        TransactionKind kind =
                segment.entity() == SegmentEntity.AWARD_TRANSACTION ? TransactionKind.AWARD : TransactionKind.SPEND;
        return account.transactions().stream()
                .anyMatch(transaction -> transaction.kind() == kind
                        && segment.holds(transaction.offer(), transaction.offerType(), transaction.scheme()));
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
