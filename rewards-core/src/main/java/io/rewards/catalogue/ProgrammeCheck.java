package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.organisation.Product;
import io.rewards.organisation.Segment;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds everything that is wrong with a programme as a whole: codes used twice, references to nothing, and combinations
 * the domain forbids. What one value alone can get wrong, its constructor refuses. Source: domain 2.2, 3.9.
 */
public final class ProgrammeCheck {

    private static final Pattern OFFER_CODE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private final Programme programme;
    private final Problems problems = new Problems();
    private final KnownCodes codes;
    private final OfferCheck offerCheck;

    private ProgrammeCheck(Programme programme, Set<String> alsoKnown) {
        this.programme = programme;
        codes = new KnownCodes(programme, alsoKnown, problems);
        codes.unique("attributes", programme.attributes(), AttributeDeclaration::path);
        offerCheck = new OfferCheck(programme, codes, problems);
    }

    /**
     * Everything that is wrong with {@code programme}.
     *
     * @param alsoKnown codes that may be referred to although the programme lacks them, because they could not be read
     */
    public static List<Problem> problems(Programme programme, Set<String> alsoKnown) {
        ProgrammeCheck check = new ProgrammeCheck(programme, alsoKnown);
        check.settings();
        check.organisation();
        check.schemes();
        check.categoriesAndTypes();
        check.measures();
        check.offers();
        check.templates();
        check.runs();
        MessageCheck.check(programme.messages(), check.problems);
        return check.problems.found();
    }

    private void settings() {
        Set<String> denominations =
                new HashSet<>(Set.of(programme.settings().currency().code()));
        for (Denomination point : programme.settings().points()) {
            problems.unless(
                    denominations.add(point.code()),
                    "settings.points",
                    "The denomination (" + point + ") is declared twice.");
        }
        programme.settings().spending().minimumRequest().ifPresent(this::minimumRequest);
    }

    private void minimumRequest(Amount least) {
        String path = "settings.spending.minimumRequest";
        Denomination currency = programme.settings().currency();
        problems.unless(
                least.denomination().equals(currency),
                path,
                "The minimumRequest (" + least + ") must be in " + currency + ", the currency of purchases.");
        problems.unless(least.isPositive(), path, "The minimumRequest (" + least + ") must be above 0.");
    }

    private void organisation() {
        programme
                .productTypes()
                .forEach(type -> codes.optionalReference(
                        "productTypes[" + type.code() + "].family", "family", type.family(), codes.families));
        for (Product product : programme.products()) {
            String path = "products[" + product.code() + "]";
            codes.optionalReference(path + ".type", "product type", product.type(), codes.types);
            offerCheck.attributes(path + ".attributes", AttributeOwner.PRODUCT, product.attributes());
        }
        for (UnitGroup group : programme.groups()) {
            codes.optionalReference("groups[" + group.code() + "].parent", "group", group.parent(), codes.groups);
        }
        noCircles("groups", programme.groups(), UnitGroup::code, UnitGroup::parent);
        programme
                .units()
                .forEach(unit -> codes.optionalReference(
                        "units[" + unit.code() + "].group", "group", unit.group(), codes.groups));
        for (Segment segment : programme.segments()) {
            String path = "segments[" + segment.code() + "]";
            codes.references(path + ".offers", "offer", segment.offers(), codes.offers);
            codes.references(path + ".types", "offer type", segment.types(), codes.offerTypes);
            codes.references(path + ".schemes", "scheme", segment.schemes(), codes.schemes);
        }
    }

    private void schemes() {
        for (Scheme scheme : programme.schemes()) {
            String path = "schemes[" + scheme.code() + "]";
            codes.optionalReference(
                    path + ".ownership.group", "group", scheme.ownership().group(), codes.groups);
            signUp(path + ".signUp", scheme.signUp());
        }
    }

    private void signUp(String path, SignUpPolicy policy) {
        SignUpOption option = policy.option();
        exactlyFor(SignUpOption.EMAIL_DOMAIN, option, policy.domains(), path + ".domains", "domains");
        exactlyFor(SignUpOption.UNIQUE_CODE, option, policy.codes(), path + ".codes", "codes");
        problems.unless(
                option == SignUpOption.SELF || !policy.referenceCode(),
                path + ".referenceCode",
                "A sign-up of option " + option + " cannot ask for a reference code; only SELF can.");
    }

    private void exactlyFor(SignUpOption needed, SignUpOption option, Set<String> given, String path, String what) {
        problems.unless(
                option != needed || !given.isEmpty(),
                path,
                "A sign-up of option " + option + " must have " + what + ".");
        problems.unless(
                option == needed || given.isEmpty(),
                path,
                "A sign-up of option " + option + " must not have " + what + "; only " + needed + " has.");
    }

    private void categoriesAndTypes() {
        for (Category category : programme.categories()) {
            codes.optionalReference(
                    "categories[" + category.code() + "].parent", "category", category.parent(), codes.categories);
        }
        noCircles("categories", programme.categories(), Category::code, Category::parent);
        for (OfferType type : programme.offerTypes()) {
            codes.references(
                    "offerTypes[" + type.code() + "].categories", "category", type.categories(), codes.categories);
        }
    }

    private void measures() {
        codes.uniqueNames("kpis", "measure", programme.kpis(), Kpi::code, Kpi::name);
        programme.kpis().forEach(kpi -> codes.products("kpis[" + kpi.code() + "].products", kpi.products()));
    }

    private void offers() {
        Map<Long, String> numbers = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Offer offer : programme.offers()) {
            String path = "offers[" + offer.code() + "]";
            problems.unless(
                    offer.number() > 0, path + ".number", "The number (" + offer.number() + ") must be above 0.");
            problems.unless(
                    OFFER_CODE.matcher(offer.code()).matches(),
                    path + ".code",
                    "The code (" + offer.code() + ") must be 1 to 60 letters, digits, dots, dashes or underscores.");
            String numbered = numbers.putIfAbsent(offer.number(), offer.code());
            problems.unless(
                    numbered == null,
                    path + ".number",
                    "The number (" + offer.number() + ") already belongs to offer (" + numbered + ").");
            String named = names.putIfAbsent(offer.name(), offer.code());
            problems.unless(
                    named == null,
                    path + ".name",
                    "The name (" + offer.name() + ") already belongs to offer (" + named + ").");
            state(path, offer);
            codes.optionalReference(path + ".template", "template", offer.template(), codes.templates);
            offerCheck.content(path, offer);
        }
    }

    private void state(String path, Offer offer) {
        problems.unless(
                offer.state() != OfferState.EFFECTIVE
                        || offer.latestEffectiveDate().isPresent(),
                path + ".effectiveSince",
                "An effective offer must say since when it is effective.");
    }

    private void templates() {
        codes.uniqueNames("templates", "template", programme.templates(), OfferTemplate::code, OfferTemplate::name);
        for (OfferTemplate template : programme.templates()) {
            offerCheck.content("templates[" + template.code() + "].content", template.content());
        }
    }

    private void runs() {
        for (RunDefinition run : programme.runs()) {
            String path = "runs[" + run.code() + "]";
            codes.references(path + ".schemes", "scheme", run.schemes(), codes.schemes);
            codes.references(path + ".typesIncluded", "offer type", run.typesIncluded(), codes.offerTypes);
            codes.references(path + ".typesExcluded", "offer type", run.typesExcluded(), codes.offerTypes);
        }
    }

    private <T> void noCircles(String path, List<T> list, Function<T, String> code, Function<T, String> parent) {
        Map<String, String> parents = new HashMap<>();
        list.forEach(item -> parents.put(code.apply(item), parent.apply(item)));
        for (String start : parents.keySet()) {
            Set<String> seen = new HashSet<>();
            String at = start;
            while (at != null && !at.isEmpty() && seen.add(at)) {
                at = parents.get(at);
            }
            problems.unless(
                    !start.equals(at), path + "[" + start + "].parent", "The code (" + start + ") lies inside itself.");
        }
    }
}
