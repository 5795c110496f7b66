package io.rewards.json;

import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Privacy;

/** Reads what apps show of offers and schemes, and to whom these belong. */
final class PresentationReader {

    private PresentationReader() {}

    static Marketing marketing(Fields fields) {
        return fields.optional("marketing", PresentationReader::marketing).orElse(Marketing.NONE);
    }

    static Ownership ownership(Fields fields) {
        return fields.optional("ownership", PresentationReader::ownership).orElse(Ownership.OF_PROGRAMME);
    }

    private static Marketing marketing(Value value) {
        return value.object(fields -> {
            String image = text(fields, "image");
            String backgroundImage = text(fields, "backgroundImage");
            String backgroundColour = text(fields, "backgroundColour");
            String shortDescription = text(fields, "shortDescription");
            String longDescription = text(fields, "longDescription");
            return new Marketing(image, backgroundImage, backgroundColour, shortDescription, longDescription);
        });
    }

    private static Ownership ownership(Value value) {
        return value.object(fields -> {
            String group = fields.optional("group", Scalars::text).orElse("");
            Privacy privacy =
                    fields.optional("privacy", Scalars.constant(Privacy.class)).orElse(Privacy.PUBLIC);
            return new Ownership(group, privacy);
        });
    }

    private static String text(Fields fields, String field) {
        return fields.optional(field, Scalars::anyText).orElse("");
    }
}
