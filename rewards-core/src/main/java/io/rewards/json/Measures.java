package io.rewards.json;

import io.rewards.decision.Measure;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads measures: an object with one field, whose name is the kind. */
final class Measures {

    private Measures() {}

    static void write(ObjectNode object, String field, Measure measure) {
        ObjectNode written = object.putObject(field);
        if (measure instanceof Measure.Money) {
            written.put("amount", measure.text());
        } else if (measure instanceof Measure.Count count) {
            written.put("count", count.number());
        } else if (measure instanceof Measure.Moment) {
            written.put("moment", measure.text());
        } else if (measure instanceof Measure.Day) {
            written.put("day", measure.text());
        } else if (measure instanceof Measure.Span) {
            written.put("span", measure.text());
        } else if (measure instanceof Measure.Words) {
            written.put("words", measure.text());
        } else {
            throw new AssertionError("Unknown measure: " + measure.getClass());
        }
    }

    static Measure read(Value value) {
        return value.object(fields -> {
            Optional<String> kind = fields.exactlyOne("amount", "count", "moment", "day", "span", "words");
            Stream<Optional<? extends Measure>> found = Stream.of(
                    fields.optional("amount", amount -> new Measure.Money(WalletReader.amount(amount))),
                    fields.optional("count", count -> new Measure.Count(Scalars.wholeNumber(count))),
                    fields.optional("moment", moment -> new Measure.Moment(WalletReader.utc(moment))),
                    fields.optional("day", day -> new Measure.Day(Scalars.date(day))),
                    fields.optional("span", span -> new Measure.Span(WalletReader.duration(span))),
                    fields.optional("words", words -> new Measure.Words(Scalars.anyText(words))));
            return kind.flatMap(name -> found.<Measure>flatMap(Optional::stream).findFirst())
                    .orElseThrow(NotedException::new);
        });
    }
}
