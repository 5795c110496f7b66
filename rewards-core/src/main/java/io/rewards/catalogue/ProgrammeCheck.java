package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeOwner;
import io.rewards.organisation.Product;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private ProgrammeCheck(Programme programme, Unread unread) {
        this.programme = programme;
        codes = new KnownCodes(programme, unread, problems);
        offerCheck = new OfferCheck(
                programme, codes, new ContributionCheck(programme, unread.equals(Unread.NOTHING), problems), problems);
    }

    /**
     * Everything that is wrong with {@code programme}.
     *
     * @param unread what may be referred to although the programme lacks it, because it could not be read
     */
    public static List<Problem> problems(Programme programme, Unread unread) {
        ProgrammeCheck check = new ProgrammeCheck(programme, unread);
        check.settings();
        Part.all().forEach(part -> check.codes.check(part, programme));
        check.noCircles(Part.GROUPS);
        check.noCircles(Part.CATEGORIES);
        check.products();
        check.signUps();
        check.rates();
        check.rewardsDefinitions();
        check.offers();
        check.templates();
        new AgreementCheck(programme, check.problems).check();
        new TierCheck(programme, check.problems).check();
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
        codes.references(
                "settings",
                new Uses()
                        .products("neverRewarded", programme.settings().neverRewarded())
                        .products("neverPaid", programme.settings().neverPaid())
                        .products("tiers.products", programme.settings().tiers().products())
                        .found());
        offerCheck.lineValues("settings.neverRewarded", programme.settings().neverRewarded());
        offerCheck.lineValues("settings.neverPaid", programme.settings().neverPaid());
        offerCheck.lineValues(
                "settings.tiers.products.except",
                programme.settings().tiers().products().except());
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

    private void products() {
        for (Product product : programme.products()) {
            offerCheck.attributes(
                    "products[" + product.code() + "].attributes", AttributeOwner.PRODUCT, product.attributes());
        }
    }

    private void signUps() {
        programme.schemes().forEach(scheme -> signUp("schemes[" + scheme.code() + "].signUp", scheme.signUp()));
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

    private void rates() {
        for (ExchangeRate rate : programme.rates()) {
            String path = PartKind.RATE.path(rate.code());
            declared(path + ".from", rate.from());
            declared(path + ".to", rate.to());
        }
    }

    private void declared(String path, Amount amount) {
        Denomination denomination = amount.denomination();
        problems.unless(
                programme
                        .settings()
                        .denomination(denomination.code())
                        .filter(denomination::equals)
                        .isPresent(),
                path,
                "The amount (" + amount + ") is not in a denomination of the programme.");
    }

    private void rewardsDefinitions() {
        List<RewardsDefinition> active = programme.rewardsDefinitions().stream()
                .filter(RewardsDefinition::active)
                .toList();
        active.stream()
                .skip(1)
                .forEach(another -> problems.add(
                        PartKind.REWARDS_DEFINITION.path(another.code()) + ".active",
                        "The rewards definition (" + active.get(0).code()
                                + ") is active already; at most one can be."));
    }

    private void offers() {
        OwnOfferCheck ownOffers = new OwnOfferCheck(programme, problems);
        Map<Long, String> numbers = new HashMap<>();
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
            state(path, offer);
            offerCheck.offer(path, offer);
            ownOffers.check(path, offer);
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
        for (OfferTemplate template : programme.templates()) {
            offerCheck.content("templates[" + template.code() + "].content", template.content());
        }
    }

    private <T> void noCircles(Part<T> part) {
        Map<String, String> parents = new HashMap<>();
        for (T item : part.of(programme)) {
            part.usesOf(item).stream()
                    .filter(use -> use.part() == part)
                    .forEach(use -> parents.put(part.codeOf(item), use.code()));
        }
        for (String start : parents.keySet()) {
            Set<String> seen = new HashSet<>();
            String at = start;
            while (at != null && seen.add(at)) {
                at = parents.get(at);
            }
            problems.unless(
                    !start.equals(at),
                    part.kind().path(start) + ".parent",
                    "The code (" + start + ") lies inside itself.");
        }
    }
}
