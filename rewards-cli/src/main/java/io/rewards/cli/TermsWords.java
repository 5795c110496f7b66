package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the classification of an offer asks for, in plain words. */
final class TermsWords {

    private TermsWords() {}

    /** What {@code offer} asks for, the most telling first. */
    static List<String> of(Offer offer) {
        Terms terms = offer.terms();
        return switch (offer.classification()) {
            case UTILISE_FREE_CAPACITY -> List.of("a purchase in quiet hours");
            case INCREASE_REVENUE_TRANSACTION_BASED -> revenue((Terms.TransactionRevenue) terms);
            case INCREASE_REVENUE_PRODUCT_BASED -> List.of("a purchase of certain products");
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED -> spend((Terms.SpendLoyalty) terms);
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> count((Terms.CountLoyalty) terms);
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> quantity((Terms.QuantityLoyalty) terms);
            case REWARD_BEHAVIOR -> behavior((Terms.Behavior) terms);
            case REWARD_ACHIEVEMENTS -> achievements((Terms.Achievements) terms);
            case REWARD_FINANCIAL_ACHIEVEMENTS -> achievements((Terms.FinancialAchievements) terms);
            case REWARD_FINANCIAL_STATEMENTS -> statements((Terms.FinancialStatements) terms);
            case REWARD_REFERRALS -> List.of("referring somebody, who is then awarded for the first time");
            case REWARD_SIGN_UPS -> signUps((Terms.SignUps) terms, offer.scheme());
            case REWARD_ON_BIRTHDAY -> List.of("a birthday");
            case REWARD_PERSONAL_DATA_COMPLETENESS -> completeness((Terms.Completeness) terms);
            case REWARD_ON_NAME_DAY -> List.of("a name day");
            case REWARD_SUBSCRIPTION_MATURITY -> maturity((Terms.SubscriptionMaturity) terms);
            case JUST_MONEY -> List.of("living in a place or being in a segment");
        };
    }

    private static List<String> revenue(Terms.TransactionRevenue terms) {
        return List.of("a purchase of " + range(terms.from(), terms.to()));
    }

    private static List<String> spend(Terms.SpendLoyalty terms) {
        return within("purchases of " + Figures.of(terms.target()), terms);
    }

    private static List<String> count(Terms.CountLoyalty terms) {
        return within(Figures.of(terms.target(), "purchase"), terms);
    }

    private static List<String> quantity(Terms.QuantityLoyalty terms) {
        return within(Figures.of(terms.target(), "piece") + " bought", terms);
    }

    private static List<String> within(String what, Terms.Accumulating terms) {
        return List.of(what + " within " + OfferWords.span(terms.period()));
    }

    private static List<String> behavior(Terms.Behavior terms) {
        List<String> words = new ArrayList<>();
        terms.page().ifPresent(page -> words.add("a like of " + page));
        terms.website().ifPresent(site -> words.add("a visit to " + site));
        limit(terms.limit()).ifPresent(words::add);
        return words;
    }

    private static List<String> achievements(Terms.Achievements terms) {
        return limited(named(terms), terms.limit());
    }

    private static List<String> achievements(Terms.FinancialAchievements terms) {
        return limited(named(terms) + ", each of " + range(terms.from(), terms.to()), terms.limit());
    }

    private static String named(Terms.Collecting terms) {
        return (terms.all() ? "all of " : "any of ") + OfferWords.joined(terms.achievements());
    }

    private static List<String> limited(String what, AwardLimit limit) {
        List<String> words = new ArrayList<>(List.of(what));
        limit(limit).ifPresent(words::add);
        return words;
    }

    private static List<String> statements(Terms.FinancialStatements terms) {
        List<String> words = new ArrayList<>();
        words.add(
                terms.statements().isEmpty() ? "a statement" : "a statement " + OfferWords.joined(terms.statements()));
        terms.kpis().forEach(kpi -> words.add("with " + kpi));
        limit(terms.limit()).ifPresent(words::add);
        return words;
    }

    private static List<String> signUps(Terms.SignUps terms, String scheme) {
        return List.of(
                "signing up to " + scheme + (terms.requirePriorAward() ? ", once another offer has awarded" : ""));
    }

    private static List<String> completeness(Terms.Completeness terms) {
        List<String> words = new ArrayList<>();
        if (terms.dateOfBirth()) {
            words.add("a date of birth");
        }
        if (terms.nameDay()) {
            words.add("a name day");
        }
        terms.addresses().ifPresent(demand -> words.add(demand("address", demand)));
        terms.phones().ifPresent(demand -> words.add(demand("phone", demand)));
        terms.emails().ifPresent(demand -> words.add(demand("e-mail", demand)));
        return words;
    }

    private static String demand(String what, DataDemand<?, ?> demand) {
        String types =
                demand.types().isEmpty() ? "any " + what : what + " of type " + OfferWords.constants(demand.types());
        return types + (demand.fields().isEmpty() ? "" : " with " + OfferWords.constants(demand.fields()));
    }

    private static List<String> maturity(Terms.SubscriptionMaturity terms) {
        return List.of(
                "a subscription of " + OfferWords.span(terms.period()) + " without interruption",
                "an interruption of up to " + Figures.of(terms.maximumInterruption(), "day") + " does not matter");
    }

    private static Optional<String> limit(AwardLimit limit) {
        return switch (limit.number()) {
            case MULTIPLE -> Optional.empty();
            case ONLY_ONE -> Optional.of("once ever");
            case ONLY_ONE_PER_PERIOD ->
                Optional.of("once within " + OfferWords.span(limit.period().orElseThrow()));
        };
    }

    private static String range(Amount from, Optional<Amount> to) {
        return Figures.of(from) + to.map(most -> " to " + Figures.of(most)).orElse(" or more");
    }
}
