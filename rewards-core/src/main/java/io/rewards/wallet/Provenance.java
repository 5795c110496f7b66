package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.event.EventKey;
import java.util.List;

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
 * @param contribution what the merchant gives to what still stands of the award
 * @param budgeted true where the award counts in the budget of its offer
 * @param onReturn what goods that come back take along
 * @param sources what an award uses up: for an accumulating offer, what each purchase counts for it
 * @param shares parts that the lines of the event have in what still stands of the award; empty where an offer counts
 *     purchases over time
 */
public record Provenance(
        EventKey event,
        String offer,
        String offerType,
        String scheme,
        String rule,
        String pack,
        Amount wished,
        Amount contribution,
        boolean budgeted,
        ReturnPolicy onReturn,
        List<Counted> sources,
        List<LineShare> shares) {

    /** Copies the lists. */
    public Provenance {
        sources = List.copyOf(sources);
        shares = List.copyOf(shares);
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
                Amount.zero(amount.denomination()),
                false,
                ReturnPolicy.KEEP_THE_DEAL,
                List.of(),
                List.of());
    }

    /** This provenance with what is left after a return. */
    public Provenance after(Amount granted, List<Counted> left, List<LineShare> parts) {
        return new Provenance(
                event, offer, offerType, scheme, rule, pack, granted, contribution, budgeted, onReturn, left, parts);
    }

    /** This provenance with less that the merchant gives. */
    public Provenance contributing(Amount left) {
        return new Provenance(
                event, offer, offerType, scheme, rule, pack, wished, left, budgeted, onReturn, sources, shares);
    }

    /** True when {@code purchase} counts for this award, which counts purchases over time. */
    public boolean counts(EventKey purchase) {
        return sources.stream().anyMatch(source -> source.event().equals(purchase));
    }
}
