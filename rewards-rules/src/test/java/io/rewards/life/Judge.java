package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.NumberOfAwards;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.FriendsAward;
import io.rewards.event.LineKind;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import io.rewards.life.Person.Counted;
import io.rewards.life.Person.Past;
import io.rewards.participant.Address;
import io.rewards.participant.Phone;
import io.rewards.participant.Profile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Decides one offer for one look, as the domain says it and without a thought for speed. Source: domain 2.3, 2.4, 3.4,
 * 3.5. For one thread.
 */
final class Judge {

    /** What an offer says to a look. */
    sealed interface Ruling {

        /** The offer awards nothing, for a reason that has nothing to do with counting. */
        record No() implements Ruling {}

        /** The event counts, but more are needed. */
        record NotYet(List<Counted> left) implements Ruling {}

        /**
         * The offer awards.
         *
         * @param subject what for
         * @param kept what stays counted when another offer is preferred
         * @param left what stays counted when this one awards
         */
        record Yes(BigDecimal amount, String subject, Optional<List<Counted>> kept, List<Counted> left)
                implements Ruling {}
    }

    private static final Ruling NO = new Ruling.No();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Programme programme;

    Judge(Programme programme) {
        this.programme = programme;
    }

    /** Offers that are on, belong to a scheme of the person, wait for such an event, and are for its place and goods. */
    List<Offer> possible(Look look) {
        return possible(look, true);
    }

    /** Until when each of the offers has time for an event, and each that a sign-up of which the host tells late could bring. */
    Map<String, Instant> awaited(List<Offer> open, Look look) {
        List<Offer> all = new ArrayList<>(open);
        possible(look, false).stream()
                .filter(offer -> offer.conditions().maximumUnprocessed().isPresent() && inTime(offer, look))
                .forEach(all::add);
        Map<String, Instant> awaited = new TreeMap<>();
        for (Offer offer : all) {
            if (!isAboutPeople(offer.classification()) && !isAboutSubscriptions(offer.classification())) {
                awaited.put(
                        offer.code(),
                        offer.conditions()
                                .maximumUnprocessed()
                                .map(limit -> When.after(look.on(), limit))
                                .orElse(Instant.MAX));
            }
        }
        return awaited;
    }

    /** True for an offer that is on, as its scheme is. */
    boolean isOn(Offer offer) {
        return offer.state() == OfferState.EFFECTIVE && scheme(offer).state() == SchemeState.EFFECTIVE;
    }

    private List<Offer> possible(Look look, boolean member) {
        List<Offer> possible = new ArrayList<>();
        for (Offer offer : programme.offers()) {
            if (isOn(offer)
                    && look.person().joined.containsKey(offer.scheme()) == member
                    && waitsFor(offer.classification(), look)
                    && unitListed(offer, look.unit())
                    && (!offer.classification().isAboutPurchases() || goods(offer, look))) {
                possible.add(offer);
            }
        }
        possible.sort(Comparator.comparingLong(Offer::number));
        return possible;
    }

    /** An offer that names no products is asked about every purchase, also about one of fees only. */
    private static boolean goods(Offer offer, Look look) {
        return ((offer.conditions().products().namesNone()
                                && offer.terms().sets().isEmpty())
                        || !qualifying(offer, look).isEmpty())
                && !(offer.validity() instanceof OfferValidity.SpecificPeriods specific
                        && !When.inOneOf(specific, look.on(), look.clock()));
    }

    /** True when an offer of this classification is decided by such a look. */
    static boolean waitsFor(Classification classification, Look look) {
        if (look.event().isEmpty()) {
            return look.subscription().isPresent()
                    ? isAboutSubscriptions(classification)
                    : isAboutPeople(classification);
        }
        CustomerEvent event = look.event().get();
        return switch (classification) {
            case UTILISE_FREE_CAPACITY,
                    INCREASE_REVENUE_TRANSACTION_BASED,
                    INCREASE_REVENUE_PRODUCT_BASED,
                    REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED,
                    REWARD_LOYALTY_TRANSACTION_NUMBER_BASED,
                    REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> event instanceof Purchase;
            case REWARD_BEHAVIOR -> event instanceof SocialMediaLike || event instanceof WebsiteVisit;
            case REWARD_ACHIEVEMENTS -> event instanceof Achievement;
            case REWARD_FINANCIAL_ACHIEVEMENTS -> event instanceof FinancialAchievement;
            case REWARD_FINANCIAL_STATEMENTS -> event instanceof FinancialStatement;
            case REWARD_REFERRALS -> event instanceof ReferredAwarded;
            case REWARD_SIGN_UPS ->
                event instanceof SchemeSignUp || event instanceof FirstAward || event instanceof ParticipantRegistered;
            case REWARD_ON_BIRTHDAY, REWARD_PERSONAL_DATA_COMPLETENESS, REWARD_ON_NAME_DAY, JUST_MONEY ->
                !look.inRun()
                        && (event instanceof ParticipantRegistered
                                || event instanceof ProfileChanged
                                || event instanceof SegmentChanged);
            case REWARD_SUBSCRIPTION_MATURITY -> !look.inRun() && event instanceof SubscriptionChanged;
        };
    }

    static boolean isAboutPeople(Classification classification) {
        return switch (classification) {
            case REWARD_ON_BIRTHDAY, REWARD_PERSONAL_DATA_COMPLETENESS, REWARD_ON_NAME_DAY, JUST_MONEY -> true;
            default -> false;
        };
    }

    static boolean isAboutSubscriptions(Classification classification) {
        return classification == Classification.REWARD_SUBSCRIPTION_MATURITY;
    }

    Ruling rule(Offer offer, Look look) {
        return look.inRun() || offer.evaluation() == EvaluationMethod.BATCH_AND_INTERACTIVE
                ? meets(offer, look) ? byClassification(offer, look) : NO
                : NO;
    }

    // Shared conditions.

    private boolean meets(Offer offer, Look look) {
        Person person = look.person();
        AwardConditions wanted = offer.conditions();
        Instant joined = person.joined.get(offer.scheme());
        return joined != null
                && !look.on().isBefore(joined)
                && (!offer.classification().isAboutPurchases()
                        || !qualifying(offer, look).isEmpty())
                && (wanted.segmentsIncluded().isEmpty() || isInOneOf(wanted.segmentsIncluded(), person))
                && !isInOneOf(wanted.segmentsExcluded(), person)
                && (wanted.tiers().isEmpty() || wanted.tiers().contains(person.profile.tier()))
                && livesIn(wanted.locations(), person)
                && When.valid(offer, tested(offer, look), look)
                && !look.day().isBefore(wanted.period().from())
                && !look.day().isAfter(wanted.period().through())
                && When.open(wanted.times(), look.wallClock())
                && inTime(offer, look)
                && paidRight(offer, look)
                && (wanted.promoCodes().isEmpty() || wanted.promoCodes().contains(look.promoCode()))
                && unitListed(offer, look.unit())
                && couldBeSpent(offer, look);
    }

    static boolean inTime(Offer offer, Look look) {
        return offer.conditions()
                .maximumUnprocessed()
                .filter(limit -> look.now().isAfter(When.after(look.on(), limit)))
                .isEmpty();
    }

    /** A birthday or name day that runs have missed has its own date, at the time of the run; all else that of the look. */
    static Instant dated(Offer offer, Look look) {
        Profile profile = look.person().profile;
        Optional<MonthDay> yearly = switch (offer.classification()) {
            case REWARD_ON_BIRTHDAY -> profile.dateOfBirth().map(MonthDay::from);
            case REWARD_ON_NAME_DAY -> profile.nameDay();
            default -> Optional.empty();
        };
        return yearly.flatMap(day -> When.lately(day, look.since(), look.day()))
                .filter(day -> day.isBefore(look.day()))
                .map(day -> look.on()
                        .atZone(Island.ZONE)
                        .toLocalTime()
                        .atDate(day)
                        .atZone(Island.ZONE)
                        .toInstant())
                .orElse(look.on());
    }

    private static Instant tested(Offer offer, Look look) {
        return switch (offer.classification()) {
            case REWARD_SIGN_UPS -> look.person().joined.get(offer.scheme());
            case REWARD_PERSONAL_DATA_COMPLETENESS ->
                offer.validity() instanceof OfferValidity.BirthdayPeriod
                                || offer.validity() instanceof OfferValidity.NameDayPeriod
                        ? look.on()
                        : look.person().registeredOn;
            default -> dated(offer, look);
        };
    }

    private boolean isInOneOf(Set<String> segments, Person person) {
        for (String segment : segments) {
            boolean in = switch (segment) {
                case "AWARDED" ->
                    person.awards.stream()
                            .anyMatch(award -> award.offer().scheme().equals("CAFE"));
                case "SPENDERS" -> person.spentFrom.contains("CLUB") || person.spentFrom.contains("CAFE");
                default -> person.profile.segments().contains(segment);
            };
            if (in) {
                return true;
            }
        }
        return false;
    }

    private static boolean livesIn(Locations wanted, Person person) {
        if (wanted.areas().isEmpty()
                && wanted.cities().isEmpty()
                && wanted.districts().isEmpty()) {
            return true;
        }
        for (Address address : person.profile.addresses()) {
            if (address.active()
                    && (wanted.areas().contains(address.area())
                            || wanted.cities().contains(address.city())
                            || wanted.districts().contains(address.district()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean paidRight(Offer offer, Look look) {
        Set<String> brands = offer.conditions().paymentMedia().brands();
        Set<String> types = offer.conditions().paymentMedia().types();
        return (brands.isEmpty() && types.isEmpty())
                || (look.event().orElse(null) instanceof Purchase purchase
                        && (brands.contains(purchase.paymentMedium().brand())
                                || types.contains(purchase.paymentMedium().type())));
    }

    private static boolean unitListed(Offer offer, String unit) {
        Set<String> units = offer.conditions().units();
        Set<String> groups = offer.conditions().groups();
        List<String> around = switch (unit) {
            case "HARBOUR" -> List.of("CITY", "ISLAND");
            case "MARKET" -> List.of("ISLAND");
            case "AIRPORT" -> List.of("ABROAD");
            default -> List.of();
        };
        return (units.isEmpty() && groups.isEmpty())
                || units.contains(unit)
                || around.stream().anyMatch(groups::contains);
    }

    private boolean couldBeSpent(Offer offer, Look look) {
        AwardValidity validity = validity(offer);
        Instant from = When.spendableFrom(validity, dated(offer, look));
        return When.spendableTo(validity, dated(offer, look))
                .filter(to -> !from.isBefore(to))
                .isEmpty();
    }

    AwardValidity validity(Offer offer) {
        return offer.awardValidity().orElse(scheme(offer).awardValidity());
    }

    private Scheme scheme(Offer offer) {
        return programme.schemes().stream()
                .filter(scheme -> scheme.code().equals(offer.scheme()))
                .findFirst()
                .orElseThrow();
    }

    // What each classification asks for.

    private Ruling byClassification(Offer offer, Look look) {
        return switch (offer.classification()) {
            case UTILISE_FREE_CAPACITY -> yes(offer, look, base(offer, look), BigDecimal.ONE, "");
            case INCREASE_REVENUE_TRANSACTION_BASED -> revenue(offer, look);
            case INCREASE_REVENUE_PRODUCT_BASED -> {
                boolean each = ((Terms.ProductRevenue) offer.terms()).scope() == AwardScope.PER_TRANSACTION_ITEM
                        && offer.award() instanceof Award.FixedAmount;
                if (offer.terms().sets().isPresent()) {
                    yield meals(offer, look);
                }
                yield yes(offer, look, base(offer, look), each ? pieces(offer, look) : BigDecimal.ONE, "");
            }
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED,
                    REWARD_LOYALTY_TRANSACTION_NUMBER_BASED,
                    REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> loyalty(offer, look);
            case REWARD_BEHAVIOR -> behavior(offer, look);
            case REWARD_ACHIEVEMENTS -> {
                Terms.Achievements terms = (Terms.Achievements) offer.terms();
                String achieved = ((Achievement) look.event().orElseThrow()).classification();
                yield achieved(offer, look, achieved, terms.achievements(), terms.all(), terms.limit());
            }
            case REWARD_FINANCIAL_ACHIEVEMENTS -> {
                Terms.FinancialAchievements terms = (Terms.FinancialAchievements) offer.terms();
                FinancialAchievement event = (FinancialAchievement) look.event().orElseThrow();
                boolean within = event.amount().compareTo(terms.from()) >= 0
                        && terms.to()
                                .filter(to -> event.amount().compareTo(to) > 0)
                                .isEmpty();
                yield within
                        ? achieved(
                                offer, look, event.classification(), terms.achievements(), terms.all(), terms.limit())
                        : NO;
            }
            case REWARD_FINANCIAL_STATEMENTS -> statement(offer, look);
            case REWARD_REFERRALS -> referral(offer, look);
            case REWARD_SIGN_UPS -> signUp(offer, look);
            case REWARD_ON_BIRTHDAY ->
                yearly(offer, look, look.person().profile.dateOfBirth().map(MonthDay::from));
            case REWARD_PERSONAL_DATA_COMPLETENESS ->
                isComplete((Terms.Completeness) offer.terms(), look.person().profile) ? once(offer, look, "") : NO;
            case REWARD_ON_NAME_DAY -> yearly(offer, look, look.person().profile.nameDay());
            case REWARD_SUBSCRIPTION_MATURITY -> {
                Terms.SubscriptionMaturity terms = (Terms.SubscriptionMaturity) offer.terms();
                String subscription = look.subscription().orElseThrow();
                boolean mature = When.mature(
                        look.person().subscriptions.get(subscription),
                        terms.period(),
                        terms.maximumInterruption(),
                        look.day());
                yield mature ? once(offer, look, subscription) : NO;
            }
            case JUST_MONEY ->
                once(offer, look, offer.latestEffectiveDate().orElseThrow().toString());
        };
    }

    private Ruling meals(Offer offer, Look look) {
        Meals meals = Meals.of(offer.terms().sets().orElseThrow(), qualifying(offer, look));
        BigDecimal times =
                offer.award() instanceof Award.FixedAmount ? BigDecimal.valueOf(meals.number()) : BigDecimal.ONE;
        return meals.number() == 0 ? NO : yes(offer, look, base(meals.lines()), times, "");
    }

    private Ruling revenue(Offer offer, Look look) {
        Terms.TransactionRevenue terms = (Terms.TransactionRevenue) offer.terms();
        BigDecimal base = base(offer, look);
        boolean within = base.compareTo(terms.from().decimal()) >= 0
                && terms.to().filter(to -> base.compareTo(to.decimal()) > 0).isEmpty();
        return within ? yes(offer, look, base, BigDecimal.ONE, "") : NO;
    }

    private Ruling referral(Offer offer, Look look) {
        Terms.Referrals terms = (Terms.Referrals) offer.terms();
        FriendsAward award =
                ((ReferredAwarded) look.event().orElseThrow()).award().orElseThrow();
        boolean fresh = terms.newOnly().isEmpty()
                || (award.awardedBefore().isEmpty()
                        && !award.registeredOn()
                                .isBefore(When.before(
                                        award.referredOn(), terms.newOnly().get())));
        return fresh && award.completes().contains(offer.code()) ? once(offer, look, look.referred()) : NO;
    }

    private Ruling loyalty(Offer offer, Look look) {
        CustomerEvent event = look.event().orElseThrow();
        List<Counted> all = new ArrayList<>(look.person().counted.getOrDefault(offer.code(), List.of()));
        Count count;
        if (offer.terms() instanceof Terms.SpendLoyalty terms) {
            Counted now = new Counted(event.key(), look.on(), base(offer, look), "");
            count = Count.of(all, now, terms.target().decimal(), terms.period(), terms.excess() == TargetExcess.CARRY);
        } else if (offer.terms() instanceof Terms.CountLoyalty terms) {
            // What costs nothing is no visit; no offer of the story says a least purchase.
            if (base(offer, look).signum() == 0) {
                return NO;
            }
            Counted now = new Counted(event.key(), look.on(), BigDecimal.ONE, "");
            count = Count.of(all, now, BigDecimal.valueOf(terms.target()), terms.period(), false);
        } else {
            Terms.QuantityLoyalty terms = (Terms.QuantityLoyalty) offer.terms();
            Counted now = new Counted(event.key(), look.on(), pieces(offer, look), "");
            count = Count.of(all, now, BigDecimal.valueOf(terms.target()), terms.period(), true);
        }
        return count.reached()
                ? new Ruling.Yes(
                        amount(offer, look, count.used(), count.times()), "", Optional.of(count.kept()), count.left())
                : new Ruling.NotYet(count.kept());
    }

    private Ruling behavior(Offer offer, Look look) {
        Terms.Behavior terms = (Terms.Behavior) offer.terms();
        CustomerEvent event = look.event().orElseThrow();
        boolean liked = event instanceof SocialMediaLike;
        String page = event instanceof SocialMediaLike like ? like.page() : ((WebsiteVisit) event).url();
        boolean wanted =
                (liked ? terms.page() : terms.website()).filter(page::equals).isPresent();
        return wanted && mayAward(offer, look, terms.limit(), page)
                ? yes(offer, look, BigDecimal.ZERO, BigDecimal.ONE, page)
                : NO;
    }

    private Ruling achieved(Offer offer, Look look, String what, Set<String> wanted, boolean all, AwardLimit limit) {
        if (!wanted.contains(what) || !mayAward(offer, look, limit, "")) {
            return NO;
        }
        if (!all) {
            return yes(offer, look, BigDecimal.ZERO, BigDecimal.ONE, "");
        }
        List<Counted> kept = new ArrayList<>(look.person().counted.getOrDefault(offer.code(), List.of()));
        kept.add(new Counted(look.event().orElseThrow().key(), look.on(), BigDecimal.ONE, what));
        kept.sort(Counted.BY_DATE);
        Set<String> used = new HashSet<>();
        List<Counted> left = new ArrayList<>();
        for (Counted each : kept) {
            if (!used.add(each.what())) {
                left.add(each);
            }
        }
        return used.containsAll(wanted)
                ? new Ruling.Yes(amount(offer, look, BigDecimal.ZERO, BigDecimal.ONE), "", Optional.of(kept), left)
                : new Ruling.NotYet(kept);
    }

    private Ruling statement(Offer offer, Look look) {
        Terms.FinancialStatements terms = (Terms.FinancialStatements) offer.terms();
        FinancialStatement statement = (FinancialStatement) look.event().orElseThrow();
        boolean about = terms.statements().isEmpty() || terms.statements().contains(statement.classification());
        for (KpiCondition condition : terms.kpis()) {
            BigDecimal value = statement.kpis().get(condition.kpi());
            about = about
                    && value != null
                    && condition
                            .from()
                            .filter(from -> value.compareTo(from) < 0)
                            .isEmpty()
                    && condition.to().filter(to -> value.compareTo(to) > 0).isEmpty();
        }
        return about && mayAward(offer, look, terms.limit(), "")
                ? yes(offer, look, BigDecimal.ZERO, BigDecimal.ONE, "")
                : NO;
    }

    private Ruling signUp(Offer offer, Look look) {
        CustomerEvent event = look.event().orElseThrow();
        boolean prior = ((Terms.SignUps) offer.terms()).requirePriorAward();
        boolean signsUp = event instanceof SchemeSignUp signUp
                ? signUp.scheme().equals(offer.scheme())
                : event instanceof ParticipantRegistered || prior;
        boolean awarded = look.person().awards.stream()
                .anyMatch(past -> !past.offer().code().equals(offer.code()));
        return signsUp && (!prior || awarded) ? once(offer, look, "") : NO;
    }

    private Ruling yearly(Offer offer, Look look, Optional<MonthDay> day) {
        Optional<LocalDate> found = day.flatMap(yearly -> When.lately(yearly, look.since(), look.day()));
        Instant joined = look.person().joined.get(offer.scheme());
        if (found.isEmpty() || found.get().isBefore(When.day(joined))) {
            return NO;
        }
        for (Past past : look.person().given(offer)) {
            LocalDate earlier = LocalDate.parse(past.subject());
            if (earlier.getYear() == found.get().getYear() || found.get().isBefore(earlier.plusDays(364))) {
                return NO;
            }
        }
        return yes(offer, look, BigDecimal.ZERO, BigDecimal.ONE, found.get().toString());
    }

    private static boolean isComplete(Terms.Completeness terms, Profile profile) {
        return (!terms.dateOfBirth() || profile.dateOfBirth().isPresent())
                && (!terms.nameDay() || profile.nameDay().isPresent())
                && terms.addresses()
                        .filter(demand -> !hasAll(
                                demand.types(),
                                profile.addresses(),
                                Address::type,
                                address -> address.fields().keySet().containsAll(demand.fields())))
                        .isEmpty()
                && terms.phones()
                        .filter(demand -> !hasAll(
                                demand.types(),
                                profile.phones(),
                                Phone::type,
                                phone -> phone.fields().keySet().containsAll(demand.fields())))
                        .isEmpty()
                && terms.emails()
                        .filter(demand -> profile.emails().isEmpty()
                                || profile.emails().stream()
                                        .anyMatch(email -> email.address().isBlank()))
                        .isEmpty();
    }

    /** One entry of each type or more, and all of them filled. */
    private static <T, E> boolean hasAll(Set<T> types, List<E> entries, Function<E, T> typeOf, Predicate<E> isFilled) {
        return types.stream().allMatch(type -> {
            List<E> asked = entries.stream()
                    .filter(entry -> typeOf.apply(entry) == type)
                    .toList();
            return !asked.isEmpty() && asked.stream().allMatch(isFilled);
        });
    }

    private Ruling once(Offer offer, Look look, String subject) {
        boolean before = look.person().given(offer).stream()
                .anyMatch(past -> past.subject().equals(subject));
        return before ? NO : yes(offer, look, BigDecimal.ZERO, BigDecimal.ONE, subject);
    }

    private static boolean mayAward(Offer offer, Look look, AwardLimit limit, String subject) {
        for (Past past : look.person().given(offer)) {
            if (past.subject().equals(subject)) {
                boolean barred = limit.number() == NumberOfAwards.ONLY_ONE
                        || limit.period()
                                .filter(period -> past.on().isAfter(When.before(look.on(), period)))
                                .isPresent();
                if (barred) {
                    return false;
                }
            }
        }
        return true;
    }

    private Ruling yes(Offer offer, Look look, BigDecimal base, BigDecimal times, String subject) {
        return new Ruling.Yes(amount(offer, look, base, times), subject, Optional.empty(), List.of());
    }

    // What it is worth.

    static List<PurchaseLine> qualifying(Offer offer, Look look) {
        ProductSelection wanted = offer.conditions().products();
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : look.lines()) {
            String type = Map.of("COFFEE", "DRINK", "CAKE", "FOOD", "LAMP", "HARDWARE")
                    .getOrDefault(line.product(), "");
            String family = Map.of("DRINK", "CAFETERIA", "FOOD", "CAFETERIA", "HARDWARE", "HOME")
                    .getOrDefault(type, "");
            boolean all = wanted.products().isEmpty()
                    && wanted.types().isEmpty()
                    && wanted.families().isEmpty();
            boolean meal = offer.terms().sets().isPresent();
            if (meal && !Meals.has(offer.terms().sets().get(), line)) {
                continue;
            }
            if ((all && (meal || line.kind() == LineKind.GOODS))
                    || wanted.products().contains(line.product())
                    || wanted.types().contains(type)
                    || wanted.families().contains(family)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The lines that an award is for: of meals only what is in them. */
    static List<PurchaseLine> awarded(Offer offer, Look look) {
        List<PurchaseLine> lines = qualifying(offer, look);
        return offer.terms().sets().map(set -> Meals.of(set, lines).lines()).orElse(lines);
    }

    private static BigDecimal base(Offer offer, Look look) {
        return base(qualifying(offer, look));
    }

    private static BigDecimal base(List<PurchaseLine> lines) {
        return lines.stream().map(line -> line.total().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal pieces(Offer offer, Look look) {
        return BigDecimal.valueOf(qualifying(offer, look).stream()
                .mapToLong(PurchaseLine::quantity)
                .sum());
    }

    static Denomination denomination(Offer offer) {
        if (offer.award() instanceof Award.FixedAmount fixed) {
            return fixed.amount().denomination();
        }
        if (offer.award() instanceof Award.Rate rate) {
            return rate.amount().denomination();
        }
        return offer.award() instanceof Award.PercentageOfAwarded past ? past.denomination() : Island.EUR;
    }

    private static BigDecimal amount(Offer offer, Look look, BigDecimal base, BigDecimal times) {
        BigDecimal amount = unlimited(offer, look, base, times);
        BigDecimal most = offer.award().range().atMost().map(Amount::decimal).orElse(amount);
        BigDecimal least = offer.award().range().atLeast().map(Amount::decimal).orElse(BigDecimal.ZERO);
        return amount.signum() == 0 ? amount : amount.max(least).min(most.max(least));
    }

    private static BigDecimal unlimited(Offer offer, Look look, BigDecimal base, BigDecimal times) {
        BigDecimal exact;
        if (offer.award() instanceof Award.FixedAmount fixed) {
            exact = fixed.amount().decimal().multiply(times);
        } else if (offer.award() instanceof Award.PercentageOfPurchase share) {
            exact = base.multiply(share.percentage().value()).divide(HUNDRED);
        } else if (offer.award() instanceof Award.Rate rate) {
            BigDecimal[] steps = base.divideAndRemainder(rate.per().decimal());
            exact = steps[0].multiply(rate.amount().decimal());
            if (rate.steps() == RateSteps.EXACT) {
                BigDecimal whole = base.multiply(rate.amount().decimal());
                return whole.divide(rate.per().decimal(), denomination(offer).scale(), RoundingMode.HALF_UP);
            }
        } else {
            Award.PercentageOfAwarded past = (Award.PercentageOfAwarded) offer.award();
            exact = awarded(offer, past, look)
                    .multiply(past.percentage().value())
                    .divide(HUNDRED)
                    .multiply(times);
        }
        return exact.setScale(denomination(offer).scale(), RoundingMode.HALF_UP);
    }

    private static BigDecimal awarded(Offer offer, Award.PercentageOfAwarded award, Look look) {
        Instant on = dated(offer, look);
        Instant from = When.before(on, award.within());
        BigDecimal sum = BigDecimal.ZERO;
        for (Past past : look.person().awards) {
            boolean inTime = !past.on().isBefore(from) && !past.on().isAfter(on);
            boolean considered = (award.types().isEmpty()
                            || award.types().contains(past.offer().type()))
                    && (award.schemes().isEmpty()
                            || award.schemes().contains(past.offer().scheme()));
            Amount amount = past.amount();
            boolean ofThis =
                    past.event().isPresent() && past.event().equals(look.event().map(CustomerEvent::key));
            boolean other = !past.offer().code().equals(offer.code()) && !ofThis;
            if (other && inTime && considered && amount.denomination().equals(award.denomination())) {
                sum = sum.add(amount.decimal());
            }
        }
        return sum;
    }
}
