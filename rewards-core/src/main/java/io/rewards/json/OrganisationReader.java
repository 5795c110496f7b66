package io.rewards.json;

import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Goal;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.organisation.MerchantRules;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Reads what offers refer to: products, units, segments, schemes, categories and offer types. */
final class OrganisationReader {

    private OrganisationReader() {}

    static ProductFamily family(Value value) {
        return coded(value, (fields, code, name) -> new ProductFamily(code, name));
    }

    static ProductType productType(Value value) {
        return coded(value, (fields, code, name) -> new ProductType(code, name, code(fields, "family")));
    }

    static Reading<Product> product(AttributesReader attributes) {
        return value -> coded(value, (fields, code, name) -> {
            String type = code(fields, "type");
            Attributes carried = attributes.of(fields, AttributeOwner.PRODUCT);
            return new Product(code, name, type, carried);
        });
    }

    static UnitGroup group(Value value) {
        return coded(value, (fields, code, name) -> new UnitGroup(code, name, code(fields, "parent")));
    }

    static Unit unit(Value value) {
        return coded(value, (fields, code, name) -> {
            Optional<ZoneId> zone = fields.optional("zone", Scalars::zone);
            return new Unit(code, name, code(fields, "group"), zone, rules(fields));
        });
    }

    private static MerchantRules rules(Fields fields) {
        boolean automaticSpending =
                fields.optional("automaticSpending", Scalars::truth).orElse(false);
        Optional<Reduction> reduction = fields.optional("reduction", Scalars.constant(Reduction.class));
        Optional<Percentage> contribution = fields.optional("contribution", OrganisationReader::contribution);
        return new MerchantRules(automaticSpending, reduction.orElse(MerchantRules.NONE.reduction()), contribution);
    }

    private static Percentage contribution(Value value) {
        Percentage share = Scalars.percentage(value);
        if (share.compareTo(Percentage.HUNDRED) > 0) {
            throw value.must("be at most 100, the whole award");
        }
        return share;
    }

    static Segment segment(Value value) {
        return coded(value, (fields, code, name) -> {
            Optional<SegmentEntity> entity = fields.required("entity", Scalars.constant(SegmentEntity.class));
            Set<String> offers = fields.texts("offers");
            Set<String> types = fields.texts("types");
            Set<String> schemes = fields.texts("schemes");
            if (fields.isWrong()) {
                throw new NotedException();
            }
            return new Segment(code, name, entity.orElseThrow(NotedException::new), offers, types, schemes);
        });
    }

    static Scheme scheme(Value value) {
        return coded(value, (fields, code, name) -> {
            String description =
                    fields.optional("description", Scalars::anyText).orElse("");
            Optional<SchemeState> state = fields.optional("state", Scalars.constant(SchemeState.class));
            AwardValidity validity = ValidityReader.awardValidityOfScheme(fields);
            SignUpPolicy signUp =
                    fields.optional("signUp", OrganisationReader::signUp).orElse(SignUpPolicy.SELF);
            Marketing marketing = PresentationReader.marketing(fields);
            Ownership ownership = PresentationReader.ownership(fields);
            return new Scheme(
                    code,
                    name,
                    description,
                    state.orElse(SchemeState.EFFECTIVE),
                    validity,
                    signUp,
                    marketing,
                    ownership);
        });
    }

    private static SignUpPolicy signUp(Value value) {
        return value.object(fields -> {
            Optional<SignUpOption> option = fields.required("option", Scalars.constant(SignUpOption.class));
            Optional<Boolean> selfSignUp = fields.optional("selfSignUp", Scalars::truth);
            boolean referenceCode =
                    fields.optional("referenceCode", Scalars::truth).orElse(false);
            Set<String> domains = fields.texts("domains");
            Set<String> codes = fields.texts("codes");
            if (fields.isWrong()) {
                throw new NotedException();
            }
            SignUpOption chosen = option.orElseThrow(NotedException::new);
            return new SignUpPolicy(
                    chosen, selfSignUp.orElse(chosen == SignUpOption.SELF), referenceCode, domains, codes);
        });
    }

    static Category category(Value value) {
        return coded(value, (fields, code, name) -> new Category(code, name, code(fields, "parent")));
    }

    static OfferType offerType(Value value) {
        return coded(value, (fields, code, name) -> {
            Optional<Classification> classification = fields.required("classification", OfferReader.CLASSIFICATION);
            Set<String> categories = fields.texts("categories");
            Optional<Goal> goal = fields.optional("goal", Scalars.constant(Goal.class));
            return new OfferType(code, name, classification.orElseThrow(NotedException::new), categories, goal);
        });
    }

    /** Builds something that has a code and a name. */
    @FunctionalInterface
    interface Coded<T> {
        T of(Fields fields, String code, String name);
    }

    static <T> T coded(Value value, Coded<T> coded) {
        return value.object(fields -> {
            String code = fields.required("code", Scalars::text).orElse(value.name());
            String name = fields.optional("name", Scalars::text).orElse(code);
            return coded.of(fields, code, name);
        });
    }

    private static String code(Fields fields, String field) {
        return fields.optional(field, Scalars::text).orElse("");
    }
}
