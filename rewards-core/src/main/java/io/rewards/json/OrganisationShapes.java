package io.rewards.json;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierFall;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.Map;

/** How stands in files what a business is made of: attributes, products, units, segments and tiers. */
final class OrganisationShapes {

    private OrganisationShapes() {}

    static Shape<AttributeDeclaration> attribute() {
        var owner = Field.required(
                "owner",
                new Type.OneOf<>(AttributeOwner.class),
                AttributeDeclaration::owner,
                "What carries the attribute.");
        var name = Field.required(
                "name",
                Type.TEXT,
                AttributeDeclaration::name,
                "Letters and digits, starting with a lower-case letter.");
        var type = Field.required(
                "type", new Type.OneOf<>(AttributeType.class), AttributeDeclaration::type, "Type of its values.");
        return Shape.of(
                "The declaration of an attribute.",
                said -> new AttributeDeclaration(said.of(owner), said.of(name), said.of(type)),
                owner,
                name,
                type);
    }

    static Shape<ProductFamily> family() {
        var code = Codes.code(ProductFamily::code);
        var name = Codes.name(code, ProductFamily::name);
        return Shape.of(
                "A family of product types.", said -> new ProductFamily(said.of(code), said.of(name)), code, name);
    }

    static Shape<ProductType> productType() {
        var code = Codes.code(ProductType::code);
        var name = Codes.name(code, ProductType::name);
        var family = Codes.of("family", ProductType::family, "Code of its family.");
        return Shape.of(
                "A type of products.",
                said -> new ProductType(said.of(code), said.of(name), said.of(family)),
                code,
                name,
                family);
    }

    static Shape<Product> product() {
        var code = Codes.code(Product::code);
        var name = Codes.name(code, Product::name);
        var type = Codes.of("type", Product::type, "Code of its product type.");
        var attributes = Field.usual(
                "attributes",
                new Type.Carried(AttributeOwner.PRODUCT),
                Attributes.NONE,
                Product::attributes,
                "Declared for products.");
        return Shape.of(
                "A product that offers name or that carries a type or attributes.",
                said -> new Product(said.of(code), said.of(name), said.of(type), said.of(attributes)),
                code,
                name,
                type,
                attributes);
    }

    static Shape<UnitGroup> group() {
        var code = Codes.code(UnitGroup::code);
        var name = Codes.name(code, UnitGroup::name);
        var parent = Codes.of("parent", UnitGroup::parent, "Code of the group it lies in.");
        return Shape.of(
                "A group of units.",
                said -> new UnitGroup(said.of(code), said.of(name), said.of(parent)),
                code,
                name,
                parent);
    }

    static Shape<Unit> unit() {
        var code = Codes.code(Unit::code);
        var name = Codes.name(code, Unit::name);
        var group = Codes.of("group", Unit::group, "Code of the group it lies in.");
        var zone = Field.optional(
                "zone", Type.ZONE, Unit::zone, "Zone of its clock on the wall, where that is not the programme's.");
        return Shape.of(
                        "A merchant or store where events happen.",
                        said -> new Unit(said.of(code), said.of(name), said.of(group), said.of(zone)),
                        code,
                        name,
                        group,
                        zone)
                .withGone(Map.of(
                        "automaticSpending", inAgreement("automaticSpending"),
                        "reduction", inAgreement("reduction"),
                        "contribution", inAgreement("contribution")));
    }

    /** Where a field of units stands now. */
    private static String inAgreement(String field) {
        return "What a merchant agrees to is no field of its unit (" + field
                + "), but an agreement in the list agreements: {"
                + "code: ..., unit: ..., " + field
                + ": ...}. Under an agreement the merchant gives all of each award, so one that"
                + " gives nothing says contribution: 0.";
    }

    static Shape<Segment> segment() {
        var code = Codes.code(Segment::code);
        var name = Codes.name(code, Segment::name);
        var entity = Field.required(
                "entity",
                new Type.OneOf<>(SegmentEntity.class),
                Segment::entity,
                "What it is a set of. The host names the members of the first three; a segment of transactions holds"
                        + " those of its offers, types or schemes.");
        var offers = Codes.all("offers", Segment::offers, "Codes of offers; transactions only.");
        var types = Codes.all("types", Segment::types, "Codes of offer types; transactions only.");
        var schemes = Codes.all("schemes", Segment::schemes, "Codes of schemes; transactions only.");
        return Shape.of(
                        "A named set that offers include or exclude.",
                        said -> new Segment(
                                said.of(code),
                                said.of(name),
                                said.of(entity),
                                said.of(offers),
                                said.of(types),
                                said.of(schemes)),
                        code,
                        name,
                        entity,
                        offers,
                        types,
                        schemes)
                .onlyWhole();
    }

    static Shape<Tier> tier() {
        var code = Codes.code(Tier::code);
        var name = Codes.name(code, Tier::name);
        var reach = Field.optional(
                "reach",
                Type.NUMBER,
                Tier::reach,
                "Units within one period that lift to it. Unless said, the host sets it.");
        var keep = Field.optional(
                "keep", Type.NUMBER, Tier::keep, "Units of a period that hold it; as reach unless said.");
        var period = Field.optional(
                "period", Type.SPAN, Tier::period, "In which units count, and after which it is reviewed; with reach.");
        var falls = Field.usual(
                "falls",
                new Type.OneOf<>(TierFall.class),
                TierFall.ONE_LEVEL,
                Tier::falls,
                "Where a review that finds too few units leads: to the tier below, to the one that the units of the period"
                        + " reach, or nowhere. ONE_LEVEL unless said.");
        return Shape.of(
                "A rank of participants. One that is only a code stands as a text.",
                said -> new Tier(
                        said.of(code), said.of(name), said.of(reach), said.of(keep), said.of(period), said.of(falls)),
                code,
                name,
                reach,
                keep,
                period,
                falls);
    }
}
