package io.rewards.catalogue;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Collects what something in a programme refers to. Not thread-safe. */
final class Uses {

    private final List<Use> found = new ArrayList<>();

    /** All of them, in the order in which they were noted. */
    List<Use> found() {
        return List.copyOf(found);
    }

    /** Notes a code that may be left out. */
    Uses maybe(String field, Part<?> part, String code) {
        return code.isEmpty() ? this : one(field, part, code);
    }

    /** Notes a code. */
    Uses one(String field, Part<?> part, String code) {
        found.add(new Use(field, part, code));
        return this;
    }

    /** Notes all of these codes. */
    Uses all(String field, Part<?> part, Collection<String> codes) {
        codes.forEach(code -> one(field, part, code));
        return this;
    }

    /** Notes the products, types and families of a selection. */
    Uses products(String field, ProductSelection selection) {
        return products(field, selection.named()).products(field + ".except", selection.except());
    }

    /** Notes the products, types and families of a list. */
    Uses products(String field, ProductList list) {
        return all(field + ".products", Part.PRODUCTS, list.products())
                .all(field + ".types", Part.PRODUCT_TYPES, list.types())
                .all(field + ".families", Part.FAMILIES, list.families())
                .all(
                        field + ".attributes",
                        Part.ATTRIBUTES,
                        list.attributes().keySet().stream()
                                .map(name -> AttributeDeclaration.path(AttributeOwner.LINE, name))
                                .toList());
    }

    /** Notes the declarations of the attributes that something carries. */
    Uses attributes(AttributeOwner owner, Attributes carried) {
        return all(
                "attributes",
                Part.ATTRIBUTES,
                carried.values().keySet().stream()
                        .map(name -> AttributeDeclaration.path(owner, name))
                        .toList());
    }

    /** Notes what an offer or a template says; the names of its fields come after {@code before}. */
    Uses content(String before, Offer offer) {
        one(before + "scheme", Part.SCHEMES, offer.scheme());
        one(before + "type", Part.OFFER_TYPES, offer.type());
        maybe(before + "category", Part.CATEGORIES, offer.category());
        if (offer.award() instanceof Award.PercentageOfAwarded past) {
            all(before + "award.types", Part.OFFER_TYPES, past.types());
            all(before + "award.schemes", Part.SCHEMES, past.schemes());
        }
        conditions(before + "conditions.", offer.conditions());
        terms(before + "terms.", offer.terms());
        spending(before + "spendConditions.", offer.spendConditions());
        attributes(AttributeOwner.OFFER, offer.attributes());
        return maybe(before + "ownership.group", Part.GROUPS, offer.ownership().group());
    }

    /** Notes what money may be spent on and where. */
    Uses spending(String before, SpendConditions spend) {
        return products(before + "products", spend.products())
                .all(before + "units", Part.UNITS, spend.units())
                .all(before + "groups", Part.GROUPS, spend.groups());
    }

    /** Notes what an agreement is about and what it names. */
    Uses agreement(Agreement agreement) {
        AgreementTerms terms = agreement.terms();
        maybe("unit", Part.UNITS, agreement.unit()).maybe("group", Part.GROUPS, agreement.group());
        all("schemes", Part.SCHEMES, terms.schemes().orElse(Set.of()));
        all("types", Part.OFFER_TYPES, terms.types().orElse(Set.of()));
        for (ContributionRule rule : agreement.contributions()) {
            String path = "contributions[" + rule.code() + "].";
            all(path + "offers", Part.OFFERS, rule.offers());
            products(path + "when.products", rule.when().products());
        }
        return this;
    }

    private void conditions(String before, AwardConditions conditions) {
        products(before + "products", conditions.products());
        all(before + "segmentsIncluded", Part.SEGMENTS, conditions.segmentsIncluded());
        all(before + "segmentsExcluded", Part.SEGMENTS, conditions.segmentsExcluded());
        all(before + "units", Part.UNITS, conditions.units());
        all(before + "groups", Part.GROUPS, conditions.groups());
        all(before + "tiers", Part.TIERS, conditions.tiers());
        conditions
                .attributes()
                .forEach(condition -> one(
                        before + "attributes",
                        Part.ATTRIBUTES,
                        condition.attribute().path()));
    }

    private void terms(String before, Terms terms) {
        terms.eventClassifications().forEach((field, named) -> all(before + field, Part.EVENT_CLASSIFICATIONS, named));
        terms.offerTypes().forEach((field, named) -> all(before + field, Part.OFFER_TYPES, named));
        List<SetPart> parts = terms.sets().map(ProductSet::parts).orElse(List.of());
        for (int i = 0; i < parts.size(); i++) {
            products(before + "sets[" + (i + 1) + "].products", parts.get(i).products());
        }
        for (int i = 0; i < terms.kpis().size(); i++) {
            one(
                    before + "kpis[" + (i + 1) + "].kpi",
                    Part.KPIS,
                    terms.kpis().get(i).kpi());
        }
    }
}
