package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.problem.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How amounts are read: a plain number in one denomination, or a text such as "100 PTS" in one of several. Immutable.
 * Where the denomination itself could not be read, an amount in it is looked at for its shape only.
 */
final class Amounts {

    /** Stands for a currency that could not be read. */
    static final Denomination UNREADABLE = new Denomination("XXX", 0);

    private static final Pattern WITH_CODE = Pattern.compile("(\\S+) ([A-Za-z]\\w*)");
    private static final String AMOUNT = "be an amount, such as 2.50 or \"100 PTS\"";
    private static final String NUMBER = "be a decimal number without a denomination, such as 2.50";

    private final Denomination plain;
    private final Map<String, Denomination> byCode;
    private final boolean allReadable;

    /**
     * Amounts of a programme.
     *
     * @param plain denomination of amounts that name none
     * @param denominations that amounts may name
     * @param allReadable false when there are others, which could not be read
     */
    Amounts(Denomination plain, List<Denomination> denominations, boolean allReadable) {
        this.plain = plain;
        this.allReadable = allReadable;
        byCode = new TreeMap<>();
        denominations.forEach(denomination -> byCode.putIfAbsent(denomination.code(), denomination));
    }

    /** These, with another denomination for amounts that name none. */
    Amounts in(Denomination other) {
        return new Amounts(other, List.copyOf(byCode.values()), allReadable);
    }

    /**
     * These, with the denomination of this code for amounts that name none. One that the programme lacks gets as many
     * decimals as were written, for the engine to refuse.
     */
    Amounts inNamed(Value code, int decimals) {
        String name = Scalars.text(code);
        Denomination known = byCode.get(name);
        int scale = Math.max(decimals, SettingsReader.isoScale(name).orElse(0));
        return in(known == null ? new Denomination(name, scale) : known);
    }

    /** How the field {@code amount} is read: a number in the denomination beside it, or an amount that names its own. */
    Reading<Amount> readingBeside(Fields fields) {
        int decimals = fields.value("amount")
                .map(written -> Scalars.decimals(written.node()))
                .orElse(0);
        Optional<Amounts> named = fields.optional("denomination", code -> inNamed(code, decimals));
        return fields.has("denomination") ? named.orElse(this)::plainAmount : this::amount;
    }

    /** True where all denominations of the programme could be read. */
    boolean areKnown() {
        return allReadable && !plain.equals(UNREADABLE);
    }

    /** The denomination of amounts that name none. */
    Denomination plain() {
        return plain;
    }

    /** An amount. */
    Amount amount(Value value) {
        Matcher matcher = WITH_CODE.matcher(Scalars.anyText(value));
        return matcher.matches()
                ? exact(value, matcher.group(1), find(value, matcher.group(2)), AMOUNT)
                : exact(value, Scalars.anyText(value), plain, AMOUNT);
    }

    /**
     * An amount, be it in a denomination that the programme lacks: that one gets as many decimals as were written, for the
     * engine to refuse.
     */
    Amount named(Value value) {
        Matcher matcher = WITH_CODE.matcher(Scalars.anyText(value));
        if (!matcher.matches() || byCode.containsKey(matcher.group(2))) {
            return amount(value);
        }
        int decimals = Math.max(Scalars.decimal(value, matcher.group(1), AMOUNT).scale(), 0);
        int scale = Math.max(decimals, SettingsReader.isoScale(matcher.group(2)).orElse(0));
        return exact(value, matcher.group(1), new Denomination(matcher.group(2), scale), AMOUNT);
    }

    /** An amount that names no denomination. */
    Amount plainAmount(Value value) {
        return exact(value, Scalars.anyText(value), plain, NUMBER);
    }

    /** A denomination by its code. */
    Denomination denomination(Value value) {
        Denomination found = find(value, Scalars.text(value));
        return found.equals(UNREADABLE) ? plain : found;
    }

    private Denomination find(Value value, String code) {
        Denomination known = byCode.get(code);
        if (known == null && allReadable) {
            throw value.must(
                    "be in a denomination of the programme; it has " + byCode.keySet(),
                    Nearest.hint(code, byCode.keySet()));
        }
        return known == null ? UNREADABLE : known;
    }

    private Amount exact(Value value, String number, Denomination denomination, String obey) {
        BigDecimal decimal = Scalars.decimal(value, number, obey);
        if (denomination.equals(UNREADABLE)) {
            return new Amount(plain, 1);
        }
        if (decimal.scale() > denomination.scale()) {
            throw value.must("have at most " + denomination.scale() + " decimals, as " + denomination + " demands");
        }
        return Amount.of(decimal, denomination);
    }
}
