package io.rewards.json;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.problem.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads attributes as they were declared. Immutable. */
final class AttributesReader {

    /** Among the paths that could not be read, stands for one that is not even known. */
    static final String UNKNOWN_PATH = "*";

    private final Map<String, AttributeDeclaration> declared = new TreeMap<>();
    private final Set<String> unreadable;
    private final Amounts amounts;

    /**
     * Attributes of a programme.
     *
     * @param declarations of the attributes
     * @param unreadable paths of declarations that could not be read
     * @param amounts how amounts are read
     */
    AttributesReader(List<AttributeDeclaration> declarations, Set<String> unreadable, Amounts amounts) {
        declarations.forEach(declaration -> declared.putIfAbsent(declaration.path(), declaration));
        this.unreadable = Set.copyOf(unreadable);
        this.amounts = amounts;
    }

    /** Finds a declaration by a path such as event.channel. */
    AttributeDeclaration declared(Value value) {
        return declared(Scalars.text(value));
    }

    /** True where an attribute of this name is declared. */
    boolean declares(AttributeOwner owner, String name) {
        return declared.containsKey(AttributeDeclaration.path(owner, name));
    }

    /** The attributes in the field "attributes" that a thing of this kind carries; none where there is no such field. */
    Attributes of(Fields fields, AttributeOwner owner) {
        return fields.optional("attributes", reading(owner)).orElse(Attributes.NONE);
    }

    /** How the attributes are read that a thing of this kind carries. */
    Reading<Attributes> reading(AttributeOwner owner) {
        return value -> attributes(value, owner);
    }

    private Attributes attributes(Value value, AttributeOwner owner) {
        return value.object(fields -> {
            Map<String, AttributeValue> values = new TreeMap<>();
            for (String name : fields.names()) {
                fields.optional(name, attribute -> {
                            String path = owner.name().toLowerCase(Locale.ROOT) + "." + name;
                            return read(attribute, declared(path));
                        })
                        .ifPresent(read -> values.put(name, read));
            }
            return new Attributes(values);
        });
    }

    /** A value of this attribute. */
    AttributeValue read(Value value, AttributeDeclaration declaration) {
        return switch (declaration.type()) {
            case TEXT -> new AttributeValue.Text(Scalars.anyText(value));
            case WHOLE_NUMBER -> new AttributeValue.WholeNumber(Scalars.wholeNumber(value));
            case AMOUNT -> new AttributeValue.Money(amounts.amount(value));
            case DATE -> new AttributeValue.Date(Scalars.date(value));
        };
    }

    private AttributeDeclaration declared(String path) {
        AttributeDeclaration declaration = declared.get(path);
        if (declaration == null) {
            if (unreadable.contains(path) || unreadable.contains(UNKNOWN_PATH)) {
                throw new NotedException();
            }
            throw new IllegalArgumentException("The attribute (" + path
                    + ") is not declared in the attributes of the programme." + Nearest.hint(path, declared.keySet()));
        }
        return declaration;
    }
}
