package io.rewards.json;

import io.rewards.catalogue.AllowedContent;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardKind;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ConditionKind;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Goal;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.RewardsDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.SpendConditionKind;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** How stands in files what a business offers, but for offers and templates: schemes, categories, types and measures. */
final class OfferingShapes {

    static final Shape<Marketing> MARKETING = marketing();
    static final Shape<Ownership> OWNERSHIP = ownership();
    static final Shape<ProductList> LIST = list();
    static final Shape<ProductSelection> PRODUCTS = products();
    static final Shape<Award.Rate> RATE = rate();

    private OfferingShapes() {}

    static Shape<Scheme> scheme() {
        var code = Codes.code(Scheme::code);
        var name = Codes.name(code, Scheme::name);
        var description = Field.usual("description", Type.ANY_TEXT, "", Scheme::description, "For people.");
        var state = Field.usual(
                "state",
                new Type.OneOf<>(SchemeState.class),
                SchemeState.EFFECTIVE,
                Scheme::state,
                "The offers of a scheme that is not effective stop. EFFECTIVE unless said.");
        var awardValidity = Field.usual(
                "awardValidity",
                new Type.Basic<AwardValidity>(Type.Form.AWARD_VALIDITY),
                AwardValidity.ALWAYS,
                Scheme::awardValidity,
                "For the offers that say FROM_SCHEME. ALWAYS_VALID unless said.");
        var signUp = Field.usual("signUp", new Type.Part<>(signUp()), SignUpPolicy.SELF, Scheme::signUp, "");
        var marketing = Field.usual("marketing", new Type.Part<>(MARKETING), Marketing.NONE, Scheme::marketing, "");
        var ownership =
                Field.usual("ownership", new Type.Part<>(OWNERSHIP), Ownership.OF_PROGRAMME, Scheme::ownership, "");
        return Shape.of(
                "A themed group of offers that participants sign up to.",
                said -> new Scheme(
                        said.of(code),
                        said.of(name),
                        said.of(description),
                        said.of(state),
                        said.of(awardValidity),
                        said.of(signUp),
                        said.of(marketing),
                        said.of(ownership)),
                code,
                name,
                description,
                state,
                awardValidity,
                signUp,
                marketing,
                ownership);
    }

    private static Shape<SignUpPolicy> signUp() {
        var option = Field.required(
                "option",
                new Type.OneOf<>(SignUpOption.class),
                SignUpPolicy::option,
                "AUTO joins everybody on registration, SELF at will, EMAIL_DOMAIN with a verified e-mail address of a"
                        + " listed domain, UNIQUE_CODE with a code that was issued.");
        var selfSignUp = Field.optional(
                "selfSignUp",
                Type.TRUTH,
                OfferingShapes::selfSignUp,
                "Whether apps may offer the scheme for selection. True for SELF, otherwise false, unless said.");
        var referenceCode = Field.usual(
                "referenceCode",
                Type.TRUTH,
                false,
                SignUpPolicy::referenceCode,
                "Whether a code of a third party is needed; SELF only. False unless said.");
        var domains = Codes.all("domains", SignUpPolicy::domains, "Of e-mail addresses; EMAIL_DOMAIN only.");
        var codes = Codes.all("codes", SignUpPolicy::codes, "That were issued, each usable once; UNIQUE_CODE only.");
        return Shape.of(
                        "How participants come in. At will unless said.",
                        said -> new SignUpPolicy(
                                said.of(option),
                                said.of(selfSignUp).orElse(said.of(option) == SignUpOption.SELF),
                                said.of(referenceCode),
                                said.of(domains),
                                said.of(codes)),
                        option,
                        selfSignUp,
                        referenceCode,
                        domains,
                        codes)
                .onlyWhole();
    }

    /** What has to be said because it does not follow from the option. */
    private static Optional<Boolean> selfSignUp(SignUpPolicy policy) {
        return Optional.of(policy.selfSignUp()).filter(self -> self != (policy.option() == SignUpOption.SELF));
    }

    private static Shape<Marketing> marketing() {
        var image = Field.usual(
                "image", Type.ANY_TEXT, "", Marketing::image, "Reference of an image, such as its address.");
        var backgroundImage = Field.usual(
                "backgroundImage", Type.ANY_TEXT, "", Marketing::backgroundImage, "Reference of an image behind it.");
        var backgroundColour =
                Field.usual("backgroundColour", Type.COLOUR, "", Marketing::backgroundColour, "Such as #1A2B3C.");
        var shortDescription =
                Field.usual("shortDescription", Type.ANY_TEXT, "", Marketing::shortDescription, "For a list.");
        var longDescription =
                Field.usual("longDescription", Type.ANY_TEXT, "", Marketing::longDescription, "For a page.");
        return Shape.of(
                "What an app shows.",
                said -> new Marketing(
                        said.of(image),
                        said.of(backgroundImage),
                        said.of(backgroundColour),
                        said.of(shortDescription),
                        said.of(longDescription)),
                image,
                backgroundImage,
                backgroundColour,
                shortDescription,
                longDescription);
    }

    private static Shape<Ownership> ownership() {
        var group = Codes.of(
                "group", Ownership::group, "Code of the group that owns it; the owner of the programme unless said.");
        var privacy = Field.usual(
                "privacy",
                new Type.OneOf<>(Privacy.class),
                Privacy.PUBLIC,
                Ownership::privacy,
                "Who may see it. PUBLIC unless said.");
        return Shape.of(
                "To whom it belongs, and who may see it.",
                said -> new Ownership(said.of(group), said.of(privacy)),
                group,
                privacy);
    }

    private static Shape<ProductSelection> products() {
        var products = Codes.all("products", ProductSelection::products, "Codes of products.");
        var types = Codes.all("types", ProductSelection::types, "Codes of product types.");
        var families = Codes.all("families", ProductSelection::families, "Codes of product families.");
        var except = Field.usual(
                "except", new Type.Part<>(LIST), ProductList.NONE, ProductSelection::except, "What does not match.");
        return Shape.of(
                "Products of which any matches, less those that are excepted; where none is named, all others match.",
                said -> new ProductSelection(
                        new ProductList(said.of(products), said.of(types), said.of(families)), said.of(except)),
                products,
                types,
                families,
                except);
    }

    private static Shape<ProductList> list() {
        var products = Codes.all("products", ProductList::products, "Codes of products.");
        var types = Codes.all("types", ProductList::types, "Codes of product types.");
        var families = Codes.all("families", ProductList::families, "Codes of product families.");
        var attributes = Field.usual(
                "attributes",
                Type.NAMED_TEXTS,
                new TreeMap<>(),
                ProductList::attributes,
                "Names of attributes of lines, and of each the values that match.");
        return Shape.of(
                "Products of which any matches.",
                said -> new ProductList(said.of(products), said.of(types), said.of(families), said.of(attributes)),
                products,
                types,
                families,
                attributes);
    }

    private static Shape<Award.Rate> rate() {
        var amount = Field.required(
                "amount", Type.PRICE, Award.Rate::amount, "For each step, such as \"1 PTS\", or 0.50 in the currency.");
        var per = Field.required(
                "per", Type.PRICE, Award.Rate::per, "How large a step is, in the currency of purchases, such as 1.00.");
        var steps = Field.usual(
                "steps",
                new Type.OneOf<>(RateSteps.class),
                RateSteps.WHOLE,
                Award.Rate::steps,
                "Whether only full steps count, or parts of a step too, rounded once. WHOLE unless said.");
        return Shape.of(
                "So much for each step of what counts of the purchase.",
                said -> new Award.Rate(said.of(amount), said.of(per), said.of(steps), AwardRange.NONE),
                amount,
                per,
                steps);
    }

    static Shape<Category> category() {
        var code = Codes.code(Category::code);
        var name = Codes.name(code, Category::name);
        var parent = Codes.of("parent", Category::parent, "Code of the category it lies in.");
        return Shape.of(
                "A group of offers for reports.",
                said -> new Category(said.of(code), said.of(name), said.of(parent)),
                code,
                name,
                parent);
    }

    static Shape<OfferType> offerType() {
        var code = Codes.code(OfferType::code);
        var name = Codes.name(code, OfferType::name);
        var classification = Field.required(
                "classification",
                new Type.Basic<Classification>(Type.Form.CLASSIFICATION),
                OfferType::classification,
                "");
        var categories = Codes.all(
                "categories", OfferType::categories, "Codes of the categories its offers may have; none for all.");
        var goal = Field.optional(
                "goal",
                new Type.OneOf<>(Goal.class),
                OfferType::goal,
                "What its offers are meant to bring about, where that is not the goal of the classification.");
        var allows = Field.usual(
                "allows",
                new Type.Part<>(allowedContent()),
                AllowedContent.ALL,
                OfferType::allows,
                "What its offers may say; anything unless said.");
        return Shape.of(
                "A label for offers of one classification.",
                said -> new OfferType(
                        said.of(code),
                        said.of(name),
                        said.of(classification),
                        said.of(categories),
                        said.of(goal),
                        said.of(allows)),
                code,
                name,
                classification,
                categories,
                goal,
                allows);
    }

    private static Shape<AllowedContent> allowedContent() {
        var awards = allowed("awards", AwardKind.class, AllowedContent::awards, "Kinds of awards; all unless said.");
        var conditions = allowed(
                "conditions",
                ConditionKind.class,
                AllowedContent::conditions,
                "Conditions for the award; all unless said, none for [].");
        var spendConditions = allowed(
                "spendConditions",
                SpendConditionKind.class,
                AllowedContent::spendConditions,
                "Conditions for spending the money; all unless said, none for [].");
        return Shape.of(
                "What offers of a type may say.",
                said -> new AllowedContent(said.of(awards), said.of(conditions), said.of(spendConditions)),
                awards,
                conditions,
                spendConditions);
    }

    private static <E extends Enum<E>> Field<AllowedContent, Optional<Set<E>>> allowed(
            String name, Class<E> kinds, Function<AllowedContent, Optional<Set<E>>> allowed, String description) {
        return Field.optional(name, new Type.Any<>(new Type.FieldName<>(kinds)), allowed, description);
    }

    static Shape<RewardsDefinition> rewardsDefinition() {
        var code = Codes.code(RewardsDefinition::code);
        var name = Codes.uniqueName(code, RewardsDefinition::name);
        var active = Field.usual(
                "active",
                Type.TRUTH,
                true,
                RewardsDefinition::active,
                "Whether it decides which offers there can be; at most one does. True unless said.");
        var types = Field.required(
                "types",
                Type.SOME_TEXTS,
                RewardsDefinition::types,
                "Codes of the offer types that offers can be of, at least one.");
        return Shape.of(
                        "The offer types that the programme works with.",
                        said -> new RewardsDefinition(said.of(code), said.of(name), said.of(active), said.of(types)),
                        code,
                        name,
                        active,
                        types)
                .onlyWhole();
    }

    static Shape<Kpi> kpi() {
        var code = Codes.code(Kpi::code);
        var name = Codes.uniqueName(code, Kpi::name);
        var products = Field.usual(
                "products",
                new Type.Part<>(PRODUCTS),
                ProductSelection.ALL,
                Kpi::products,
                "What it measures; all unless said.");
        return Shape.of(
                "A measure that financial statements give a value for.",
                said -> new Kpi(said.of(code), said.of(name), said.of(products)),
                code,
                name,
                products);
    }

    static Shape<EventClassification> eventClassification() {
        var code = Codes.code(EventClassification::code);
        var name = Codes.name(code, EventClassification::name);
        return Shape.of(
                "What an achievement or a financial statement is about.",
                said -> new EventClassification(said.of(code), said.of(name)),
                code,
                name);
    }

    static Shape<ExchangeRate> exchangeRate() {
        var from = Field.required("from", Type.PRICE, ExchangeRate::from, "One step, such as \"100 PTS\".");
        var to = Field.required("to", Type.PRICE, ExchangeRate::to, "What a step becomes, such as 1.00.");
        var minimum = Field.optional(
                "minimum",
                Type.PRICE,
                ExchangeRate::minimum,
                "The least that can be exchanged at once, such as \"500 PTS\"; one step unless said.");
        return Shape.of(
                        "What points are worth: whole steps of one denomination turn into another.",
                        said -> new ExchangeRate(said.of(from), said.of(to), said.of(minimum)),
                        from,
                        to,
                        minimum)
                .onlyWhole();
    }
}
