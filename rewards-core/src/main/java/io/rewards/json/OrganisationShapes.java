package io.rewards.json;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.Attributes;
import io.rewards.organisation.MerchantRules;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;

/** How stands in files what a business is made of: attributes, products, units and segments. */
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
        Field<Unit, Boolean> automaticSpending = Field.usual(
                "automaticSpending",
                Type.TRUTH,
                false,
                unit -> unit.rules().automaticSpending(),
                "Whether wallets may pay there without a request. False unless said.");
        Field<Unit, Reduction> reduction = Field.usual(
                "reduction",
                new Type.OneOf<>(Reduction.class),
                MerchantRules.NONE.reduction(),
                unit -> unit.rules().reduction(),
                "Who takes instant and automatic discounts off the price: the till, or the host, who refunds them."
                        + " FRONT_END unless said.");
        var contribution = Field.optional(
                "contribution",
                Type.SHARE,
                (Unit unit) -> unit.rules().contribution(),
                "What the merchant gives to each award there, at most 100. Nothing unless said.");
        return Shape.of(
                "A merchant or store where events happen.",
                said -> new Unit(
                        said.of(code),
                        said.of(name),
                        said.of(group),
                        said.of(zone),
                        new MerchantRules(said.of(automaticSpending), said.of(reduction), said.of(contribution))),
                code,
                name,
                group,
                zone,
                automaticSpending,
                reduction,
                contribution);
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
}
