package io.rewards.json;

import io.rewards.amount.Denomination;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import java.util.List;
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
        lines(object, purchase, purchase.lines());
    }

    static void goodsReturn(ObjectNode object, GoodsReturn goods) {
        object.put("reference", goods.reference());
        lines(object, goods, goods.lines());
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
        Writing.attributes(written, line.attributes());
    }
}
