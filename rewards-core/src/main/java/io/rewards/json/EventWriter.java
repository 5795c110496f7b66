package io.rewards.json;

import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Address;
import io.rewards.participant.Profile;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an event as one line of JSON, always in the same order of fields: equal events give equal lines. What is empty or
 * the default is left out; instants are in UTC. {@link EventReader} reads the same event again. Refuses an event whose
 * amounts are in several denominations. Thread-safe.
 */
public final class EventWriter {

    private EventWriter() {}

    /**
     * The event as JSON, without a line break.
     *
     * @throws IllegalArgumentException when its lines are in several denominations
     */
    public static String write(CustomerEvent event) {
        return Writing.line(object -> event(object, event));
    }

    private static void event(ObjectNode object, CustomerEvent event) {
        if (event instanceof Purchase purchase) {
            header(object, EventType.PURCHASE, event.header());
            purchase(object, purchase);
        } else if (event instanceof GoodsReturn goods) {
            header(object, EventType.GOODS_RETURN, event.header());
            object.put("reference", goods.reference());
            lines(object, event, goods.lines());
        } else if (event instanceof ParticipantRegistered registered) {
            header(object, EventType.PARTICIPANT_REGISTERED, event.header());
            if (!registered.profile().equals(Profile.EMPTY)) {
                profile(object.putObject("profile"), registered.profile());
            }
        } else if (event instanceof SchemeSignUp signUp) {
            header(object, EventType.SCHEME_SIGN_UP, event.header());
            object.put("scheme", signUp.scheme());
            Writing.text(object, "referenceCode", signUp.referenceCode());
        } else if (event instanceof ParticipantTerminated terminated) {
            header(object, EventType.PARTICIPANT_TERMINATED, event.header());
            object.put("reason", terminated.reason().name());
        } else {
            throw new AssertionError("Unknown event type: " + event.getClass());
        }
    }

    private static void header(ObjectNode object, EventType type, EventHeader header) {
        object.put("type", type.word());
        object.put("id", header.key().id());
        Writing.text(object, "system", header.key().system());
        object.put("participant", header.participant());
        object.put("unit", header.unit());
        object.put("performedOn", header.performedOn().toString());
        header.receivedOn().ifPresent(instant -> object.put("receivedOn", instant.toString()));
        attributes(object, header.attributes());
    }

    private static void purchase(ObjectNode object, Purchase purchase) {
        object.put("reference", purchase.reference());
        if (!purchase.processImmediately()) {
            object.put("processImmediately", false);
        }
        if (!purchase.paymentMedium().equals(PaymentMedium.UNKNOWN)) {
            ObjectNode medium = object.putObject("paymentMedium");
            Writing.text(medium, "brand", purchase.paymentMedium().brand());
            Writing.text(medium, "type", purchase.paymentMedium().type());
        }
        lines(object, purchase, purchase.lines());
    }

    private static void lines(ObjectNode object, CustomerEvent event, List<PurchaseLine> lines) {
        List<Denomination> denominations = lines.stream()
                .flatMap(line -> Stream.of(line.total(), line.vat()))
                .map(amount -> amount.denomination())
                .distinct()
                .toList();
        if (denominations.size() > 1) {
            throw new IllegalArgumentException("The amounts of event (" + event.key() + ") are in " + denominations
                    + "; they must be in one denomination to be written.");
        }
        denominations.forEach(denomination -> object.put("denomination", denomination.code()));
        ArrayNode array = object.putArray("lines");
        lines.forEach(line -> line(array.addObject(), line));
    }

    private static void line(ObjectNode written, PurchaseLine line) {
        written.put("id", line.id());
        written.put("product", line.product());
        Writing.text(written, "type", line.type());
        Writing.text(written, "family", line.family());
        written.put("quantity", line.quantity());
        written.put("total", line.total().decimal().toPlainString());
        if (!line.vat().isZero()) {
            written.put("vat", line.vat().decimal().toPlainString());
        }
        attributes(written, line.attributes());
    }

    private static void profile(ObjectNode object, Profile profile) {
        Writing.text(object, "name", profile.name());
        profile.dateOfBirth().ifPresent(date -> object.put("dateOfBirth", date.toString()));
        profile.nameDay().ifPresent(day -> object.put("nameDay", day.toString().substring(2)));
        Writing.objects(object, "addresses", profile.addresses(), EventWriter::address);
        Writing.texts(object, "segments", profile.segments());
        Writing.text(object, "tier", profile.tier());
        attributes(object, profile.attributes());
    }

    private static void address(ObjectNode written, Address address) {
        if (!address.active()) {
            written.put("active", false);
        }
        Writing.text(written, "country", address.country());
        Writing.text(written, "city", address.city());
        Writing.text(written, "area", address.area());
        Writing.text(written, "district", address.district());
    }

    private static void attributes(ObjectNode object, Attributes attributes) {
        if (!attributes.values().isEmpty()) {
            ObjectNode written = object.putObject("attributes");
            attributes.values().forEach((name, value) -> {
                if (value instanceof AttributeValue.WholeNumber number) {
                    written.put(name, number.value());
                } else {
                    written.put(name, value.text());
                }
            });
        }
    }
}
