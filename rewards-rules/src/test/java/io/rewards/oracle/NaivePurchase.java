package io.rewards.oracle;

import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ValidityDate;
import io.rewards.event.LineKind;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A purchase as the naive model sees it: looked up in the lists of the programme, line by line. Source: domain 2.3, 3.5. */
final class NaivePurchase {

    /** A line with the type, the family and the product attributes it has after all, with its price and its price without tax. */
    record Line(PurchaseLine sent, String type, String family, Attributes product, BigDecimal gross, BigDecimal net) {}

    private final Programme programme;
    private final Purchase purchase;
    private final Instant processedOn;
    private final List<Line> lines = new ArrayList<>();

    NaivePurchase(Programme programme, Purchase purchase, Instant processedOn) {
        this.programme = programme;
        this.purchase = purchase;
        this.processedOn = processedOn;
        NaiveTill.charged(purchase).forEach(sent -> lines.add(line(sent)));
        lines.sort(Comparator.comparing(line -> line.sent().id()));
    }

    Purchase purchase() {
        return purchase;
    }

    Instant processedOn() {
        return processedOn;
    }

    List<Line> lines() {
        return lines;
    }

    ZoneId zone() {
        return programme.settings().zone();
    }

    /** The instant that validities are about. */
    Instant tested() {
        return programme.settings().validityDate() == ValidityDate.CREATED ? processedOn : purchase.performedOn();
    }

    LocalDate eventDay() {
        return clock().toLocalDate();
    }

    /** What the clock of the unit showed. */
    LocalDateTime clock() {
        return LocalDateTime.ofInstant(purchase.performedOn(), wall());
    }

    /** Where that clock hangs. */
    ZoneId wall() {
        for (Unit unit : programme.units()) {
            if (unit.code().equals(purchase.unit()) && unit.zone().isPresent()) {
                return unit.zone().get();
            }
        }
        return zone();
    }

    /** The lines that count for the offer: what it is about, less what it or the programme excepts. */
    List<Line> lines(Offer offer) {
        List<Line> counting = about(offer);
        counting.removeIf(line -> isOn(offer.conditions().products().except(), line)
                || isOn(programme.settings().neverRewarded(), line));
        return counting;
    }

    static boolean isOn(ProductList list, Line line) {
        for (String name : list.attributes().keySet()) {
            AttributeValue carried = line.sent().attributes().values().get(name);
            if (carried != null && list.attributes().get(name).contains(written(carried))) {
                return true;
            }
        }
        return list.products().contains(line.sent().product())
                || list.types().contains(line.type())
                || list.families().contains(line.family());
    }

    private static String written(AttributeValue value) {
        if (value instanceof AttributeValue.Money money) {
            return money.value().decimal().toPlainString() + " "
                    + money.value().denomination().code();
        }
        return value instanceof AttributeValue.WholeNumber number
                ? String.valueOf(number.value())
                : value instanceof AttributeValue.Date date
                        ? date.value().toString()
                        : ((AttributeValue.Text) value).value();
    }

    /** The lines that the offer is about. */
    List<Line> about(Offer offer) {
        List<Line> counting = new ArrayList<>();
        for (Line line : lines) {
            boolean inSet = offer.terms()
                    .sets()
                    .filter(set -> NaiveSets.partOf(set, line) >= 0)
                    .isPresent();
            boolean all = isNamed(offer.conditions().products(), line)
                    && (inSet || offer.terms().sets().isEmpty())
                    && (line.sent().kind() == LineKind.GOODS
                            || inSet
                            || isOn(offer.conditions().products().named(), line));
            for (AttributeCondition condition : offer.conditions().attributes()) {
                AttributeOwner owner = condition.attribute().owner();
                all &= owner != AttributeOwner.LINE
                        || holds(condition, line.sent().attributes());
                all &= owner != AttributeOwner.PRODUCT || holds(condition, line.product());
            }
            if (all) {
                counting.add(line);
            }
        }
        return counting;
    }

    /** What thresholds of the offer are compared with. */
    BigDecimal base(Offer offer) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines(offer)) {
            sum = sum.add(part(line, offer.base().threshold()));
        }
        return sum;
    }

    /** What its award is worked out of. */
    BigDecimal rewarded(Offer offer) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines(offer)) {
            sum = sum.add(rewarded(offer, line));
        }
        return sum;
    }

    /** What its award is worked out of, and shared by. */
    BigDecimal rewarded(Offer offer, Line line) {
        return part(line, offer.base().award());
    }

    private BigDecimal part(Line line, Optional<AwardBase> said) {
        AwardBase base = said.isPresent() ? said.get() : programme.settings().awardBase();
        return base == AwardBase.NET ? line.net() : line.gross();
    }

    /** The sets that the offer asks for, where it does. */
    Optional<NaiveSets> sets(Offer offer) {
        return offer.terms().sets().map(set -> NaiveSets.of(set, offer, this));
    }

    BigDecimal pieces(Offer offer) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines(offer)) {
            sum = sum.add(BigDecimal.valueOf(line.sent().quantity()));
        }
        return sum;
    }

    static boolean selected(ProductSelection selection, Line line) {
        return isNamed(selection, line) && !isOn(selection.except(), line);
    }

    private static boolean isNamed(ProductSelection selection, Line line) {
        boolean nothing = selection.products().isEmpty()
                && selection.types().isEmpty()
                && selection.families().isEmpty();
        return nothing
                || selection.products().contains(line.sent().product())
                || selection.types().contains(line.type())
                || selection.families().contains(line.family());
    }

    /** True when the purchase was made at one of the units, or in one of the groups or a group inside it. */
    boolean madeAt(Set<String> units, Set<String> groups) {
        if (units.isEmpty() && groups.isEmpty()) {
            return true;
        }
        for (Unit unit : programme.units()) {
            if (unit.code().equals(purchase.unit())) {
                return units.contains(unit.code()) || inside(unit.group(), groups);
            }
        }
        return false;
    }

    static boolean holds(AttributeCondition condition, Attributes carried) {
        AttributeValue value = carried.values().get(condition.attribute().name());
        if (value == null) {
            return false;
        }
        return switch (condition.operator()) {
            case IS -> condition.values().stream().anyMatch(wanted -> compare(value, wanted) == 0);
            case AT_LEAST -> compare(value, condition.values().get(0)) >= 0;
            case AT_MOST -> compare(value, condition.values().get(0)) <= 0;
        };
    }

    private static int compare(AttributeValue left, AttributeValue right) {
        if (left instanceof AttributeValue.Text one && right instanceof AttributeValue.Text other) {
            return one.value().compareTo(other.value());
        }
        if (left instanceof AttributeValue.Date one && right instanceof AttributeValue.Date other) {
            return one.value().compareTo(other.value());
        }
        return number(left).compareTo(number(right));
    }

    private static BigDecimal number(AttributeValue value) {
        return value instanceof AttributeValue.Money money
                ? money.value().decimal()
                : BigDecimal.valueOf(((AttributeValue.WholeNumber) value).value());
    }

    private boolean inside(String group, Set<String> listed) {
        if (listed.contains(group)) {
            return true;
        }
        for (UnitGroup each : programme.groups()) {
            if (each.code().equals(group)) {
                return inside(each.parent(), listed);
            }
        }
        return false;
    }

    private Line line(PurchaseLine sent) {
        String type = sent.type();
        Attributes attributes = Attributes.NONE;
        for (Product product : programme.products()) {
            if (product.code().equals(sent.product())) {
                type = type.isEmpty() ? product.type() : type;
                attributes = product.attributes();
            }
        }
        String family = sent.family();
        for (ProductType each : programme.productTypes()) {
            if (family.isEmpty() && each.code().equals(type)) {
                family = each.family();
            }
        }
        BigDecimal total = sent.total().decimal();
        return new Line(
                sent, type, family, attributes, total, total.subtract(sent.vat().decimal()));
    }
}
