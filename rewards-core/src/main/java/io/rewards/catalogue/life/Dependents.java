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

/** Finds what in a programme depends on a thing, which then cannot be deleted. */
final class Dependents {

    private final Subject wanted;
    private final List<Subject> found = new ArrayList<>();

    private Dependents(Subject wanted) {
        this.wanted = wanted;
    }

    /** What refers to {@code wanted}, in the order of the programme; it itself does not count. */
    static List<Subject> of(Subject wanted, Programme programme) {
        Dependents dependents = new Dependents(wanted);
        dependents.organisation(programme);
        dependents.catalogue(programme);
        return List.copyOf(dependents.found);
    }

    private void organisation(Programme programme) {
        programme
                .productTypes()
                .forEach(type -> note(SubjectKind.PRODUCT_TYPE, type.code(), uses(SubjectKind.FAMILY, type.family())));
        programme.products().forEach(product -> {
            Set<Subject> used = uses(SubjectKind.PRODUCT_TYPE, product.type());
            used.addAll(attributes(AttributeOwner.PRODUCT, product.attributes()));
            note(SubjectKind.PRODUCT, product.code(), used);
        });
        programme
                .groups()
                .forEach(group -> note(SubjectKind.GROUP, group.code(), uses(SubjectKind.GROUP, group.parent())));
        programme.units().forEach(unit -> note(SubjectKind.UNIT, unit.code(), uses(SubjectKind.GROUP, unit.group())));
        programme.segments().forEach(segment -> note(SubjectKind.SEGMENT, segment.code(), usesOf(segment)));
    }

    private void catalogue(Programme programme) {
        programme
                .schemes()
                .forEach(scheme -> note(
                        SubjectKind.SCHEME,
                        scheme.code(),
                        uses(SubjectKind.GROUP, scheme.ownership().group())));
        programme
                .categories()
                .forEach(category ->
                        note(SubjectKind.CATEGORY, category.code(), uses(SubjectKind.CATEGORY, category.parent())));
        programme
                .offerTypes()
                .forEach(type ->
                        note(SubjectKind.OFFER_TYPE, type.code(), uses(SubjectKind.CATEGORY, type.categories())));
        programme.offers().forEach(offer -> note(SubjectKind.OFFER, offer.code(), usesOf(offer)));
        programme.kpis().forEach(kpi -> note(SubjectKind.KPI, kpi.code(), products(kpi.products())));
        programme
                .templates()
                .forEach(template -> note(SubjectKind.TEMPLATE, template.code(), usesOf(template.content())));
        programme.runs().forEach(run -> note(SubjectKind.RUN, run.code(), usesOf(run)));
    }

    private void note(SubjectKind kind, String code, Set<Subject> used) {
        Subject user = new Subject(kind, code);
        if (used.contains(wanted) && !user.equals(wanted)) {
            found.add(user);
        }
    }

    private static Set<Subject> usesOf(Segment segment) {
        Set<Subject> used = uses(SubjectKind.OFFER, segment.offers());
        used.addAll(uses(SubjectKind.OFFER_TYPE, segment.types()));
        used.addAll(uses(SubjectKind.SCHEME, segment.schemes()));
        return used;
    }

    private static Set<Subject> usesOf(RunDefinition run) {
        Set<Subject> used = uses(SubjectKind.SCHEME, run.schemes());
        used.addAll(uses(SubjectKind.OFFER_TYPE, run.typesIncluded()));
        used.addAll(uses(SubjectKind.OFFER_TYPE, run.typesExcluded()));
        return used;
    }

    private static Set<Subject> usesOf(Offer offer) {
        Set<Subject> used = uses(SubjectKind.SCHEME, offer.scheme());
        used.addAll(uses(SubjectKind.OFFER_TYPE, offer.type()));
        used.addAll(uses(SubjectKind.CATEGORY, offer.category()));
        used.addAll(uses(SubjectKind.TEMPLATE, offer.template()));
        used.addAll(uses(SubjectKind.GROUP, offer.ownership().group()));
        used.addAll(usesOf(offer.terms()));
        if (offer.award() instanceof Award.PercentageOfAwarded past) {
            used.addAll(uses(SubjectKind.OFFER_TYPE, past.types()));
            used.addAll(uses(SubjectKind.SCHEME, past.schemes()));
        }
        used.addAll(usesOf(offer.conditions()));
        SpendConditions spend = offer.spendConditions();
        used.addAll(products(spend.products()));
        used.addAll(uses(SubjectKind.UNIT, spend.units()));
        used.addAll(uses(SubjectKind.GROUP, spend.groups()));
        used.addAll(attributes(AttributeOwner.OFFER, offer.attributes()));
        return used;
    }

    private static Set<Subject> usesOf(Terms terms) {
        Set<Subject> used = uses(
                SubjectKind.KPI, terms.kpis().stream().map(KpiCondition::kpi).toList());
        terms.eventClassifications()
                .values()
                .forEach(named -> used.addAll(uses(SubjectKind.EVENT_CLASSIFICATION, named)));
        return used;
    }

    private static Set<Subject> usesOf(AwardConditions conditions) {
        Set<Subject> used = products(conditions.products());
        used.addAll(uses(SubjectKind.SEGMENT, conditions.segmentsIncluded()));
        used.addAll(uses(SubjectKind.SEGMENT, conditions.segmentsExcluded()));
        used.addAll(uses(SubjectKind.UNIT, conditions.units()));
        used.addAll(uses(SubjectKind.GROUP, conditions.groups()));
        used.addAll(uses(SubjectKind.TIER, conditions.tiers()));
        conditions
                .attributes()
                .forEach(condition -> used.addAll(
                        uses(SubjectKind.ATTRIBUTE, condition.attribute().path())));
        return used;
    }

    private static Set<Subject> products(ProductSelection selection) {
        Set<Subject> used = uses(SubjectKind.PRODUCT, selection.products());
        used.addAll(uses(SubjectKind.PRODUCT_TYPE, selection.types()));
        used.addAll(uses(SubjectKind.FAMILY, selection.families()));
        return used;
    }

    private static Set<Subject> attributes(AttributeOwner owner, Attributes carried) {
        return uses(
                SubjectKind.ATTRIBUTE,
                carried.values().keySet().stream()
                        .map(name -> AttributeDeclaration.path(owner, name))
                        .toList());
    }

    private static Set<Subject> uses(SubjectKind kind, String code) {
        return uses(kind, List.of(code));
    }

    private static Set<Subject> uses(SubjectKind kind, Collection<String> codes) {
        Set<Subject> used = new HashSet<>();
        codes.stream().filter(code -> !code.isEmpty()).forEach(code -> used.add(new Subject(kind, code)));
        return used;
    }
}
