package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.problem.Nearest;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what is wrong with what an offer or a template says. Source: domain 2.2, 3. */
final class OfferCheck {

    private static final long LARGEST_FIXED_AWARD = 1_000_000_000_000L;

    private final Programme programme;
    private final Problems problems;
    private final KnownCodes codes;
    private final TypeCheck types;
    private final DemandCheck demands;
    private final SetCheck sets;
    private final ContributionCheck contributions;
    private final Map<String, AttributeDeclaration> attributes = new HashMap<>();

    OfferCheck(Programme programme, KnownCodes codes, ContributionCheck contributions, Problems problems) {
        this.contributions = contributions;
        this.programme = programme;
        this.problems = problems;
        this.codes = codes;
        types = new TypeCheck(programme, codes, problems);
        demands = new DemandCheck(programme.settings(), problems);
        sets = new SetCheck(programme, problems);
        programme.attributes().forEach(declared -> attributes.putIfAbsent(declared.path(), declared));
    }

    /** Checks an offer of the programme, all that it says but number, code, name and template. */
    void offer(String path, Offer offer) {
        types.offer(path, offer);
        content(path, offer);
    }

    /** Checks all that an offer says but what is given to each offer: number, code, name, state and template. */
    void content(String path, Offer offer) {
        types.content(path, offer);
        award(path, offer);
        conditions(path + ".conditions", offer.conditions());
        lineValues(
                path + ".spendConditions.products.except",
                offer.spendConditions().products().except());
        demands.check(path, offer);
        offer.terms().sets().ifPresent(set -> sets(path + ".terms.sets", set));
        for (int i = 0; i < offer.caps().size(); i++) {
            cap(path + ".caps[" + i + "]", offer, offer.caps().get(i));
        }
        contributions.check(path, offer);
        attributes(path + ".attributes", AttributeOwner.OFFER, offer.attributes());
    }

    private void award(String path, Offer offer) {
        Settings settings = programme.settings();
        Denomination awarded = settings.denominationOf(offer.award());
        problems.unless(
                settings.denomination(awarded.code()).filter(awarded::equals).isPresent(),
                path + ".award",
                "The denomination (" + awarded + ", scale " + awarded.scale() + ") is neither the currency ("
                        + settings.currency() + ") nor one of the points " + settings.points() + ".");
        range(path + ".award", offer.award().range(), awarded);
        if (offer.award() instanceof Award.FixedAmount fixed) {
            notTooLarge(path + ".award.amount", fixed.amount());
        } else if (offer.award() instanceof Award.Rate rate) {
            notTooLarge(path + ".award.rate.amount", rate.amount());
            problems.unless(
                    rate.per().denomination().equals(settings.currency()),
                    path + ".award.rate.per",
                    "The step (" + rate.per() + ") of a rate must be in " + settings.currency()
                            + ", the currency of purchases.");
        } else if (offer.award() instanceof Award.PercentageOfPurchase purchase) {
            percentage(path, purchase.percentage());
        } else if (offer.award() instanceof Award.PercentageOfAwarded past) {
            percentage(path, past.percentage());
        }
    }

    private void notTooLarge(String path, Amount amount) {
        problems.unless(
                amount.units() <= LARGEST_FIXED_AWARD,
                path,
                "The award (" + amount + ") is larger than any award can be. Maybe a decimal point is missing.");
    }

    private void range(String path, AwardRange range, Denomination awarded) {
        inAwarded(path + ".atLeast", range.atLeast(), awarded);
        inAwarded(path + ".atMost", range.atMost(), awarded);
    }

    private void inAwarded(String path, Optional<Amount> limit, Denomination awarded) {
        limit.ifPresent(amount -> problems.unless(
                amount.denomination().equals(awarded),
                path,
                "The limit (" + amount + ") must be in " + awarded + ", like the award."));
    }

    private void percentage(String path, Percentage percentage) {
        problems.unless(
                percentage.compareTo(programme.settings().maximumPercentage()) <= 0,
                path + ".award.percentage",
                "The percentage (" + percentage + ") is above the maximum ("
                        + programme.settings().maximumPercentage() + ") of the settings.");
    }

    private void conditions(String path, AwardConditions conditions) {
        Denomination currency = programme.settings().currency();
        conditions
                .minimumPurchase()
                .ifPresent(least -> problems.unless(
                        least.denomination().equals(currency),
                        path + ".minimumPurchase",
                        "The minimumPurchase (" + least + ") must be in " + currency + ", the currency of purchases."));
        lineValues(path + ".products.except", conditions.products().except());
        for (AttributeCondition condition : conditions.attributes()) {
            AttributeDeclaration used = condition.attribute();
            problems.unless(
                    used.equals(attributes.get(used.path())),
                    path + ".attributes",
                    "The attribute (" + used.path() + ") of type " + used.type() + " is not declared in attributes.");
        }
    }

    private void sets(String path, ProductSet set) {
        for (int i = 0; i < set.parts().size(); i++) {
            lineValues(
                    path + "[" + (i + 1) + "].products.except",
                    set.parts().get(i).products().except());
        }
        sets.check(path, set);
    }

    private void cap(String path, Offer offer, Cap cap) {
        if (cap.amount().isPresent()) {
            Denomination awarded = programme.settings().denominationOf(offer.award());
            problems.unless(
                    cap.amount().get().denomination().equals(awarded),
                    path + ".amount",
                    "The cap (" + cap.amount().get() + ") must be in " + awarded + ", like the award.");
        }
    }

    /** Checks the values of attributes of lines that a list names. */
    void lineValues(String path, ProductList list) {
        list.attributes().forEach((name, values) -> {
            String attribute = AttributeDeclaration.path(AttributeOwner.LINE, name);
            AttributeDeclaration declared = attributes.get(attribute);
            if (declared == null) {
                problems.unless(
                        codes.mayHave(Part.ATTRIBUTES, attribute),
                        path + ".attributes." + name,
                        "The attribute (" + attribute + ") is not declared in attributes."
                                + Nearest.hint(attribute, attributes.keySet()));
                return;
            }
            for (String value : values) {
                problems.unless(
                        declared.type().isWritten(value),
                        path + ".attributes." + name,
                        "The value (" + value + ") of attribute (" + attribute + ") is not of its type "
                                + declared.type() + ", written such as " + example(declared.type()) + ".");
            }
        });
    }

    private static String example(AttributeType type) {
        return switch (type) {
            case TEXT -> "organic";
            case WHOLE_NUMBER -> "18";
            case AMOUNT -> "\"2.50 EUR\"";
            case DATE -> "2024-12-31";
        };
    }

    void attributes(String path, AttributeOwner owner, Attributes carried) {
        for (Map.Entry<String, AttributeValue> entry : carried.values().entrySet()) {
            AttributeDeclaration declared = attributes.get(AttributeDeclaration.path(owner, entry.getKey()));
            problems.unless(
                    declared != null && declared.type() == entry.getValue().type(),
                    path + "." + entry.getKey(),
                    "The attribute (" + entry.getKey() + ") with a value of type "
                            + entry.getValue().type() + " is not declared for " + owner + ".");
        }
    }
}
