package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what purchases and returns say. */
final class PurchaseWriter {

    private PurchaseWriter() {}

    static void purchase(ObjectNode object, Purchase purchase) {
        object.put("reference", purchase.reference());
        if (!purchase.paymentMedium().equals(PaymentMedium.UNKNOWN)) {
            ObjectNode medium = object.putObject("paymentMedium");
            Writing.text(medium, "brand", purchase.paymentMedium().brand());
            Writing.text(medium, "type", purchase.paymentMedium().type());
        }
        Optional<Amount> wished = purchase.spend().flatMap(SpendWish::amount);
        denomination(object, purchase, purchase.lines(), wished);
        lines(object, purchase.lines());
        purchase.spend().ifPresent(wish -> {
            ObjectNode spend = object.putObject("spend");
            amount(spend, wish.amount());
            wish.hold().ifPresent(hold -> OutcomeWriter.key(spend, "hold", hold));
        });
        Writing.objects(object, "returned", purchase.returned(), PurchaseWriter::returnedLine);
    }

    static void goodsReturn(ObjectNode object, GoodsReturn goods) {
        object.put("reference", goods.reference());
        ArrayNode array = object.putArray("lines");
        goods.lines().forEach(line -> returnedLine(array.addObject(), line));
    }

    static void holdPlaced(ObjectNode object, HoldPlaced hold) {
        denomination(object, hold, hold.lines(), hold.amount());
        amount(object, hold.amount());
        object.put("until", hold.until().toString());
        lines(object, hold.lines());
    }

    /** Puts an amount in the denomination of the event, if there is one. */
    private static void amount(ObjectNode object, Optional<Amount> amount) {
        amount.ifPresent(found -> object.put("amount", found.decimal().toPlainString()));
    }

    private static void denomination(
            ObjectNode object, CustomerEvent event, List<PurchaseLine> lines, Optional<Amount> another) {
        Stream<Amount> ofLines = lines.stream().flatMap(line -> Stream.of(line.total(), line.vat()));
        List<Denomination> denominations = Stream.concat(ofLines, another.stream())
                .map(Amount::denomination)
                .distinct()
                .toList();
        if (denominations.size() > 1) {
            throw new IllegalArgumentException("The amounts of event (" + event.key() + ") are in " + denominations
                    + "; they must be in one denomination to be written.");
        }
        denominations.forEach(denomination -> object.put("denomination", denomination.code()));
    }

    private static void lines(ObjectNode object, List<PurchaseLine> lines) {
        ArrayNode array = object.putArray("lines");
        lines.forEach(line -> line(array.addObject(), line));
    }

    private static void returnedLine(ObjectNode written, ReturnedLine line) {
        OutcomeWriter.key(written, "purchase", line.purchase());
        written.put("line", line.line());
        written.put("quantity", line.quantity());
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
        Writing.attributes(written, line.attributes());
    }
}
