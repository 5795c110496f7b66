package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.Offer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words with which a rule reads attributes that the host declared. A path names owner and attribute, such as
 * {@code event.channel}; for the many lines of a purchase there is {@link #texts}. A rule pack is refused when it reads
 * an attribute that the programme does not declare with that type.
 */
public interface AttributeWords {

    /** The purchase, the account and the programme. */
    Situation situation();

    /** The offer. */
    Offer offer();

    /** The lines that count for the offer. */
    Qualifying qualifying();

    /** True when the event, participant or offer carries the attribute. */
    default boolean has(String path) {
        return find(path).isPresent();
    }

    /** The text of an attribute; empty where it is not carried. */
    default String attribute(String path) {
        return find(path).map(AttributeValue::text).orElse("");
    }

    /** The whole number of an attribute; 0 where it is not carried. */
    default long number(String path) {
        return find(path)
                .map(value -> value instanceof AttributeValue.WholeNumber number ? number.value() : 0L)
                .orElse(0L);
    }

    /** The amount of an attribute; zero of the currency where it is not carried. */
    default Amount amount(String path) {
        Amount zero = Amount.zero(situation().catalogue().settings().currency());
        return find(path)
                .map(value -> value instanceof AttributeValue.Money money ? money.value() : zero)
                .orElse(zero);
    }

    /** The date of an attribute; the far past where it is not carried. */
    default LocalDate date(String path) {
        return find(path)
                .map(value -> value instanceof AttributeValue.Date date ? date.value() : LocalDate.MIN)
                .orElse(LocalDate.MIN);
    }

    /** The texts of an attribute of lines or products, on the lines that count for the offer. */
    default Set<String> texts(String path) {
        Set<String> texts = new TreeSet<>();
        String name = path.substring(path.indexOf('.') + 1);
        for (SoldLine line : qualifying().lines()) {
            Attributes carried = path.startsWith("line.") ? line.line().attributes() : line.product();
            carried.find(name).map(AttributeValue::text).ifPresent(texts::add);
        }
        return texts;
    }

    /** True when the event, the participant and the offer match the offer's conditions on their attributes. */
    default boolean attributesMatch() {
        return attributesMissed().isEmpty();
    }

    /** The conditions on attributes of the event, the participant and the offer that do not hold. */
    default List<AttributeCondition> attributesMissed() {
        if (offer().conditions().attributes().isEmpty()) {
            return List.of();
        }
        List<AttributeCondition> missed = new ArrayList<>();
        for (AttributeCondition condition : offer().conditions().attributes()) {
            AttributeOwner owner = condition.attribute().owner();
            if (owner != AttributeOwner.LINE
                    && owner != AttributeOwner.PRODUCT
                    && !condition.matches(carriedBy(owner))) {
                missed.add(condition);
            }
        }
        return missed;
    }

    /** What those attributes are, in words. */
    default String attributesFound() {
        return attributesMissed().stream()
                .map(condition -> condition.attribute().path() + " "
                        + carriedBy(condition.attribute().owner())
                                .find(condition.attribute().name())
                                .map(AttributeValue::text)
                                .orElse("not carried"))
                .toList()
                .toString();
    }

    private Optional<AttributeValue> find(String path) {
        int dot = path.indexOf('.');
        AttributeOwner owner = switch (path.substring(0, dot)) {
            case "event" -> AttributeOwner.EVENT;
            case "participant" -> AttributeOwner.PARTICIPANT;
            case "offer" -> AttributeOwner.OFFER;
            default ->
                throw new IllegalArgumentException("The attribute (" + path
                        + ") must belong to event, participant or offer; for lines and products use texts.");
        };
        return carriedBy(owner).find(path.substring(dot + 1));
    }

    private Attributes carriedBy(AttributeOwner owner) {
        return switch (owner) {
            case EVENT -> situation().event().header().attributes();
            case PARTICIPANT -> situation().account().participant().profile().attributes();
            case OFFER -> offer().attributes();
            case LINE, PRODUCT -> throw new AssertionError("Carried by many: " + owner);
        };
    }
}
