package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.event.EventKey;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the money of a lot comes from, and what of it belongs to what. Immutable. Source: domain 12.1 Q4.
 *
 * @param event whose evaluation awarded it, or that put it in
 * @param offer code of the offer; empty where none awarded it, as for money that was put in
 * @param offerType code of the type of the offer
 * @param scheme code of the scheme of the offer
 * @param rule id of the rule that granted it
 * @param pack hash of the rule pack that decided
 * @param wished what the rules granted, before caps, for what has not come back
 * @param givers who gives how much to what still stands of the award, beside the programme; in order of the parties
 * @param budgets in which the award counts
 * @param onReturn what goods that come back take along
 * @param discount true where the award is what was taken off the purchase and nothing else: it stands as far as it is taken
 *     off, and is no money
 * @param sources what an award uses up: for an accumulating offer, what each purchase counts for it
 * @param shares parts that the lines of the event have in what still stands of the award; empty where an offer counts
 *     purchases over time
 * @param dependence what other awards it was made because of
 * @param beaten awards that it beat, but for those that count towards a next award or are a share of others
 * @param exchange the points that the money was, where it was points; what is said of the award is in points then
 */
public record Provenance(
        EventKey event,
        String offer,
        String offerType,
        String scheme,
        String rule,
        String pack,
        Amount wished,
        List<Share> givers,
        List<BudgetName> budgets,
        ReturnPolicy onReturn,
        boolean discount,
        List<Counted> sources,
        List<LineShare> shares,
        Dependence dependence,
        List<Beaten> beaten,
        Optional<Exchanged> exchange) {

    /** Copies the lists. Refuses a party that gives twice. */
    public Provenance {
        givers = givers.size() < 2
                ? List.copyOf(givers)
                : givers.stream().sorted(Comparator.comparing(Share::party)).toList();
        for (int i = 1; i < givers.size(); i++) {
            if (givers.get(i).party().equals(givers.get(i - 1).party())) {
                throw new IllegalArgumentException(
                        "The party (" + givers.get(i).party().id() + ") must give once to the award of offer (" + offer
                                + "), not in several shares.");
            }
        }
        budgets = List.copyOf(budgets);
        sources = List.copyOf(sources);
        shares = List.copyOf(shares);
        beaten = List.copyOf(beaten);
    }

    /** The provenance of money that was never points. */
    public Provenance(
            EventKey event,
            String offer,
            String offerType,
            String scheme,
            String rule,
            String pack,
            Amount wished,
            List<Share> givers,
            List<BudgetName> budgets,
            ReturnPolicy onReturn,
            boolean discount,
            List<Counted> sources,
            List<LineShare> shares,
            Dependence dependence,
            List<Beaten> beaten) {
        this(
                event,
                offer,
                offerType,
                scheme,
                rule,
                pack,
                wished,
                givers,
                budgets,
                onReturn,
                discount,
                sources,
                shares,
                dependence,
                beaten,
                Optional.empty());
    }

    /** The provenance of money that no offer awarded. */
    public static Provenance of(EventKey event, Amount amount) {
        return new Provenance(
                event,
                "",
                "",
                "",
                "",
                "",
                amount,
                List.of(),
                List.of(),
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                List.of(),
                List.of(),
                Dependence.NONE,
                List.of());
    }

    /** This provenance with what is left after a return. */
    public Provenance after(Amount granted, List<Counted> left, List<LineShare> parts) {
        return new Provenance(
                event,
                offer,
                offerType,
                scheme,
                rule,
                pack,
                granted,
                givers,
                budgets,
                onReturn,
                discount,
                left,
                parts,
                dependence,
                beaten,
                exchange);
    }

    /** What merchants give to what still stands of the award, all together. */
    public Amount contribution() {
        return givers.stream().map(Share::amount).reduce(Amount.zero(wished.denomination()), Amount::plus);
    }

    /** The origin of money of this lot, which an offer awarded for {@code subject}. */
    public Origin origin(String lot, AwardSubject subject) {
        return new Origin(offer, offerType, scheme, rule, lot, subject);
    }

    /** This provenance with other shares of those who give. */
    public Provenance given(List<Share> left) {
        return new Provenance(
                event,
                offer,
                offerType,
                scheme,
                rule,
                pack,
                wished,
                left,
                budgets,
                onReturn,
                discount,
                sources,
                shares,
                dependence,
                beaten,
                exchange);
    }

    /** This provenance, made because of other awards. */
    public Provenance with(Dependence changed) {
        return new Provenance(
                event, offer, offerType, scheme, rule, pack, wished, givers, budgets, onReturn, discount, sources,
                shares, changed, beaten, exchange);
    }

    /** This provenance, with other awards that it beat. */
    public Provenance beating(List<Beaten> others) {
        return new Provenance(
                event,
                offer,
                offerType,
                scheme,
                rule,
                pack,
                wished,
                givers,
                budgets,
                onReturn,
                discount,
                sources,
                shares,
                dependence,
                others,
                exchange);
    }

    /** This provenance of money that these points are. */
    public Provenance exchanged(Exchanged points) {
        return new Provenance(
                event,
                offer,
                offerType,
                scheme,
                rule,
                pack,
                wished,
                givers,
                budgets,
                onReturn,
                discount,
                sources,
                shares,
                dependence,
                beaten,
                Optional.of(points));
    }

    /** True when {@code purchase} counts for this award, which counts purchases over time. */
    public boolean counts(EventKey purchase) {
        for (Counted source : sources) {
            if (source.event().equals(purchase)) {
                return true;
            }
        }
        return false;
    }

    /** True when {@code event} earned the money, counts for it, or turned points into it. */
    public boolean isOf(EventKey key) {
        return event.equals(key)
                || counts(key)
                || exchange.filter(of -> of.event().equals(key)).isPresent();
    }
}
