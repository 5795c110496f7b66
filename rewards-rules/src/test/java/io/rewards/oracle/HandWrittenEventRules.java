package io.rewards.oracle;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Terms;
import io.rewards.decision.BehaviorCandidate;
import io.rewards.decision.Candidate;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.FinancialStatementsCandidate;
import io.rewards.decision.SubscriptionState;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.FriendsAward;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import io.rewards.oracle.HandWrittenRules.Opinion;
import io.rewards.organisation.Unit;
import io.rewards.participant.Address;
import io.rewards.participant.Email;
import io.rewards.participant.EmailField;
import io.rewards.participant.Phone;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Subscription;
import io.rewards.past.PastAward;
import io.rewards.rules.RandomShop;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the offers say that are not about purchases, worked out from the event, the account and the terms; only sentences
 * are taken from the candidate. For one thread. Source: domain 2.4 C7 to C17.
 */
final class HandWrittenEventRules {

    /** The ids of these rules. */
    static final Set<String> IDS = ids();

    private final Candidate candidate;
    private final Opinion opinion;
    private final CustomerEvent event;
    private final Account account;
    private final Profile profile;
    private final ZoneId zone;
    private final LocalDate today;

    HandWrittenEventRules(Candidate candidate, Opinion opinion) {
        this.candidate = candidate;
        this.opinion = opinion;
        event = candidate.situation().event();
        account = candidate.situation().account();
        profile = account.participant().profile();
        zone = candidate.situation().catalogue().settings().zone();
        today = event.performedOn().atZone(clock()).toLocalDate();
    }

    /** Whose clock says what day it is: that of the unit where something happened; a visit of a run happens nowhere. */
    private ZoneId clock() {
        if (!(event instanceof ParticipantVisited)) {
            for (Unit unit : candidate.situation().catalogue().programme().units()) {
                if (unit.code().equals(event.unit())) {
                    return unit.zone().orElse(zone);
                }
            }
        }
        return zone;
    }

    private static Set<String> ids() {
        Set<String> ids = new TreeSet<>(Set.of("BEH-010", "BEH-020", "BEH-080", "BEH-090", "ACH-010", "ACH-020"));
        ids.addAll(Set.of("ACH-030", "ACH-080", "ACH-090", "FAC-010", "FAC-020", "FAC-030", "FAC-040", "FAC-050"));
        ids.addAll(Set.of("FAC-080", "FAC-090", "FST-010", "FST-020", "FST-030", "FST-080", "FST-090", "REF-010"));
        ids.addAll(Set.of("REF-020", "SGN-010", "SGN-020", "SGN-030", "SGN-040", "SGN-050", "BDY-010", "BDY-020"));
        ids.addAll(Set.of("BDY-030", "BDY-040", "BDY-050", "BDY-060", "NMD-010", "NMD-020", "NMD-030", "NMD-040"));
        ids.addAll(Set.of("NMD-050", "NMD-060", "CPL-010", "CPL-020", "CPL-030", "MAT-010", "MAT-020", "MAT-030"));
        ids.addAll(Set.of(
                "MAT-040", "JMO-010", "JMO-020", "REF-030", "REF-040", "REF-050", "REF-060", "REF-070", "REF-080"));
        return ids;
    }

    void answer() {
        Terms terms = candidate.offer().terms();
        if (terms instanceof Terms.Behavior behavior) {
            behavior(behavior);
        } else if (terms instanceof Terms.Achievements achievements) {
            String achieved = event instanceof Achievement each ? each.classification() : "";
            achieved("ACH", achieved, achievements.achievements(), achievements.all(), true);
            limited("ACH", achievements.limit(), "", "participant");
        } else if (terms instanceof Terms.FinancialAchievements achievements) {
            financialAchievement(achievements);
        } else if (terms instanceof Terms.FinancialStatements statements) {
            financialStatement(statements);
        } else if (terms instanceof Terms.Referrals referrals) {
            referral(referrals);
        } else if (terms instanceof Terms.SignUps signUps) {
            signUp(signUps.requirePriorAward());
        } else if (terms instanceof Terms.Birthday) {
            yearly("BDY", profile.dateOfBirth().map(MonthDay::from), DeclineReason.BIRTHDAY_UNKNOWN);
        } else if (terms instanceof Terms.Completeness completeness) {
            completeness(completeness);
        } else if (terms instanceof Terms.NameDay) {
            yearly("NMD", profile.nameDay(), DeclineReason.NAME_DAY_UNKNOWN);
        } else if (terms instanceof Terms.SubscriptionMaturity maturity) {
            maturity(maturity);
        } else if (terms instanceof Terms.JustMoney) {
            String since = candidate
                    .offer()
                    .latestEffectiveDate()
                    .map(Instant::toString)
                    .orElse("");
            once("JMO-010", true, "JMO-020", since, "effective date of the offer");
        } else {
            throw new AssertionError("Unknown terms: " + terms);
        }
    }

    private void referral(Terms.Referrals terms) {
        String referred = "";
        Optional<FriendsAward> told = Optional.empty();
        if (event instanceof ReferredAwarded awarded) {
            referred = awarded.referred();
            told = awarded.award();
        }
        boolean earned = true;
        String type = told.map(FriendsAward::offerType).orElse("");
        Set<Classification> kinds = terms.qualifying().classifications();
        Set<String> types = terms.qualifying().types();
        boolean oneOfThem =
                kinds.stream().anyMatch(kind -> RandomShop.typeOf(kind).equals(type)) || types.contains(type);
        if (!oneOfThem && !(kinds.isEmpty() && types.isEmpty())) {
            String wanted = (kinds.isEmpty() ? "" : "classifications " + new TreeSet<>(kinds))
                    + (kinds.isEmpty() || types.isEmpty() ? "" : ", ")
                    + (types.isEmpty() ? "" : "types " + new TreeSet<>(types));
            opinion.decline("REF-030", DeclineReason.AWARD_NOT_QUALIFYING, Opinion.words(type), Opinion.words(wanted));
            earned = false;
        }
        Amount bought = told.flatMap(FriendsAward::purchase)
                .orElse(Amount.zero(candidate.situation().catalogue().settings().currency()));
        if (terms.minimumPurchase().isPresent()
                && bought.compareTo(terms.minimumPurchase().get()) < 0) {
            opinion.decline(
                    "REF-040",
                    DeclineReason.PURCHASE_TOO_SMALL,
                    Opinion.money(bought),
                    Opinion.money(terms.minimumPurchase().get()));
            earned = false;
        }
        if (told.isPresent()) {
            FriendsAward award = told.get();
            Instant over = terms.within()
                    .map(span -> span.after(award.referredOn(), zone))
                    .orElse(Instant.MAX);
            if (!event.performedOn().isBefore(over)) {
                opinion.decline(
                        "REF-050",
                        DeclineReason.AWARDED_TOO_LATE,
                        Opinion.moment(event.performedOn()),
                        Opinion.moment(over));
                earned = false;
            }
            if (earned && !award.completes().contains(candidate.offer().code())) {
                opinion.decline("REF-060", DeclineReason.EARLIER_AWARD_COUNTED);
                earned = false;
            }
            earned &= isNew(terms, award);
        }
        once("REF-010", earned, "REF-020", referred, "referred participant");
    }

    private boolean isNew(Terms.Referrals terms, FriendsAward award) {
        if (terms.newOnly().isEmpty()) {
            return true;
        }
        Instant from = terms.newOnly().get().before(award.referredOn(), zone);
        if (award.registeredOn().isBefore(from)) {
            opinion.decline(
                    "REF-070",
                    DeclineReason.REGISTERED_TOO_EARLY,
                    Opinion.moment(award.registeredOn()),
                    Opinion.moment(from));
        }
        award.awardedBefore()
                .ifPresent(on -> opinion.decline(
                        "REF-080",
                        DeclineReason.AWARDED_BEFORE_REFERRAL,
                        Opinion.moment(on),
                        Opinion.moment(award.referredOn())));
        return award.awardedBefore().isEmpty() && !award.registeredOn().isBefore(from);
    }

    private void behavior(Terms.Behavior terms) {
        String page = "";
        boolean listed = false;
        if (event instanceof SocialMediaLike like) {
            page = like.page();
            listed = terms.page().equals(Optional.of(page));
        } else if (event instanceof WebsiteVisit visit) {
            page = visit.url();
            listed = terms.website().equals(Optional.of(page));
        }
        if (listed) {
            opinion.grant("BEH-010");
        } else {
            BehaviorCandidate behavior = (BehaviorCandidate) candidate;
            opinion.decline(
                    "BEH-020",
                    DeclineReason.PAGE_NOT_LISTED,
                    Opinion.words(behavior.behavior()),
                    Opinion.words(behavior.behaviorWanted()));
        }
        limited("BEH", terms.limit(), page, "page or website");
    }

    private void achieved(String file, String achievement, Set<String> wanted, boolean all, boolean inRange) {
        Set<String> there = new TreeSet<>(Set.of(achievement));
        if (all) {
            for (Collected earlier : account.collectedFor(candidate.offer().code())) {
                if (!earlier.event().equals(event.key())) {
                    there.add(earlier.classification());
                }
            }
        }
        there.retainAll(wanted);
        if (!wanted.contains(achievement)) {
            opinion.decline(
                    file + "-020",
                    DeclineReason.ACHIEVEMENT_NOT_LISTED,
                    Opinion.words(achievement),
                    Opinion.words(wanted));
        } else if (inRange && (!all || there.size() == wanted.size())) {
            opinion.grant(file + "-010");
        } else if (inRange) {
            opinion.decline(
                    file + "-030", DeclineReason.ACHIEVEMENTS_MISSING, Opinion.words(there), Opinion.words(wanted));
        }
    }

    private void financialAchievement(Terms.FinancialAchievements terms) {
        String achievement = "";
        Amount amount = Amount.zero(candidate.situation().catalogue().settings().currency());
        if (event instanceof FinancialAchievement each) {
            achievement = each.classification();
            amount = each.amount();
        }
        boolean small = amount.compareTo(terms.from()) < 0;
        boolean large = terms.to().isPresent() && amount.compareTo(terms.to().get()) > 0;
        if (small) {
            opinion.decline(
                    "FAC-040", DeclineReason.AMOUNT_TOO_SMALL, Opinion.money(amount), Opinion.money(terms.from()));
        }
        if (large) {
            opinion.decline(
                    "FAC-050",
                    DeclineReason.AMOUNT_TOO_LARGE,
                    Opinion.money(amount),
                    Opinion.money(terms.to().get()));
        }
        achieved("FAC", achievement, terms.achievements(), terms.all(), !small && !large);
        limited("FAC", terms.limit(), "", "participant");
    }

    private void financialStatement(Terms.FinancialStatements terms) {
        String statement = event instanceof FinancialStatement each ? each.classification() : "";
        Map<String, BigDecimal> kpis = event instanceof FinancialStatement each ? each.kpis() : Map.of();
        boolean listed = terms.statements().isEmpty() || terms.statements().contains(statement);
        List<KpiCondition> missed = new ArrayList<>();
        for (KpiCondition condition : terms.kpis()) {
            boolean met = kpis.containsKey(condition.kpi());
            met = met
                    && (condition.from().isEmpty()
                            || kpis.get(condition.kpi())
                                            .compareTo(condition.from().get())
                                    >= 0);
            met = met
                    && (condition.to().isEmpty()
                            || kpis.get(condition.kpi())
                                            .compareTo(condition.to().get())
                                    <= 0);
            if (!met) {
                missed.add(condition);
            }
        }
        if (!listed) {
            opinion.decline(
                    "FST-020",
                    DeclineReason.STATEMENT_NOT_LISTED,
                    Opinion.words(statement),
                    Opinion.words(terms.statements()));
        }
        if (!missed.isEmpty()) {
            String found = ((FinancialStatementsCandidate) candidate).kpisFound();
            opinion.decline("FST-030", DeclineReason.KPIS_NOT_MET, Opinion.words(found), Opinion.words(missed));
        }
        if (listed && missed.isEmpty()) {
            opinion.grant("FST-010");
        }
        limited("FST", terms.limit(), "", "participant");
    }

    private void signUp(boolean afterAnAward) {
        boolean another = awards().stream()
                .anyMatch(award ->
                        award.isOwn() && !award.offer().equals(candidate.offer().code()));
        boolean signsUp = event instanceof ParticipantRegistered
                || (event instanceof SchemeSignUp signUp
                        && signUp.scheme().equals(candidate.offer().scheme()))
                || (afterAnAward && event instanceof FirstAward);
        if (!signsUp) {
            opinion.decline(
                    "SGN-030",
                    DeclineReason.NO_SIGN_UP,
                    Opinion.words(candidate.memberships()),
                    Opinion.words(candidate.scheme()));
        } else if (afterAnAward && !another) {
            opinion.decline("SGN-040", DeclineReason.PRIOR_AWARD_MISSING);
        }
        boolean earned = signsUp && (another || !afterAnAward);
        once(afterAnAward ? "SGN-020" : "SGN-010", earned, "SGN-050", "", "participant");
    }

    private void completeness(Terms.Completeness terms) {
        Map<String, Boolean> data = new TreeMap<>();
        if (terms.dateOfBirth()) {
            data.put("date of birth", profile.dateOfBirth().isPresent());
        }
        if (terms.nameDay()) {
            data.put("name day", profile.nameDay().isPresent());
        }
        List<Entry> addresses = new ArrayList<>();
        for (Address address : profile.addresses()) {
            addresses.add(
                    new Entry(address.type(), new HashSet<>(address.fields().keySet())));
        }
        List<Entry> phones = new ArrayList<>();
        for (Phone phone : profile.phones()) {
            phones.add(new Entry(phone.type(), new HashSet<>(phone.fields().keySet())));
        }
        List<Entry> emails = new ArrayList<>();
        for (Email email : profile.emails()) {
            emails.add(new Entry(email.type(), email.address().isBlank() ? Set.of() : Set.of(EmailField.ADDRESS)));
        }
        terms.addresses().ifPresent(demand -> look("address", demand, addresses, data));
        terms.phones().ifPresent(demand -> look("phone", demand, phones, data));
        terms.emails().ifPresent(demand -> look("e-mail", demand, emails, data));
        Set<String> given = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        data.forEach((words, there) -> (there ? given : missing).add(words));
        if (!missing.isEmpty()) {
            opinion.decline("CPL-020", DeclineReason.DATA_MISSING, Opinion.words(given), Opinion.words(missing));
        }
        once("CPL-010", missing.isEmpty(), "CPL-030", "", "participant");
    }

    private record Entry(Object type, Set<Object> fields) {}

    private static void look(String what, DataDemand<?, ?> demand, List<Entry> entries, Map<String, Boolean> data) {
        String with = demand.fields().isEmpty() ? "" : " with " + demand.fields();
        Set<Object> there = new HashSet<>();
        Set<Object> unfilled = new HashSet<>();
        for (Entry entry : entries) {
            there.add(entry.type());
            if (!entry.fields().containsAll(demand.fields())) {
                unfilled.add(entry.type());
            }
        }
        if (demand.types().isEmpty()) {
            data.put(what + with, !there.isEmpty() && unfilled.isEmpty());
        }
        demand.types()
                .forEach(type -> data.put(what + " " + type + with, there.contains(type) && !unfilled.contains(type)));
    }

    private void maturity(Terms.SubscriptionMaturity terms) {
        String id = "";
        if (event instanceof SubscriptionChanged changed) {
            id = changed.subscription();
        } else if (event instanceof ParticipantVisited visited) {
            id = visited.subscription().orElse("");
        }
        Subscription subscription = account.participant().subscriptions().get(id);
        SubscriptionState state = SubscriptionState.UNKNOWN;
        LocalDate since = LocalDate.MAX;
        if (subscription != null) {
            state = SubscriptionState.EFFECTIVE;
            since = subscription.startedOn().atZone(zone).toLocalDate();
            for (Subscription.Interruption gap : subscription.interruptions()) {
                state = gap.to().isEmpty() ? SubscriptionState.INTERRUPTED : state;
                LocalDate from = gap.from().atZone(zone).toLocalDate();
                LocalDate to = gap.to().map(on -> on.atZone(zone).toLocalDate()).orElse(from);
                since = from.plusDays(terms.maximumInterruption()).isBefore(to) ? to : since;
            }
            state = subscription.endedOn().isPresent() ? SubscriptionState.ENDED : state;
        }
        boolean mature = false;
        if (state != SubscriptionState.EFFECTIVE) {
            opinion.decline(
                    "MAT-020",
                    DeclineReason.SUBSCRIPTION_NOT_EFFECTIVE,
                    Opinion.words(state),
                    Opinion.words(SubscriptionState.EFFECTIVE));
        } else {
            LocalDate due = since.plus(
                    terms.period().count(),
                    ChronoUnit.valueOf(terms.period().unit().name()));
            mature = !due.isAfter(today);
            if (!mature) {
                opinion.decline("MAT-030", DeclineReason.NOT_MATURE, Opinion.day(today), Opinion.day(due));
            }
        }
        once("MAT-010", mature, "MAT-040", id, "subscription");
    }

    private void yearly(String file, Optional<MonthDay> known, DeclineReason unknown) {
        if (known.isEmpty()) {
            opinion.decline(file + "-020", unknown);
            return;
        }
        LocalDate latest = today;
        while (!falls(known.get(), latest)) {
            latest = latest.minusDays(1);
        }
        LocalDate next = today.plusDays(1);
        while (!falls(known.get(), next)) {
            next = next.plusDays(1);
        }
        boolean due = latest.isAfter(candidate.situation().since());
        if (due) {
            opinion.grant(file + "-010");
        } else {
            opinion.decline(file + "-030", DeclineReason.NOT_TODAY, Opinion.day(today), Opinion.day(next));
        }
        Optional<LocalDate> joined = account.participant()
                .membership(candidate.offer().scheme())
                .map(SchemeMembership::signedUpOn)
                .map(on -> on.atZone(zone).toLocalDate());
        if (due && joined.isPresent() && latest.isBefore(joined.get())) {
            opinion.decline(
                    file + "-040", DeclineReason.DAY_BEFORE_SIGN_UP, Opinion.day(latest), Opinion.day(joined.get()));
        }
        Optional<LocalDate> last = awardsOfOffer()
                .map(award -> LocalDate.parse(award.subject().text()))
                .max(LocalDate::compareTo);
        if (last.isPresent() && last.get().getYear() == latest.getYear()) {
            opinion.decline(
                    file + "-050", DeclineReason.ALREADY_AWARDED, Opinion.day(last.get()), Opinion.words("year"));
        } else if (last.isPresent() && latest.isBefore(last.get().plusDays(364))) {
            opinion.decline(
                    file + "-060",
                    DeclineReason.TOO_SOON_AFTER_LAST,
                    Opinion.day(latest),
                    Opinion.day(last.get().plusDays(364)));
        }
    }

    private static boolean falls(MonthDay day, LocalDate date) {
        boolean leapDay = day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == 29;
        int wanted = leapDay && !Year.isLeap(date.getYear()) ? 28 : day.getDayOfMonth();
        return date.getMonth() == day.getMonth() && date.getDayOfMonth() == wanted;
    }

    private void once(String grant, boolean earned, String decline, String subject, String what) {
        Optional<Instant> last = lastAward(subject);
        if (last.isPresent()) {
            opinion.decline(decline, DeclineReason.ALREADY_AWARDED, Opinion.moment(last.get()), Opinion.words(what));
        } else if (earned) {
            opinion.grant(grant);
        }
    }

    private void limited(String file, AwardLimit limit, String subject, String what) {
        Optional<Instant> last = lastAward(subject);
        if (last.isEmpty()) {
            return;
        }
        switch (limit.number()) {
            case MULTIPLE -> {}
            case ONLY_ONE ->
                opinion.decline(
                        file + "-080", DeclineReason.ALREADY_AWARDED, Opinion.moment(last.get()), Opinion.words(what));
            case ONLY_ONE_PER_PERIOD -> {
                TimeSpan period = limit.period().orElseThrow();
                if (last.get().isAfter(period.before(event.performedOn(), zone))) {
                    opinion.decline(
                            file + "-090",
                            DeclineReason.AWARDED_IN_PERIOD,
                            Opinion.moment(event.performedOn()),
                            Opinion.moment(next(last.get(), period)));
                }
            }
        }
    }

    /** The end of the period, or where a shorter month cuts it off, the first midnight that has the period behind it. */
    private Instant next(Instant last, TimeSpan period) {
        Instant next = period.after(last, zone);
        while (period.before(next, zone).isBefore(last)) {
            next = next.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        return next;
    }

    private Optional<Instant> lastAward(String subject) {
        return awardsOfOffer()
                .filter(award -> award.subject().text().equals(subject))
                .map(PastAward::on)
                .max(Instant::compareTo);
    }

    private Stream<PastAward> awardsOfOffer() {
        return awards().stream()
                .filter(award -> award.offer().equals(candidate.offer().code()));
    }

    /** Everything that stands, in a list. */
    private List<PastAward> awards() {
        return candidate.situation().past().inheritance().awards();
    }
}
