package io.rewards.catalogue.life;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.Terms;
import io.rewards.organisation.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what in a programme refers to a thing, so that it cannot be deleted. */
final class References {

    private final Subject wanted;
    private final List<Subject> found = new ArrayList<>();

    private References(Subject wanted) {
        this.wanted = wanted;
    }

    /** What refers to {@code wanted}, in the order of the programme; it itself does not count. */
    static List<Subject> to(Subject wanted, Programme programme) {
        References references = new References(wanted);
        references.organisation(programme);
        references.catalogue(programme);
        return List.copyOf(references.found);
    }

    private void organisation(Programme programme) {
        programme
                .productTypes()
                .forEach(type -> note(Kind.PRODUCT_TYPE, type.code(), uses(Kind.FAMILY, type.family())));
        programme.products().forEach(product -> {
            Set<Subject> used = uses(Kind.PRODUCT_TYPE, product.type());
            used.addAll(attributes(AttributeOwner.PRODUCT, product.attributes()));
            note(Kind.PRODUCT, product.code(), used);
        });
        programme.groups().forEach(group -> note(Kind.GROUP, group.code(), uses(Kind.GROUP, group.parent())));
        programme.units().forEach(unit -> note(Kind.UNIT, unit.code(), uses(Kind.GROUP, unit.group())));
        programme.segments().forEach(segment -> note(Kind.SEGMENT, segment.code(), usesOf(segment)));
    }

    private void catalogue(Programme programme) {
        programme
                .schemes()
                .forEach(scheme -> note(
                        Kind.SCHEME,
                        scheme.code(),
                        uses(Kind.GROUP, scheme.ownership().group())));
        programme
                .categories()
                .forEach(category -> note(Kind.CATEGORY, category.code(), uses(Kind.CATEGORY, category.parent())));
        programme
                .offerTypes()
                .forEach(type -> note(Kind.OFFER_TYPE, type.code(), uses(Kind.CATEGORY, type.categories())));
        programme.offers().forEach(offer -> note(Kind.OFFER, offer.code(), usesOf(offer)));
        programme.kpis().forEach(kpi -> note(Kind.KPI, kpi.code(), products(kpi.products())));
        programme.templates().forEach(template -> note(Kind.TEMPLATE, template.code(), usesOf(template.content())));
        programme.runs().forEach(run -> note(Kind.RUN, run.code(), usesOf(run)));
    }

    private void note(Kind kind, String code, Set<Subject> used) {
        Subject user = new Subject(kind, code);
        if (used.contains(wanted) && !user.equals(wanted)) {
            found.add(user);
        }
    }

    private static Set<Subject> usesOf(Segment segment) {
        Set<Subject> used = uses(Kind.OFFER, segment.offers());
        used.addAll(uses(Kind.OFFER_TYPE, segment.types()));
        used.addAll(uses(Kind.SCHEME, segment.schemes()));
        return used;
    }

    private static Set<Subject> usesOf(RunDefinition run) {
        Set<Subject> used = uses(Kind.SCHEME, run.schemes());
        used.addAll(uses(Kind.OFFER_TYPE, run.typesIncluded()));
        used.addAll(uses(Kind.OFFER_TYPE, run.typesExcluded()));
        return used;
    }

    private static Set<Subject> usesOf(Offer offer) {
        Set<Subject> used = uses(Kind.SCHEME, offer.scheme());
        used.addAll(uses(Kind.OFFER_TYPE, offer.type()));
        used.addAll(uses(Kind.CATEGORY, offer.category()));
        used.addAll(uses(Kind.TEMPLATE, offer.template()));
        used.addAll(uses(Kind.GROUP, offer.ownership().group()));
        used.addAll(usesOf(offer.terms()));
        if (offer.award() instanceof Award.PercentageOfAwarded past) {
            used.addAll(uses(Kind.OFFER_TYPE, past.types()));
            used.addAll(uses(Kind.SCHEME, past.schemes()));
        }
        used.addAll(usesOf(offer.conditions()));
        SpendConditions spend = offer.spendConditions();
        used.addAll(products(spend.products()));
        used.addAll(uses(Kind.UNIT, spend.units()));
        used.addAll(uses(Kind.GROUP, spend.groups()));
        used.addAll(attributes(AttributeOwner.OFFER, offer.attributes()));
        return used;
    }

    private static Set<Subject> usesOf(Terms terms) {
        Set<Subject> used =
                uses(Kind.KPI, terms.kpis().stream().map(KpiCondition::kpi).toList());
        terms.eventClassifications().values().forEach(named -> used.addAll(uses(Kind.EVENT_CLASSIFICATION, named)));
        return used;
    }

    private static Set<Subject> usesOf(AwardConditions conditions) {
        Set<Subject> used = products(conditions.products());
        used.addAll(uses(Kind.SEGMENT, conditions.segmentsIncluded()));
        used.addAll(uses(Kind.SEGMENT, conditions.segmentsExcluded()));
        used.addAll(uses(Kind.UNIT, conditions.units()));
        used.addAll(uses(Kind.GROUP, conditions.groups()));
        used.addAll(uses(Kind.TIER, conditions.tiers()));
        conditions
                .attributes()
                .forEach(condition ->
                        used.addAll(uses(Kind.ATTRIBUTE, condition.attribute().path())));
        return used;
    }

    private static Set<Subject> products(ProductSelection selection) {
        Set<Subject> used = uses(Kind.PRODUCT, selection.products());
        used.addAll(uses(Kind.PRODUCT_TYPE, selection.types()));
        used.addAll(uses(Kind.FAMILY, selection.families()));
        return used;
    }

    private static Set<Subject> attributes(AttributeOwner owner, Attributes carried) {
        return uses(
                Kind.ATTRIBUTE,
                carried.values().keySet().stream()
                        .map(name -> AttributeDeclaration.path(owner, name))
                        .toList());
    }

    private static Set<Subject> uses(Kind kind, String code) {
        return uses(kind, List.of(code));
    }

    private static Set<Subject> uses(Kind kind, Collection<String> codes) {
        Set<Subject> used = new HashSet<>();
        codes.stream().filter(code -> !code.isEmpty()).forEach(code -> used.add(new Subject(kind, code)));
        return used;
    }
}
