package io.rewards.oracle;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.DeclineReason;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is agreed at a unit, worked out anew for every question by walking from the unit up its groups. Source: domain 7.1 to
 * 7.3, 7.5.
 */
public final class NaiveAgreement {

    private static final Set<Classification> WITHOUT_PARTNERS = Set.of(
            Classification.REWARD_ON_BIRTHDAY,
            Classification.REWARD_PERSONAL_DATA_COMPLETENESS,
            Classification.REWARD_ON_NAME_DAY,
            Classification.REWARD_SUBSCRIPTION_MATURITY,
            Classification.JUST_MONEY);

    private final Programme programme;
    private final String unit;
    private final List<Agreement> heard = new ArrayList<>();
    private boolean stopped;

    public NaiveAgreement(Programme programme, String unit) {
        this.programme = programme;
        this.unit = unit;
        for (Agreement agreement : programme.agreements()) {
            if (agreement.unit().equals(unit)) {
                heard.add(agreement);
                stopped = agreement.state() == AgreementState.NOT_EFFECTIVE;
            }
        }
        for (String group : groupsOf(unit)) {
            for (Agreement agreement : programme.agreements()) {
                if (agreement.group().equals(group) && agreement.state() == AgreementState.EFFECTIVE) {
                    heard.add(agreement);
                }
            }
        }
    }

    /** True where anything is agreed. */
    public boolean isThere() {
        return !heard.isEmpty();
    }

    /** The agreements that have a say, the one that comes first first. */
    public List<Agreement> heard() {
        return heard;
    }

    /** True where the unit's own agreement is not effective. */
    public boolean isStopped() {
        return stopped;
    }

    /** What the first agreement says that says anything. */
    public <T> Optional<T> said(Function<AgreementTerms, Optional<T>> field) {
        for (Agreement agreement : heard) {
            Optional<T> said = field.apply(agreement.terms());
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    /** Why an event of somebody who registered at this unit is not awarded by {@code offer}. */
    public Set<DeclineReason> against(Offer offer, String registeredAt) {
        Set<DeclineReason> reasons = new TreeSet<>();
        if (!isThere() || WITHOUT_PARTNERS.contains(offer.classification())) {
            return reasons;
        }
        if (stopped) {
            return Set.of(DeclineReason.AGREEMENT_NOT_EFFECTIVE);
        }
        if (!has(AgreementTerms::schemes, offer.scheme())) {
            reasons.add(DeclineReason.NOT_A_SCHEME_OF_THE_MERCHANT);
        }
        if (!has(AgreementTerms::classifications, offer.classification())
                || !has(AgreementTerms::types, offer.type())) {
            reasons.add(DeclineReason.CLASSIFICATION_NOT_AGREED);
        }
        boolean own = isOwn(registeredAt);
        if (own && !said(terms -> terms.awards().own()).orElse(true)) {
            reasons.add(DeclineReason.OWN_PARTICIPANT);
        }
        if (!own && !said(terms -> terms.awards().others()).orElse(true)) {
            reasons.add(DeclineReason.PARTICIPANT_OF_ANOTHER);
        }
        return reasons;
    }

    /** True where somebody who registered at this unit can pay in this way. */
    public boolean paysBy(SpendMethod method, String registeredAt) {
        boolean welcome = isOwn(registeredAt)
                ? said(terms -> terms.spends().own()).orElse(true)
                : said(terms -> terms.spends().others()).orElse(true);
        return !stopped && welcome && has(AgreementTerms::spendMethods, method);
    }

    /** True where money of this scheme is taken. */
    public boolean takesMoneyOf(String scheme) {
        return scheme.isEmpty() || has(AgreementTerms::schemes, scheme);
    }

    /** True where somebody who registered at this unit can sign up to this scheme. */
    public boolean signsUp(String scheme, String registeredAt) {
        boolean welcome = isOwn(registeredAt)
                ? said(terms -> terms.signUps().own()).orElse(true)
                : said(terms -> terms.signUps().others()).orElse(true);
        return !stopped && welcome && has(AgreementTerms::schemes, scheme);
    }

    /** True where a purchase of somebody who registered at this unit may be sent. */
    public boolean sends(String registeredAt) {
        boolean welcome = isOwn(registeredAt)
                ? said(terms -> terms.purchases().own()).orElse(true)
                : said(terms -> terms.purchases().others()).orElse(true);
        return stopped || welcome;
    }

    private <T> boolean has(Function<AgreementTerms, Optional<Set<T>>> field, T one) {
        Set<T> said = said(field).orElse(Set.of());
        return said.isEmpty() || said.contains(one);
    }

    /** True for a unit in the same group as this one, or below it. */
    boolean isOwn(String registeredAt) {
        List<String> around = groupsOf(unit);
        return registeredAt.equals(unit)
                || (!around.isEmpty() && groupsOf(registeredAt).contains(around.get(0)));
    }

    private List<String> groupsOf(String code) {
        List<String> groups = new ArrayList<>();
        String at = "";
        for (Unit each : programme.units()) {
            at = each.code().equals(code) ? each.group() : at;
        }
        while (!at.isEmpty()) {
            groups.add(at);
            String here = at;
            for (UnitGroup group : programme.groups()) {
                if (group.code().equals(here)) {
                    at = group.parent();
                }
            }
        }
        return groups;
    }
}
