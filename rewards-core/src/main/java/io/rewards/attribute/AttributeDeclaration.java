package io.rewards.attribute;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An attribute that the host declares in its programme, so that offers and rules may use it. Immutable.
 *
 * @param owner what carries it
 * @param name letters and digits, starting with a lower-case letter
 * @param type of its values
 */
public record AttributeDeclaration(AttributeOwner owner, String name, AttributeType type) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    /** Refuses a name of another shape. */
    public AttributeDeclaration {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name (" + name + ") of an attribute must be letters and digits,"
                    + " starting with a lower-case letter, such as salesChannel.");
        }
    }

    /** Owner and name as rules write them, such as {@code event.channel}. */
    public String path() {
        return path(owner, name);
    }

    /** Owner and name as rules write them, declared or not. */
    public static String path(AttributeOwner owner, String name) {
        return owner.name().toLowerCase(Locale.ROOT) + "." + name;
    }
}
