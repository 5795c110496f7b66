package io.rewards.json;

import io.rewards.catalogue.Part;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Tier;
import io.rewards.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one part of a programme stands in files. Immutable.
 *
 * @param part of the programme
 * @param shape of its elements; empty for what is read and written by hand
 * @param reading of its elements
 * @param writing of an element, into the list
 * @param <T> its elements
 */
record PartForm<T>(
        Part<T> part,
        Optional<Shape<T>> shape,
        Function<Context, Reading<T>> reading,
        BiConsumer<ArrayNode, T> writing) {

    /** All parts, in the order of files. */
    static final List<PartForm<?>> ALL = List.of(
            shaped(Part.ATTRIBUTES, OrganisationShapes.attribute()),
            shaped(Part.FAMILIES, OrganisationShapes.family()),
            shaped(Part.PRODUCT_TYPES, OrganisationShapes.productType()),
            shaped(Part.PRODUCTS, OrganisationShapes.product()),
            shaped(Part.GROUPS, OrganisationShapes.group()),
            shaped(Part.UNITS, OrganisationShapes.unit()),
            shaped(Part.SEGMENTS, OrganisationShapes.segment()),
            new PartForm<>(
                    Part.TIERS,
                    Optional.of(OrganisationShapes.tier()),
                    context -> value -> value.scalar().isPresent()
                            ? Tier.named(Scalars.text(value))
                            : context.shapes()
                                    .reading(OrganisationShapes.tier())
                                    .read(value),
                    PartForm::tier),
            shaped(Part.SCHEMES, OfferingShapes.scheme()),
            shaped(Part.CATEGORIES, OfferingShapes.category()),
            shaped(Part.OFFER_TYPES, OfferingShapes.offerType()),
            shaped(Part.REWARDS_DEFINITIONS, OfferingShapes.rewardsDefinition()),
            shaped(Part.KPIS, OfferingShapes.kpi()),
            shaped(Part.EVENT_CLASSIFICATIONS, OfferingShapes.eventClassification()),
            new PartForm<>(
                    Part.RATES,
                    Optional.of(OfferingShapes.exchangeRate()),
                    context -> context.shapes().readingOfAmounts(OfferingShapes.exchangeRate()),
                    (array, rate) -> ShapeWriter.write(array.addObject(), OfferingShapes.exchangeRate(), rate)),
            new PartForm<>(
                    Part.TEMPLATES,
                    Optional.empty(),
                    context -> context.offers().get()::template,
                    (array, template) -> OfferWriter.template(array.addObject(), template)),
            new PartForm<>(
                    Part.OFFERS,
                    Optional.empty(),
                    context -> context.offers().get()::read,
                    (array, offer) -> OfferWriter.offer(array.addObject(), offer)),
            shaped(Part.AGREEMENTS, AgreementShapes.agreement()),
            shaped(Part.RUNS, OperationShapes.run()),
            shaped(Part.SETTLEMENTS, OperationShapes.settlement()),
            shaped(Part.MESSAGES, OperationShapes.message()));

    /**
     * What reading needs of the parts that were read before.
     *
     * @param shapes how shapes are read
     * @param offers how offers are read, once their types are
     */
    record Context(ShapeReader shapes, Supplier<OfferReader> offers) {}

    private static <T> PartForm<T> shaped(Part<T> part, Shape<T> shape) {
        return new PartForm<>(
                part,
                Optional.of(shape),
                context -> context.shapes().reading(shape),
                (array, element) -> ShapeWriter.write(array.addObject(), shape, element));
    }

    private static void tier(ArrayNode array, Tier tier) {
        if (tier.isOnlyNamed()) {
            array.add(tier.code());
        } else {
            ShapeWriter.write(array.addObject(), OrganisationShapes.tier(), tier);
        }
    }

    /** Writes the list of this part, unless it is empty. */
    void write(ObjectNode written, Programme programme) {
        List<T> elements = part.of(programme);
        if (!elements.isEmpty()) {
            ArrayNode array = written.putArray(part.kind().list());
            elements.forEach(element -> writing.accept(array, element));
        }
    }
}
