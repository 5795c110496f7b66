package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import java.util.List;

/** Reads what purchases and returns say. Immutable. */
final class PurchaseReader {

    private final Amounts amounts;
    private final AttributesReader attributes;

    PurchaseReader(Amounts amounts, AttributesReader attributes) {
        this.amounts = amounts;
        this.attributes = attributes;
    }

    Purchase purchase(Fields fields, EventHeader header) {
        String reference = reference(fields, header);
        List<PurchaseLine> lines = lines(fields);
        PaymentMedium medium =
                fields.optional("paymentMedium", PurchaseReader::paymentMedium).orElse(PaymentMedium.UNKNOWN);
        return new Purchase(header, reference, lines, medium);
    }

    GoodsReturn goodsReturn(Fields fields, EventHeader header) {
        return new GoodsReturn(header, reference(fields, header), lines(fields));
    }

    private static String reference(Fields fields, EventHeader header) {
        return fields.optional("reference", Scalars::text).orElse(header.key().id());
    }

    private static PaymentMedium paymentMedium(Value value) {
        return value.object(fields -> {
            String brand = fields.optional("brand", Scalars::anyText).orElse("");
            String type = fields.optional("type", Scalars::anyText).orElse("");
            return new PaymentMedium(brand, type);
        });
    }

    private List<PurchaseLine> lines(Fields fields) {
        int decimals = fields.value("lines")
                .map(written -> mostDecimals(written.node()))
                .orElse(0);
        Amounts plain = fields.optional("denomination", code -> amounts.inNamed(code, decimals))
                .orElse(amounts);
        return fields.required("lines", Scalars.all(line -> line(line, plain))).orElse(List.of());
    }

    private PurchaseLine line(Value value, Amounts plain) {
        return value.object(fields -> {
            String id = fields.optional("id", Scalars::text).orElse(value.name());
            String product = fields.required("product", Scalars::text).orElse("");
            String type = fields.optional("type", Scalars::anyText).orElse("");
            String family = fields.optional("family", Scalars::anyText).orElse("");
            long quantity = fields.required("quantity", Scalars::wholeNumber).orElse(0L);
            Amount zero = Amount.zero(plain.plain());
            Amount total = fields.required("total", plain::plainAmount).orElse(zero);
            Amount vat = fields.optional("vat", plain::plainAmount).orElse(zero);
            Attributes carried = attributes.of(fields, AttributeOwner.LINE);
            return new PurchaseLine(id, product, type, family, quantity, total, vat, carried);
        });
    }

    private static int mostDecimals(Node lines) {
        int most = 0;
        if (lines instanceof Node.Items list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping line) {
                    most = Math.max(most, Scalars.decimals(line.fields().get("total")));
                    most = Math.max(most, Scalars.decimals(line.fields().get("vat")));
                }
            }
        }
        return most;
    }
}
