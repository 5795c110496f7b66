package io.rewards.catalogue;

import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Rounding;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The choices that hold for a whole programme. Immutable. Source: domain 12.1.
 *
 * @param zone whose calendar the programme follows
 * @param currency of purchases; a purchase in another is refused
 * @param points further denominations that offers may award
 * @param rounding of awards
 * @param resolution which of several applicable offers award
 * @param maximumPercentage that an offer may award
 * @param validityDate which instant of an event is tested against the validity of offers
 * @param awardBase what part of a line counts for thresholds and awards of offers that do not say it themselves
 * @param language of participants who have not said one, such as {@code en}
 * @param approver user who must approve offers before they become effective; empty where nobody must
 * @param strictEvaluation true to evaluate financial achievements and sign-ups only in runs
 * @param spending how money is spent and taken back
 * @param neverRewarded what no offer rewards, whatever it says
 * @param neverPaid what no wallet pays for, whatever its money says
 * @param participants choices about participants
 * @param tiers how the units of tiers are counted
 */
public record Settings(
        ZoneId zone,
        Denomination currency,
        List<Denomination> points,
        Rounding rounding,
        ResolutionMode resolution,
        Percentage maximumPercentage,
        ValidityDate validityDate,
        AwardBase awardBase,
        String language,
        Optional<String> approver,
        boolean strictEvaluation,
        SpendSettings spending,
        ProductList neverRewarded,
        ProductList neverPaid,
        ParticipantSettings participants,
        TierSettings tiers) {

    /** Copies the list. */
    public Settings {
        points = List.copyOf(points);
    }

    /** Settings that let every product be rewarded and paid for. */
    public Settings(
            ZoneId zone,
            Denomination currency,
            List<Denomination> points,
            Rounding rounding,
            ResolutionMode resolution,
            Percentage maximumPercentage,
            ValidityDate validityDate,
            AwardBase awardBase,
            String language,
            Optional<String> approver,
            boolean strictEvaluation,
            SpendSettings spending) {
        this(
                zone,
                currency,
                points,
                rounding,
                resolution,
                maximumPercentage,
                validityDate,
                awardBase,
                language,
                approver,
                strictEvaluation,
                spending,
                ProductList.NONE,
                ProductList.NONE,
                ParticipantSettings.DEFAULT,
                TierSettings.DEFAULT);
    }

    /** The defaults for a zone and a currency. */
    public static Settings of(ZoneId zone, Denomination currency) {
        return new Settings(
                zone,
                currency,
                List.of(),
                Rounding.HALF_UP,
                ResolutionMode.OFFER_FLAG,
                Percentage.HUNDRED,
                ValidityDate.PERFORMED,
                AwardBase.GROSS,
                "en",
                Optional.empty(),
                false,
                SpendSettings.DEFAULT);
    }

    /** These settings with another resolution. */
    public Settings with(ResolutionMode changed) {
        Change change = new Change();
        change.resolution = changed;
        return change.done();
    }

    /** These settings with another date for the validity of offers. */
    public Settings with(ValidityDate changed) {
        Change change = new Change();
        change.validityDate = changed;
        return change.done();
    }

    /** These settings with another part of a line that counts. */
    public Settings with(AwardBase changed) {
        Change change = new Change();
        change.awardBase = changed;
        return change.done();
    }

    /** These settings with further denominations. */
    public Settings withPoints(List<Denomination> changed) {
        Change change = new Change();
        change.points = changed;
        return change.done();
    }

    /** These settings with a user who approves offers. */
    public Settings withApprover(String user) {
        Change change = new Change();
        change.approver = Optional.of(user);
        return change.done();
    }

    /** These settings with another language of participants who have not said one. */
    public Settings withLanguage(String changed) {
        Change change = new Change();
        change.language = changed;
        return change.done();
    }

    /** These settings, evaluating financial achievements and sign-ups only in runs or also at once. */
    public Settings withStrictEvaluation(boolean strict) {
        Change change = new Change();
        change.strictEvaluation = strict;
        return change.done();
    }

    /** These settings with another way to spend. */
    public Settings with(SpendSettings changed) {
        Change change = new Change();
        change.spending = changed;
        return change.done();
    }

    /** These settings with other products that are never rewarded. */
    public Settings withNeverRewarded(ProductList changed) {
        Change change = new Change();
        change.neverRewarded = changed;
        return change.done();
    }

    /** These settings with other products that wallets never pay for. */
    public Settings withNeverPaid(ProductList changed) {
        Change change = new Change();
        change.neverPaid = changed;
        return change.done();
    }

    /** These settings with other choices about participants. */
    public Settings with(ParticipantSettings changed) {
        Change change = new Change();
        change.participants = changed;
        return change.done();
    }

    /** These settings, by which the units of tiers are counted in another way. */
    public Settings with(TierSettings changed) {
        Change change = new Change();
        change.tiers = changed;
        return change.done();
    }

    /** The currency or point denomination of this code, if the programme has it. */
    public Optional<Denomination> denomination(String code) {
        if (currency.code().equals(code)) {
            return Optional.of(currency);
        }
        return points.stream().filter(point -> point.code().equals(code)).findFirst();
    }

    /** What {@code award} is counted in: a percentage of the purchase in the currency of purchases. */
    public Denomination denominationOf(Award award) {
        return award.countedIn().orElse(currency);
    }

    private final class Change {
        private List<Denomination> points = Settings.this.points;
        private ResolutionMode resolution = Settings.this.resolution;
        private ValidityDate validityDate = Settings.this.validityDate;
        private AwardBase awardBase = Settings.this.awardBase;
        private String language = Settings.this.language;
        private Optional<String> approver = Settings.this.approver;
        private boolean strictEvaluation = Settings.this.strictEvaluation;
        private SpendSettings spending = Settings.this.spending;
        private ProductList neverRewarded = Settings.this.neverRewarded;
        private ProductList neverPaid = Settings.this.neverPaid;
        private ParticipantSettings participants = Settings.this.participants;
        private TierSettings tiers = Settings.this.tiers;

        Settings done() {
            return new Settings(
                    zone,
                    currency,
                    points,
                    rounding,
                    resolution,
                    maximumPercentage,
                    validityDate,
                    awardBase,
                    language,
                    approver,
                    strictEvaluation,
                    spending,
                    neverRewarded,
                    neverPaid,
                    participants,
                    tiers);
        }
    }
}
