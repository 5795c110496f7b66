package io.rewards.catalogue;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything the owner of a rewards programme sets up. A plain value that may contradict itself: {@link Catalogue#of}
 * checks it as a whole. Immutable.
 *
 * @param name for people
 * @param version the owner's name for this state of the programme; every outcome carries it
 * @param settings that hold for all of it
 * @param parts all lists that it is made of
 */
public record Programme(String name, String version, Settings settings, Map<Part<?>, List<?>> parts) {

    /** The version of a programme that does not say one. */
    public static final String UNVERSIONED = "unversioned";

    /** Copies the lists; those that are not there are empty. */
    public Programme {
        Map<Part<?>, List<?>> copied = new LinkedHashMap<>();
        for (Part<?> part : Part.all()) {
            copied.put(
                    part,
                    List.copyOf(Optional.<List<?>>ofNullable(parts.get(part)).orElse(List.of())));
        }
        parts = Collections.unmodifiableMap(copied);
    }

    /** Starts a programme that has nothing but its settings. */
    public static Builder builder(String name, Settings settings) {
        return new Builder(name, settings);
    }

    /** Starts with everything this programme has. */
    public Builder toBuilder() {
        Builder builder = new Builder(name, settings).withVersion(version);
        builder.parts.putAll(parts);
        return builder;
    }

    /** This programme with other offers. */
    public Programme withOffers(List<Offer> changed) {
        return toBuilder().withOffers(changed).build();
    }

    /** The list of this part. */
    @SuppressWarnings("unchecked")
    public <T> List<T> part(Part<T> part) {
        // Only Builder.with puts lists, each of what its part holds.
        return (List<T>) Objects.requireNonNull(parts.get(part));
    }

    /** Attributes that the host declares. */
    public List<AttributeDeclaration> attributes() {
        return part(Part.ATTRIBUTES);
    }

    /** Families of product types. */
    public List<ProductFamily> families() {
        return part(Part.FAMILIES);
    }

    /** Types of products. */
    public List<ProductType> productTypes() {
        return part(Part.PRODUCT_TYPES);
    }

    /** Products that offers name or that carry a type. */
    public List<Product> products() {
        return part(Part.PRODUCTS);
    }

    /** Groups of units. */
    public List<UnitGroup> groups() {
        return part(Part.GROUPS);
    }

    /** Units where events happen. */
    public List<Unit> units() {
        return part(Part.UNITS);
    }

    /** Segments of participants and transactions. */
    public List<Segment> segments() {
        return part(Part.SEGMENTS);
    }

    /** Tiers, lowest first. */
    public List<Tier> tiers() {
        return part(Part.TIERS);
    }

    /** Codes of tiers, lowest first. */
    public List<String> tierCodes() {
        return tiers().stream().map(Tier::code).toList();
    }

    /** Who says in which tier a participant is. */
    public TierOwner tierOwner() {
        return settings.tiers()
                .owner()
                .orElse(tiers().stream().anyMatch(Tier::hasUnits) ? TierOwner.ENGINE : TierOwner.HOST);
    }

    /** Schemes that participants sign up to. */
    public List<Scheme> schemes() {
        return part(Part.SCHEMES);
    }

    /** Categories of offers. */
    public List<Category> categories() {
        return part(Part.CATEGORIES);
    }

    /** Types of offers. */
    public List<OfferType> offerTypes() {
        return part(Part.OFFER_TYPES);
    }

    /** Which types offers may be of. */
    public List<RewardsDefinition> rewardsDefinitions() {
        return part(Part.REWARDS_DEFINITIONS);
    }

    /** Measures that financial statements give values for. */
    public List<Kpi> kpis() {
        return part(Part.KPIS);
    }

    /** What achievements and statements are about. */
    public List<EventClassification> eventClassifications() {
        return part(Part.EVENT_CLASSIFICATIONS);
    }

    /** What points are worth. */
    public List<ExchangeRate> rates() {
        return part(Part.RATES);
    }

    /** What offers can start from. */
    public List<OfferTemplate> templates() {
        return part(Part.TEMPLATES);
    }

    /** Offers of all schemes. */
    public List<Offer> offers() {
        return part(Part.OFFERS);
    }

    /** What merchants have agreed to. */
    public List<Agreement> agreements() {
        return part(Part.AGREEMENTS);
    }

    /** Evaluation runs. */
    public List<RunDefinition> runs() {
        return part(Part.RUNS);
    }

    /** Runs of settlements. */
    public List<SettlementDefinition> settlements() {
        return part(Part.SETTLEMENTS);
    }

    /** Texts of notifications. */
    public List<MessageTemplate> messages() {
        return part(Part.MESSAGES);
    }

    /** Collects what a programme has. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final Map<Part<?>, List<?>> parts = new LinkedHashMap<>();
        private Settings settings;
        private String version = UNVERSIONED;

        private Builder(String name, Settings settings) {
            this.name = name;
            this.settings = settings;
        }

        /** The owner's name for this state of the programme; {@code unversioned} unless said. */
        public Builder withVersion(String text) {
            version = text;
            return this;
        }

        /** The choices that hold for all of it. */
        public Builder withSettings(Settings changed) {
            settings = changed;
            return this;
        }

        /** The list of a part, in the place of the one before. */
        public <T> Builder with(Part<T> part, List<T> list) {
            parts.put(part, list);
            return this;
        }

        /** Attributes that the host declares. */
        public Builder withAttributes(List<AttributeDeclaration> list) {
            return with(Part.ATTRIBUTES, list);
        }

        /** Families of product types. */
        public Builder withFamilies(List<ProductFamily> list) {
            return with(Part.FAMILIES, list);
        }

        /** Types of products. */
        public Builder withProductTypes(List<ProductType> list) {
            return with(Part.PRODUCT_TYPES, list);
        }

        /** Products that offers name or that carry a type. */
        public Builder withProducts(List<Product> list) {
            return with(Part.PRODUCTS, list);
        }

        /** Groups of units. */
        public Builder withGroups(List<UnitGroup> list) {
            return with(Part.GROUPS, list);
        }

        /** Units where events happen. */
        public Builder withUnits(List<Unit> list) {
            return with(Part.UNITS, list);
        }

        /** Segments of participants and transactions. */
        public Builder withSegments(List<Segment> list) {
            return with(Part.SEGMENTS, list);
        }

        /** Tiers, lowest first. */
        public Builder withTiers(List<Tier> list) {
            return with(Part.TIERS, list);
        }

        /** Schemes that participants sign up to. */
        public Builder withSchemes(List<Scheme> list) {
            return with(Part.SCHEMES, list);
        }

        /** Categories of offers. */
        public Builder withCategories(List<Category> list) {
            return with(Part.CATEGORIES, list);
        }

        /** Types of offers. */
        public Builder withOfferTypes(List<OfferType> list) {
            return with(Part.OFFER_TYPES, list);
        }

        /** Which types offers may be of. */
        public Builder withRewardsDefinitions(List<RewardsDefinition> list) {
            return with(Part.REWARDS_DEFINITIONS, list);
        }

        /** Measures that financial statements give values for. */
        public Builder withKpis(List<Kpi> list) {
            return with(Part.KPIS, list);
        }

        /** What achievements and statements are about. */
        public Builder withEventClassifications(List<EventClassification> list) {
            return with(Part.EVENT_CLASSIFICATIONS, list);
        }

        /** What points are worth. */
        public Builder withRates(List<ExchangeRate> list) {
            return with(Part.RATES, list);
        }

        /** What offers can start from. */
        public Builder withTemplates(List<OfferTemplate> list) {
            return with(Part.TEMPLATES, list);
        }

        /** Offers of all schemes. */
        public Builder withOffers(List<Offer> list) {
            return with(Part.OFFERS, list);
        }

        /** What merchants have agreed to. */
        public Builder withAgreements(List<Agreement> list) {
            return with(Part.AGREEMENTS, list);
        }

        /** Evaluation runs. */
        public Builder withRuns(List<RunDefinition> list) {
            return with(Part.RUNS, list);
        }

        /** Runs of settlements. */
        public Builder withSettlements(List<SettlementDefinition> list) {
            return with(Part.SETTLEMENTS, list);
        }

        /** Texts of notifications. */
        public Builder withMessages(List<MessageTemplate> list) {
            return with(Part.MESSAGES, list);
        }

        /** The programme. */
        public Programme build() {
            return new Programme(name, version, settings, parts);
        }
    }
}
