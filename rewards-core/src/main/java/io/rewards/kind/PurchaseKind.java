package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import io.rewards.event.TillDiscount;
import io.rewards.participant.Participant;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Somebody buys, perhaps spends, and perhaps brings goods of earlier purchases back. Source: domain 2.1, 5.3. */
final class PurchaseKind extends EventKind<Purchase> {

    private static final Field<PaymentMedium, String> BRAND =
            Field.usual("brand", Type.ANY_TEXT, "", PaymentMedium::brand, "Such as VISA.");
    private static final Field<PaymentMedium, String> TYPE =
            Field.usual("type", Type.ANY_TEXT, "", PaymentMedium::type, "Such as CREDIT_CARD.");
    private static final Field<PaymentMedium, String> IDENTIFIER = Field.usual(
            "identifier",
            Type.ANY_TEXT,
            "",
            medium -> "",
            "What identifies it, such as the number of a card; only its SHA-256 hash is kept.");
    private static final Field<PaymentMedium, String> IDENTIFIER_HASH = Field.usual(
            "identifierHash",
            Type.ANY_TEXT,
            "",
            PaymentMedium::identifierHash,
            "That hash, as 64 hexadecimal digits in lower case, in place of the identifier.");
    private static final Shape<PaymentMedium> OF_MEDIUM = Shape.of(
            "",
            said -> {
                PaymentMedium medium = new PaymentMedium(said.of(BRAND), said.of(TYPE), said.of(IDENTIFIER_HASH));
                return said.of(IDENTIFIER).isEmpty() ? medium : medium.identifiedBy(said.of(IDENTIFIER));
            },
            BRAND,
            TYPE,
            IDENTIFIER,
            IDENTIFIER_HASH);
    private static final Field<SpendWish, Optional<Amount>> AT_MOST =
            Field.optional("amount", Type.AMOUNT, SpendWish::amount, "At most. As much as possible unless said.");
    private static final Field<SpendWish, Optional<EventKey>> HOLD = Field.optional(
            "hold",
            Type.KEY,
            SpendWish::hold,
            "The event that reserved the money. What is not needed of it is free again.");
    private static final Field<SpendWish, Optional<Amount>> POINTS = Field.optional(
            "points",
            Type.NAMED,
            SpendWish::points,
            "At most so many points, such as \"500 PTS\", that become money and pay alone. What the purchase does not need stays.");
    private static final Shape<SpendWish> OF_WISH = Shape.of(
            "", said -> new SpendWish(said.of(AT_MOST), said.of(HOLD), said.of(POINTS)), AT_MOST, HOLD, POINTS);
    private static final Field<Purchase, Optional<String>> REFERENCE = Field.optional(
            "reference",
            Type.TEXT,
            event -> Optional.of(event.reference()),
            "Number of the receipt; the id unless said.");
    private static final Field<Purchase, PaymentMedium> MEDIUM = Field.usual(
            "paymentMedium",
            new Type.Part<>(OF_MEDIUM),
            PaymentMedium.UNKNOWN,
            Purchase::paymentMedium,
            "What it was paid with.");
    private static final Field<Purchase, Optional<Denomination>> DENOMINATION = Field.optional(
            "denomination",
            Type.DENOMINATION,
            event -> OneDenomination.of(event, event.lines(), amounts(event)),
            "Of all its amounts. The programme's currency unless said; a purchase in another is refused.");
    private static final Field<Purchase, List<PurchaseLine>> LINES =
            Field.required("lines", Type.LINES, Purchase::lines, "");
    private static final Field<Purchase, Optional<SpendWish>> SPEND = Field.optional(
            "spend",
            new Type.Part<>(OF_WISH),
            Purchase::spend,
            "What of the wallet is to pay for it; empty for as much as possible.");
    private static final Field<Purchase, List<ReturnedLine>> RETURNED = Field.usual(
            "returned",
            Type.RETURNED_LINES,
            List.of(),
            Purchase::returned,
            "Goods of earlier purchases that come back on the same receipt.");
    private static final Field<TillDiscount, Amount> AMOUNT =
            Field.required("amount", Type.AMOUNT, TillDiscount::amount, "Above 0.");
    private static final Field<TillDiscount, Set<String>> ON = Field.usual(
            "lines", Type.TEXTS, Set.of(), TillDiscount::lines, "Ids of the lines that it is for. All unless said.");
    private static final Shape<TillDiscount> OF_DISCOUNT =
            Shape.of("", said -> new TillDiscount(said.of(AMOUNT), said.of(ON)), AMOUNT, ON);
    private static final Field<Purchase, List<TillDiscount>> DISCOUNTS = Field.usual(
            "discounts",
            new Type.Some<>(new Type.Part<>(OF_DISCOUNT)),
            List.of(),
            Purchase::discounts,
            "That the till gave by itself, such as coupons, one after the other. Each takes off its lines in proportion to"
                    + " what they still cost; the totals of the lines are without them.");
    private static final Field<Purchase, String> PROMO_CODE =
            Field.usual("promoCode", Type.ANY_TEXT, "", Purchase::promoCode, "The promo code that was given.");
    private static final Shape<Purchase> SHAPE = Shape.of(
            "A participant bought something.",
            said -> new Purchase(
                    said.header(),
                    said.of(REFERENCE).orElse(said.header().key().id()),
                    said.of(LINES),
                    said.of(MEDIUM),
                    said.of(SPEND),
                    said.of(RETURNED),
                    said.of(DISCOUNTS),
                    said.of(PROMO_CODE)),
            REFERENCE,
            MEDIUM,
            DENOMINATION,
            LINES,
            SPEND,
            RETURNED,
            DISCOUNTS,
            PROMO_CODE);

    PurchaseKind() {
        super(Purchase.class, "purchase", Trigger.PURCHASE);
    }

    /** The amounts besides those of lines. */
    private static List<Amount> amounts(Purchase event) {
        List<Amount> amounts = new ArrayList<>();
        event.spend().flatMap(SpendWish::amount).ifPresent(amounts::add);
        event.discounts().forEach(discount -> amounts.add(discount.amount()));
        return amounts;
    }

    @Override
    public Shape<Purchase> shape() {
        return SHAPE;
    }

    /** What tills took off is in the totals then, which are what was to pay. */
    @Override
    Purchase mapped(Purchase event, UnaryOperator<Amount> change) {
        Purchase charged = event.charged();
        List<PurchaseLine> lines = charged.lines().stream()
                .map(line -> new PurchaseLine(
                        line.id(),
                        line.product(),
                        line.type(),
                        line.family(),
                        line.quantity(),
                        change.apply(line.total()),
                        change.apply(line.vat()),
                        line.attributes().mapped(change),
                        line.kind()))
                .toList();
        return charged.charging(lines)
                .withHeader(event.header().with(event.header().attributes().mapped(change)));
    }

    @Override
    public Needs needs(Purchase event) {
        return Needs.ofGoods(event.returned()).and(event.key());
    }

    @Override
    void admit(Purchase event, Admission admission) {
        admission.name(() -> "reference", event.reference());
        admission.lines(event.lines());
        admission.discounts(event);
        admission.ifKnown(account -> {
            account.merchant().refusesPurchase().ifPresent(why -> account.add("unit", why));
            event.spend().ifPresent(wish -> {
                account.wish("spend", wish);
                account.unless(
                        event.header().processImmediately(),
                        "spend",
                        "A purchase that is left to a run cannot spend; ask for it by a request of its own.");
            });
            account.returned("returned", event.returned());
        });
    }

    @Override
    public Participant changed(Purchase event, Participant participant) {
        return participant;
    }

    @Override
    public Effect before(Purchase event, Moment moment, Context context) {
        return event.returned().isEmpty() ? Effect.of(moment.account()) : Returns.of(moment, event.returned(), context);
    }

    @Override
    public Optional<Effect> moved(Purchase event, Moment moment, Context context) {
        return Optional.empty();
    }

    @Override
    boolean isCancellable() {
        return true;
    }

    @Override
    void undo(Purchase event, Returns returns) {
        returns.purchase(event);
    }

    @Override
    public String says(Purchase event, Words words) {
        List<String> said = new ArrayList<>();
        event.discounts().stream()
                .map(TillDiscount::amount)
                .reduce(Amount::plus)
                .ifPresent(sum -> said.add("less " + words.amount(sum) + " that the till took off"));
        event.spend().ifPresent(wish -> said.add("pays with " + Phrases.wish(wish, words)));
        if (!event.returned().isEmpty()) {
            said.add("brings back " + Phrases.goods(event.returned(), words));
        }
        return String.join("; ", said);
    }

    @Override
    public String noun() {
        return "purchase";
    }

    @Override
    public boolean movesMoney(Purchase event) {
        return event.spend().isPresent() || !event.returned().isEmpty();
    }

    @Override
    public String undoes(Purchase event, Telling telling) {
        return telling.goodsCameBack();
    }
}
