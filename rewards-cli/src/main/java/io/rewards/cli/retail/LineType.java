package io.rewards.cli.retail;

import java.util.Locale;
import java.util.Map;

/**
 * What the stock codes of the data set stand for: nearly all are goods. This is the one table of those that are not;
 * its constants are the product types of purchase lines.
 */
enum LineType {
    /** Something that was sold. */
    GOODS,
    /** Carriage: {@code POST}, {@code DOT} (sold through another site), {@code C2}. */
    POSTAGE,
    /** Charges, discounts, samples, manual entries, corrections, donations and gift vouchers. */
    FEE;

    private static final String GIFT_VOUCHER = "GIFT_";

    private static final Map<String, LineType> NOT_GOODS = Map.ofEntries(
            Map.entry("POST", POSTAGE),
            Map.entry("DOT", POSTAGE),
            Map.entry("C2", POSTAGE),
            Map.entry("BANK CHARGES", FEE),
            Map.entry("AMAZONFEE", FEE),
            Map.entry("M", FEE),
            Map.entry("D", FEE),
            Map.entry("S", FEE),
            Map.entry("B", FEE),
            Map.entry("CRUK", FEE),
            Map.entry("PADS", FEE));

    /** The type of what this stock code stands for, in whatever case it is written. */
    static LineType of(String stockCode) {
        String code = stockCode.toUpperCase(Locale.ROOT);
        return code.startsWith(GIFT_VOUCHER) ? FEE : NOT_GOODS.getOrDefault(code, GOODS);
    }
}
