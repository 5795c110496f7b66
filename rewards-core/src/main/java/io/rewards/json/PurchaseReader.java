package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import java.util.List;
import java.util.Optional;

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
        Amounts plain = amountsOf(fields, fields.value("spend").flatMap(PurchaseReader::amountIn));
        List<PurchaseLine> lines = lines(fields, plain);
        PaymentMedium medium =
                fields.optional("paymentMedium", PurchaseReader::paymentMedium).orElse(PaymentMedium.UNKNOWN);
        Optional<SpendWish> spend = fields.optional("spend", wish(plain));
        List<ReturnedLine> returned = fields.list("returned", PurchaseReader::returnedLine);
        return new Purchase(header, reference, lines, medium, spend, returned);
    }

    GoodsReturn goodsReturn(Fields fields, EventHeader header) {
        List<ReturnedLine> lines = fields.required("lines", Scalars.all(PurchaseReader::returnedLine))
                .orElse(List.of());
        return new GoodsReturn(header, reference(fields, header), lines);
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

    /** How the amounts of an event with lines are read, in the denomination that it names for all of them. */
    Amounts amountsOf(Fields fields, Optional<Node> another) {
        int ofLines = fields.value("lines")
                .map(written -> mostDecimals(written.node()))
                .orElse(0);
        int decimals = Math.max(ofLines, another.map(Scalars::decimals).orElse(0));
        return fields.optional("denomination", code -> amounts.inNamed(code, decimals))
                .orElse(amounts);
    }

    List<PurchaseLine> lines(Fields fields, Amounts plain) {
        return fields.required("lines", Scalars.all(line -> line(line, plain))).orElse(List.of());
    }

    private static Reading<SpendWish> wish(Amounts plain) {
        return value -> value.object(fields -> {
            Optional<Amount> amount = fields.optional("amount", plain::amount);
            Optional<EventKey> hold = fields.optional("hold", MoneyReader::key);
            return new SpendWish(amount, hold);
        });
    }

    private static ReturnedLine returnedLine(Value value) {
        return value.object(fields -> {
            EventKey purchase = fields.required("purchase", MoneyReader::key).orElse(EventKey.of(""));
            String line = fields.required("line", Scalars::text).orElse("");
            long quantity = fields.required("quantity", Scalars::wholeNumber).orElse(0L);
            return new ReturnedLine(purchase, line, quantity);
        });
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

    private static Optional<Node> amountIn(Value wish) {
        return wish.node() instanceof Node.Mapping mapping
                ? Optional.ofNullable(mapping.fields().get("amount"))
                : Optional.empty();
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
