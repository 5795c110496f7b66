package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule of the programme: when it awards, how much, and what the money may be spent on. Immutable. Source: domain 3.
 *
 * @param number unique, above 0; the lowest wins a tie
 * @param code unique among offers
 * @param name unique, for people
 * @param description for people, or empty
 * @param scheme code of the scheme it belongs to
 * @param type code of its type
 * @param category code of its category, or empty
 * @param state only an effective offer awards
 * @param latestEffectiveDate when it last became effective, if ever
 * @param evaluation when it is evaluated
 * @param terms what its classification asks for
 * @param award what it awards
 * @param base what of a purchase counts for its thresholds and its award
 * @param spendMethod how the money is spent
 * @param onlyIfBest true when it awards only where no other such offer awards more
 * @param validity which events it may award
 * @param awardValidity how long the money may be spent; empty for what the scheme says
 * @param conditions for the award
 * @param spendConditions for spending the money
 * @param caps on what it awards
 * @param contributions codes of contribution rules of specific offers that are extended to this one
 * @param attributes as declared by the host
 * @param marketing what an app shows
 * @param ownership to whom it belongs
 * @param template code of the template it was made from, or empty
 * @param handling what happens to its money besides being spent
 */
public record Offer(
        long number,
        String code,
        String name,
        String description,
        String scheme,
        String type,
        String category,
        OfferState state,
        Optional<Instant> latestEffectiveDate,
        EvaluationMethod evaluation,
        Terms terms,
        Award award,
        PurchaseBase base,
        SpendMethod spendMethod,
        boolean onlyIfBest,
        OfferValidity validity,
        Optional<AwardValidity> awardValidity,
        AwardConditions conditions,
        SpendConditions spendConditions,
        List<Cap> caps,
        Set<String> contributions,
        Attributes attributes,
        Marketing marketing,
        Ownership ownership,
        String template,
        AwardHandling handling) {

    /** Copies the caps and the contributions. */
    public Offer {
        caps = List.copyOf(caps);
        contributions = Collections.unmodifiableSet(new TreeSet<>(contributions));
    }

    /** The classification, which the terms decide. */
    public Classification classification() {
        return terms.classification();
    }

    /** The least that must count of a purchase, in the currency of purchases. Source: domain 3.5. */
    public Amount minimumPurchase(Denomination currency) {
        return conditions.minimumPurchase().orElseGet(() -> new Amount(currency, terms.leastPurchase()));
    }

    /** This offer effective from {@code instant}. Source: domain 3.4. */
    public Offer activated(Instant instant) {
        return toBuilder().withEffectiveSince(instant).build();
    }

    /** True when it is effective or ever was, so that accounts may know it. */
    public boolean wasEffective() {
        return state == OfferState.EFFECTIVE || latestEffectiveDate.isPresent();
    }

    /** This offer, no longer awarding. What it awarded stays. */
    public Offer deactivated() {
        return with(OfferState.NOT_EFFECTIVE);
    }

    /** This offer in another state, its latest effective date as it was. */
    public Offer with(OfferState changed) {
        Builder builder = toBuilder();
        builder.state = changed;
        return builder.build();
    }

    /** A new offer that says the same: it has no number yet, was never effective and comes from no template. */
    public Offer draft(String newCode, String newName) {
        Builder builder = toBuilder();
        builder.number = 0;
        builder.code = newCode;
        builder.name = newName;
        builder.state = OfferState.NOT_EFFECTIVE;
        builder.latestEffectiveDate = Optional.empty();
        builder.template = "";
        return builder.build();
    }

    /** Starts an offer that is not effective, for everybody in the scheme, spendable without conditions. */
    public static Builder builder(long number, String code, String scheme, String type, Terms terms, Award award) {
        return new Builder(number, code, scheme, type, terms, award);
    }

    /** Starts with everything this offer says. */
    public Builder toBuilder() {
        Builder builder = new Builder(number, code, scheme, type, terms, award);
        builder.name = name;
        builder.description = description;
        builder.category = category;
        builder.state = state;
        builder.latestEffectiveDate = latestEffectiveDate;
        builder.evaluation = evaluation;
        builder.base = base;
        builder.spendMethod = spendMethod;
        builder.onlyIfBest = onlyIfBest;
        builder.validity = validity;
        builder.awardValidity = awardValidity;
        builder.conditions = conditions;
        builder.spendConditions = spendConditions;
        builder.caps = caps;
        builder.contributions = contributions;
        builder.attributes = attributes;
        builder.marketing = marketing;
        builder.ownership = ownership;
        builder.template = template;
        builder.handling = handling;
        return builder;
    }

    /** Collects what an offer says. Not thread-safe. */
    public static final class Builder {
        private long number;
        private String code;
        private String scheme;
        private String type;
        private Terms terms;
        private Award award;
        private String name;
        private String description = "";
        private String category = "";
        private OfferState state = OfferState.NOT_EFFECTIVE;
        private Optional<Instant> latestEffectiveDate = Optional.empty();
        private EvaluationMethod evaluation;
        private PurchaseBase base = PurchaseBase.OF_SETTINGS;
        private SpendMethod spendMethod = SpendMethod.SPEND_ON_REQUEST;
        private boolean onlyIfBest;
        private OfferValidity validity = new OfferValidity.FromLatestEffectiveDate();
        private Optional<AwardValidity> awardValidity = Optional.of(AwardValidity.ALWAYS);
        private AwardConditions conditions = AwardConditions.NONE;
        private SpendConditions spendConditions = SpendConditions.NONE;
        private List<Cap> caps = List.of();
        private Set<String> contributions = Set.of();
        private Attributes attributes = Attributes.NONE;
        private Marketing marketing = Marketing.NONE;
        private Ownership ownership = Ownership.OF_PROGRAMME;
        private String template = "";
        private AwardHandling handling = AwardHandling.DEFAULT;

        private Builder(long number, String code, String scheme, String type, Terms terms, Award award) {
            this.number = number;
            this.code = code;
            this.name = code;
            this.scheme = scheme;
            this.type = type;
            this.terms = terms;
            this.award = award;
            this.evaluation = terms.classification().evaluation();
        }

        /** The number. */
        public Builder withNumber(long unique) {
            number = unique;
            return this;
        }

        /** The scheme it belongs to. */
        public Builder withScheme(String code) {
            scheme = code;
            return this;
        }

        /** The type. */
        public Builder withType(String code) {
            type = code;
            return this;
        }

        /** What its classification asks for; when it is evaluated stays as it was. */
        public Builder withTerms(Terms asked) {
            terms = asked;
            return this;
        }

        /** What it awards. */
        public Builder withAward(Award awarded) {
            award = awarded;
            return this;
        }

        /** What of a purchase counts for its thresholds and its award. */
        public Builder withBase(PurchaseBase counts) {
            base = counts;
            return this;
        }

        /** The name for people; the code unless said. */
        public Builder withName(String text) {
            name = text;
            return this;
        }

        /** The description for people. */
        public Builder withDescription(String text) {
            description = text;
            return this;
        }

        /** The category. */
        public Builder withCategory(String code) {
            category = code;
            return this;
        }

        /** Effective since {@code instant}. */
        public Builder withEffectiveSince(Instant instant) {
            state = OfferState.EFFECTIVE;
            latestEffectiveDate = Optional.of(instant);
            return this;
        }

        /** When it is evaluated. */
        public Builder withEvaluation(EvaluationMethod method) {
            evaluation = method;
            return this;
        }

        /** How the money is spent. */
        public Builder withSpendMethod(SpendMethod method) {
            spendMethod = method;
            return this;
        }

        /** Whether it awards only where no other such offer awards more. */
        public Builder withOnlyIfBest(boolean flag) {
            onlyIfBest = flag;
            return this;
        }

        /** Which events it may award. */
        public Builder withValidity(OfferValidity events) {
            validity = events;
            return this;
        }

        /** How long the money may be spent. */
        public Builder withAwardValidity(AwardValidity money) {
            awardValidity = Optional.of(money);
            return this;
        }

        /** The money may be spent as long as the scheme says. */
        public Builder withAwardValidityOfScheme() {
            awardValidity = Optional.empty();
            return this;
        }

        /** Conditions for the award. */
        public Builder withConditions(AwardConditions award) {
            conditions = award;
            return this;
        }

        /** Conditions for spending the money. */
        public Builder withSpendConditions(SpendConditions spend) {
            spendConditions = spend;
            return this;
        }

        /** Limits on what it awards. */
        public Builder withCaps(List<Cap> limits) {
            caps = limits;
            return this;
        }

        /** Limits on what it awards. */
        public Builder withCaps(Cap... limits) {
            caps = List.of(limits);
            return this;
        }

        /** Contribution rules of specific offers that are extended to it. */
        public Builder withContributions(Set<String> rules) {
            contributions = rules;
            return this;
        }

        /** Attributes as declared by the host. */
        public Builder withAttributes(Attributes declared) {
            attributes = declared;
            return this;
        }

        /** What an app shows. */
        public Builder withMarketing(Marketing shown) {
            marketing = shown;
            return this;
        }

        /** To whom it belongs. */
        public Builder withOwnership(Ownership owner) {
            ownership = owner;
            return this;
        }

        /** The template it was made from. */
        public Builder withTemplate(String code) {
            template = code;
            return this;
        }

        /** What happens to its money besides being spent. */
        public Builder withHandling(AwardHandling money) {
            handling = money;
            return this;
        }

        /** The offer. */
        public Offer build() {
            return new Offer(
                    number,
                    code,
                    name,
                    description,
                    scheme,
                    type,
                    category,
                    state,
                    latestEffectiveDate,
                    evaluation,
                    terms,
                    award,
                    base,
                    spendMethod,
                    onlyIfBest,
                    validity,
                    awardValidity,
                    conditions,
                    spendConditions,
                    caps,
                    contributions,
                    attributes,
                    marketing,
                    ownership,
                    template,
                    handling);
        }
    }
}
