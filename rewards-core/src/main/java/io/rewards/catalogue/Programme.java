package io.rewards.catalogue;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.util.List;

/**
 * Everything the owner of a rewards programme sets up. A plain value that may contradict itself: {@link Catalogue#of}
 * checks it as a whole. Immutable.
 *
 * @param name for people
 * @param version the owner's name for this state of the programme; every outcome carries it
 * @param settings that hold for all of it
 * @param attributes that the host declares
 * @param families of product types
 * @param productTypes of products
 * @param products that offers name or that carry a type
 * @param groups of units
 * @param units where events happen
 * @param segments of participants and transactions
 * @param tiers codes, lowest first
 * @param schemes that participants sign up to
 * @param categories of offers
 * @param offerTypes of offers
 * @param offers of all schemes
 * @param kpis measures that financial statements give values for
 * @param eventClassifications what achievements and statements are about
 * @param templates what offers can start from
 * @param runs evaluation runs
 * @param messages texts of notifications
 */
public record Programme(
        String name,
        String version,
        Settings settings,
        List<AttributeDeclaration> attributes,
        List<ProductFamily> families,
        List<ProductType> productTypes,
        List<Product> products,
        List<UnitGroup> groups,
        List<Unit> units,
        List<Segment> segments,
        List<String> tiers,
        List<Scheme> schemes,
        List<Category> categories,
        List<OfferType> offerTypes,
        List<Offer> offers,
        List<Kpi> kpis,
        List<EventClassification> eventClassifications,
        List<OfferTemplate> templates,
        List<RunDefinition> runs,
        List<MessageTemplate> messages) {

    /** The version of a programme that does not say one. */
    public static final String UNVERSIONED = "unversioned";

    /** Copies the lists. */
    public Programme {
        attributes = List.copyOf(attributes);
        families = List.copyOf(families);
        productTypes = List.copyOf(productTypes);
        products = List.copyOf(products);
        groups = List.copyOf(groups);
        units = List.copyOf(units);
        segments = List.copyOf(segments);
        tiers = List.copyOf(tiers);
        schemes = List.copyOf(schemes);
        categories = List.copyOf(categories);
        offerTypes = List.copyOf(offerTypes);
        offers = List.copyOf(offers);
        kpis = List.copyOf(kpis);
        eventClassifications = List.copyOf(eventClassifications);
        templates = List.copyOf(templates);
        runs = List.copyOf(runs);
        messages = List.copyOf(messages);
    }

    /** Starts a programme that has nothing but its settings. */
    public static Builder builder(String name, Settings settings) {
        return new Builder(name, settings);
    }

    /** Starts with everything this programme has. */
    public Builder toBuilder() {
        Builder builder = new Builder(name, settings);
        builder.version = version;
        builder.attributes = attributes;
        builder.families = families;
        builder.productTypes = productTypes;
        builder.products = products;
        builder.groups = groups;
        builder.units = units;
        builder.segments = segments;
        builder.tiers = tiers;
        builder.schemes = schemes;
        builder.categories = categories;
        builder.offerTypes = offerTypes;
        builder.offers = offers;
        builder.kpis = kpis;
        builder.eventClassifications = eventClassifications;
        builder.templates = templates;
        builder.runs = runs;
        builder.messages = messages;
        return builder;
    }

    /** This programme with other offers. */
    public Programme withOffers(List<Offer> changed) {
        return toBuilder().withOffers(changed).build();
    }

    /** Collects what a programme has. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private Settings settings;
        private String version = UNVERSIONED;
        private List<AttributeDeclaration> attributes = List.of();
        private List<ProductFamily> families = List.of();
        private List<ProductType> productTypes = List.of();
        private List<Product> products = List.of();
        private List<UnitGroup> groups = List.of();
        private List<Unit> units = List.of();
        private List<Segment> segments = List.of();
        private List<String> tiers = List.of();
        private List<Scheme> schemes = List.of();
        private List<Category> categories = List.of();
        private List<OfferType> offerTypes = List.of();
        private List<Offer> offers = List.of();
        private List<Kpi> kpis = List.of();
        private List<EventClassification> eventClassifications = List.of();
        private List<OfferTemplate> templates = List.of();
        private List<RunDefinition> runs = List.of();
        private List<MessageTemplate> messages = List.of();

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

        /** Attributes that the host declares. */
        public Builder withAttributes(List<AttributeDeclaration> list) {
            attributes = list;
            return this;
        }

        /** Families of product types. */
        public Builder withFamilies(List<ProductFamily> list) {
            families = list;
            return this;
        }

        /** Types of products. */
        public Builder withProductTypes(List<ProductType> list) {
            productTypes = list;
            return this;
        }

        /** Products that offers name or that carry a type. */
        public Builder withProducts(List<Product> list) {
            products = list;
            return this;
        }

        /** Groups of units. */
        public Builder withGroups(List<UnitGroup> list) {
            groups = list;
            return this;
        }

        /** Units where events happen. */
        public Builder withUnits(List<Unit> list) {
            units = list;
            return this;
        }

        /** Segments of participants and transactions. */
        public Builder withSegments(List<Segment> list) {
            segments = list;
            return this;
        }

        /** Codes of tiers, lowest first. */
        public Builder withTiers(List<String> list) {
            tiers = list;
            return this;
        }

        /** Schemes that participants sign up to. */
        public Builder withSchemes(List<Scheme> list) {
            schemes = list;
            return this;
        }

        /** Categories of offers. */
        public Builder withCategories(List<Category> list) {
            categories = list;
            return this;
        }

        /** Types of offers. */
        public Builder withOfferTypes(List<OfferType> list) {
            offerTypes = list;
            return this;
        }

        /** Offers of all schemes. */
        public Builder withOffers(List<Offer> list) {
            offers = list;
            return this;
        }

        /** Measures that financial statements give values for. */
        public Builder withKpis(List<Kpi> list) {
            kpis = list;
            return this;
        }

        /** What achievements and statements are about. */
        public Builder withEventClassifications(List<EventClassification> list) {
            eventClassifications = list;
            return this;
        }

        /** What offers can start from. */
        public Builder withTemplates(List<OfferTemplate> list) {
            templates = list;
            return this;
        }

        /** Evaluation runs. */
        public Builder withRuns(List<RunDefinition> list) {
            runs = list;
            return this;
        }

        /** Texts of notifications. */
        public Builder withMessages(List<MessageTemplate> list) {
            messages = list;
            return this;
        }

        /** The programme. */
        public Programme build() {
            return new Programme(
                    name,
                    version,
                    settings,
                    attributes,
                    families,
                    productTypes,
                    products,
                    groups,
                    units,
                    segments,
                    tiers,
                    schemes,
                    categories,
                    offerTypes,
                    offers,
                    kpis,
                    eventClassifications,
                    templates,
                    runs,
                    messages);
        }
    }
}
