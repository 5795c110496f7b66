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
        List<Offer> offers) {

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
    }

    /** This programme with other offers. */
    public Programme withOffers(List<Offer> changed) {
        return with(settings, schemes, changed);
    }

    /** This programme with other settings. */
    public Programme withSettings(Settings changed) {
        return with(changed, schemes, offers);
    }

    /** This programme with other schemes. */
    public Programme withSchemes(List<Scheme> changed) {
        return with(settings, changed, offers);
    }

    private Programme with(Settings changedSettings, List<Scheme> changedSchemes, List<Offer> changedOffers) {
        return new Programme(
                name,
                version,
                changedSettings,
                attributes,
                families,
                productTypes,
                products,
                groups,
                units,
                segments,
                tiers,
                changedSchemes,
                categories,
                offerTypes,
                changedOffers);
    }
}
