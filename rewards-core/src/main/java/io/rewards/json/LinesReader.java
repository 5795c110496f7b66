package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.event.EventKey;
import io.rewards.event.LineKind;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import java.util.List;
import java.util.Optional;

/** Reads the lines of purchases, and of returns. Immutable. */
final class LinesReader {

    private final AttributesReader attributes;

    LinesReader(AttributesReader attributes) {
        this.attributes = attributes;
    }

    /** All lines, with amounts that name no denomination. */
    Reading<List<PurchaseLine>> all(Amounts plain) {
        return Scalars.all(line -> line(line, plain));
    }

    /** How the amounts of an event with lines are read: in the denomination that {@code field} names for all of them. */
    static Amounts denominated(Fields fields, String field, Amounts amounts) {
        int ofLines = mostDecimals(fields, "lines");
        if (fields.has("discounts")) {
            ofLines = Math.max(ofLines, mostDecimals(fields, "discounts"));
        }
        int decimals = Math.max(ofLines, ofAmount(fields).map(Scalars::decimals).orElse(0));
        return fields.optional(field, code -> amounts.inNamed(code, decimals)).orElse(amounts);
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
            LineKind kind =
                    fields.optional("kind", Scalars.constant(LineKind.class)).orElse(LineKind.GOODS);
            return new PurchaseLine(id, product, type, family, quantity, total, vat, carried, kind);
        });
    }

    /** Pieces of a line of an earlier purchase, or a part of its price. */
    static ReturnedLine returned(Value value, Amounts plain) {
        return value.object(fields -> {
            EventKey purchase = fields.required("purchase", ShapeReader::key).orElse(EventKey.of(""));
            String line = fields.required("line", Scalars::text).orElse("");
            Optional<Amount> amount = fields.optional("amount", plain.readingBeside(fields));
            Optional<Long> quantity = fields.has("amount")
                    ? fields.optional("quantity", Scalars::wholeNumber)
                    : fields.required("quantity", Scalars::wholeNumber);
            return new ReturnedLine(purchase, line, quantity.orElse(0L), amount);
        });
    }

    /** The amount that is to be spent or reserved, where it stands by itself or in what is wished. */
    private static Optional<Node> ofAmount(Fields fields) {
        return fields.has("spend")
                ? fields.value("spend").map(Value::node).flatMap(LinesReader::amountIn)
                : fields.has("amount") ? fields.value("amount").map(Value::node) : Optional.empty();
    }

    private static Optional<Node> amountIn(Node wish) {
        return wish instanceof Node.Mapping mapping
                ? Optional.ofNullable(mapping.fields().get("amount"))
                : Optional.empty();
    }

    private static int mostDecimals(Fields fields, String list) {
        return fields.value(list).map(written -> mostDecimals(written.node())).orElse(0);
    }

    private static int mostDecimals(Node lines) {
        int most = 0;
        if (lines instanceof Node.Items list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping line) {
                    most = Math.max(most, Scalars.decimals(line.fields().get("total")));
                    most = Math.max(most, Scalars.decimals(line.fields().get("vat")));
                    most = Math.max(most, Scalars.decimals(line.fields().get("amount")));
                }
            }
        }
        return most;
    }
}
