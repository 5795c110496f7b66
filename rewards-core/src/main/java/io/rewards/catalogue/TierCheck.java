package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Finds what makes no sense about the tiers of a programme. Source: domain 8.4. */
final class TierCheck {

    private static final int MOST_DAYS = 366;

    private final Programme programme;
    private final Problems problems;

    TierCheck(Programme programme, Problems problems) {
        this.programme = programme;
        this.problems = problems;
    }

    void check() {
        settings(programme.settings().tiers());
        List<Tier> tiers = programme.tiers();
        boolean units = tiers.stream().anyMatch(Tier::hasUnits)
                || programme.settings().tiers().owner().equals(Optional.of(TierOwner.ENGINE));
        Optional<Tier> below = Optional.empty();
        for (Tier tier : tiers) {
            String path = PartKind.TIER.path(tier.code());
            if (units) {
                withUnits(path, tier);
            } else {
                withoutUnits(path, tier);
            }
            below.ifPresent(lower -> ascends(path, lower, tier));
            below = Optional.of(tier).filter(Tier::hasUnits);
        }
    }

    private void withUnits(String path, Tier tier) {
        problems.unless(
                tier.hasUnits(),
                path + ".reach",
                "A tier must have reach, as long as another tier has it or the engine" + " owns the tiers.");
        problems.unless(
                tier.period().isPresent() || !tier.hasUnits(),
                path + ".period",
                "A tier with reach must have a period.");
        tier.period()
                .ifPresent(period -> problems.unless(
                        period.unit().isCalendar(),
                        path + ".period",
                        "The period (" + period
                                + ") must be counted in days or longer, because a tier is reviewed at the"
                                + " start of a day."));
        tier.reach()
                .ifPresent(reach ->
                        problems.unless(reach >= 0, path + ".reach", "The reach (" + reach + ") must be 0 or above."));
        tier.keep().ifPresent(keep -> {
            problems.unless(keep >= 0, path + ".keep", "The keep (" + keep + ") must be 0 or above.");
            tier.reach()
                    .ifPresent(reach -> problems.unless(
                            keep <= reach,
                            path + ".keep",
                            "The keep (" + keep + ") must be at most the reach (" + reach + ")."));
        });
    }

    private void withoutUnits(String path, Tier tier) {
        String only = " is only for a tier with reach.";
        problems.unless(tier.keep().isEmpty(), path + ".keep", "The keep" + only);
        problems.unless(tier.period().isEmpty(), path + ".period", "The period" + only);
        problems.unless(tier.falls() == TierFall.ONE_LEVEL, path + ".falls", "The falls" + only);
    }

    private void ascends(String path, Tier lower, Tier tier) {
        tier.reach()
                .ifPresent(reach -> problems.unless(
                        reach > lower.reached(),
                        path + ".reach",
                        "The reach (" + reach + ") must be above that of the tier before it (" + lower.code() + ": "
                                + lower.reached() + "). Tiers stand lowest first."));
    }

    private void settings(TierSettings settings) {
        settings.unit().ifPresent(this::unit);
        settings.atRiskDays()
                .ifPresent(days -> problems.unless(
                        days >= 1 && days <= MOST_DAYS,
                        "settings.tiers.atRiskDays",
                        "The atRiskDays (" + days + ") must be 1 to " + MOST_DAYS + "."));
    }

    private void unit(Amount unit) {
        String path = "settings.tiers.unit";
        problems.unless(
                unit.denomination().equals(programme.settings().currency()),
                path,
                "The unit (" + unit + ") must be in " + programme.settings().currency()
                        + ", the currency of purchases.");
        problems.unless(unit.isPositive(), path, "The unit (" + unit + ") must be above 0.");
    }
}
