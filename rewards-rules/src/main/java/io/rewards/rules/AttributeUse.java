package io.rewards.rules;

import io.rewards.attribute.AttributeType;
import java.util.Optional;

/**
 * An attribute of the host's own that a rule reads, and where: so that a programme which does not declare it can be told
 * before any purchase comes. Immutable.
 *
 * @param path owner and name, such as {@code event.channel}
 * @param type that the rule reads it as; empty where the rule only asks whether it is carried
 * @param file of the rule
 * @param line of the file, from 1
 * @param rule id of the rule
 */
public record AttributeUse(String path, Optional<AttributeType> type, String file, int line, String rule) {

    /** True when the rule can read an attribute that is declared with this type. */
    public boolean accepts(AttributeType declared) {
        return type.isEmpty() || type.get() == declared;
    }

    @Override
    public String toString() {
        return file + ":" + line + " [" + rule + "] " + path;
    }
}
