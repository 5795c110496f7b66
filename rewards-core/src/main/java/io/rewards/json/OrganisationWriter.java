package io.rewards.json;

import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.organisation.MerchantRules;
import io.rewards.organisation.Product;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import tools.jackson.databind.node.ObjectNode;

/** Writes what offers refer to: products, units, segments, schemes, categories, offer types and measures. */
final class OrganisationWriter {

    private OrganisationWriter() {}

    static void write(ObjectNode object, Programme programme) {
        Writing.objects(
                object,
                "families",
                programme.families(),
                (written, family) -> Writing.coded(written, family.code(), family.name()));
        Writing.objects(object, "productTypes", programme.productTypes(), (written, type) -> {
            Writing.coded(written, type.code(), type.name());
            Writing.text(written, "family", type.family());
        });
        Writing.objects(object, "products", programme.products(), OrganisationWriter::product);
        Writing.objects(object, "groups", programme.groups(), (written, group) -> {
            Writing.coded(written, group.code(), group.name());
            Writing.text(written, "parent", group.parent());
        });
        Writing.objects(object, "units", programme.units(), OrganisationWriter::unit);
        Writing.objects(object, "segments", programme.segments(), OrganisationWriter::segment);
        Writing.texts(object, "tiers", programme.tiers());
        Writing.objects(object, "schemes", programme.schemes(), OrganisationWriter::scheme);
        Writing.objects(object, "categories", programme.categories(), (written, category) -> {
            Writing.coded(written, category.code(), category.name());
            Writing.text(written, "parent", category.parent());
        });
        Writing.objects(object, "offerTypes", programme.offerTypes(), OrganisationWriter::offerType);
        Writing.objects(object, "kpis", programme.kpis(), OrganisationWriter::kpi);
        Writing.objects(
                object,
                "eventClassifications",
                programme.eventClassifications(),
                (written, classification) -> Writing.coded(written, classification.code(), classification.name()));
    }

    private static void product(ObjectNode written, Product product) {
        Writing.coded(written, product.code(), product.name());
        Writing.text(written, "type", product.type());
        Writing.attributes(written, product.attributes());
    }

    private static void unit(ObjectNode written, Unit unit) {
        Writing.coded(written, unit.code(), unit.name());
        Writing.text(written, "group", unit.group());
        unit.zone().ifPresent(zone -> written.put("zone", zone.getId()));
        MerchantRules rules = unit.rules();
        Writing.flag(written, "automaticSpending", rules.automaticSpending(), false);
        Writing.unless(MerchantRules.NONE.reduction(), written, "reduction", rules.reduction());
        rules.contribution().ifPresent(share -> written.put("contribution", Writing.percentage(share)));
    }

    private static void segment(ObjectNode written, Segment segment) {
        Writing.coded(written, segment.code(), segment.name());
        written.put("entity", segment.entity().name());
        Writing.texts(written, "offers", segment.offers());
        Writing.texts(written, "types", segment.types());
        Writing.texts(written, "schemes", segment.schemes());
    }

    private static void scheme(ObjectNode written, Scheme scheme) {
        Writing.coded(written, scheme.code(), scheme.name());
        Writing.text(written, "description", scheme.description());
        Writing.unless(SchemeState.EFFECTIVE, written, "state", scheme.state());
        ValidityWriter.money(written, scheme.awardValidity());
        if (!scheme.signUp().equals(SignUpPolicy.SELF)) {
            signUp(written.putObject("signUp"), scheme.signUp());
        }
        OfferWriter.presentation(written, scheme.marketing(), scheme.ownership());
    }

    private static void signUp(ObjectNode written, SignUpPolicy policy) {
        written.put("option", policy.option().name());
        Writing.flag(written, "selfSignUp", policy.selfSignUp(), policy.option() == SignUpOption.SELF);
        Writing.flag(written, "referenceCode", policy.referenceCode(), false);
        Writing.texts(written, "domains", policy.domains());
        Writing.texts(written, "codes", policy.codes());
    }

    private static void offerType(ObjectNode written, OfferType type) {
        Writing.coded(written, type.code(), type.name());
        written.put("classification", type.classification().name());
        Writing.texts(written, "categories", type.categories());
        type.goal().ifPresent(goal -> written.put("goal", goal.name()));
    }

    private static void kpi(ObjectNode written, Kpi kpi) {
        Writing.coded(written, kpi.code(), kpi.name());
        ConditionsWriter.products(written, kpi.products());
    }
}
