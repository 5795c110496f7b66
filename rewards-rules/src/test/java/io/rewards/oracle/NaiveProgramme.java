package io.rewards.oracle;

import io.rewards.amount.Denomination;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.oracle.NaivePerson.Past;
import io.rewards.organisation.Reduction;
import io.rewards.participant.TerminationReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A second model of a whole programme, for comparison with the engine: slow, without an index, a rule engine or anything
 * kept ready, and sharing no arithmetic with the product. It is given every event once, in order of delivery. For one
 * thread. Source: domain 2.3, 2.4 C1 to C6, 3, 12.1.
 */
public final class NaiveProgramme {

    private record Granted(Offer offer, BigDecimal amount) {}

    private final Programme programme;
    private final Instant clock;
    private final NaiveMoney money;
    private final Map<String, NaivePerson> people = new HashMap<>();
    private final Map<String, Prediction> recorded = new HashMap<>();

    /** A model of {@code programme} whose clock stands still at {@code clock}. */
    public NaiveProgramme(Programme programme, Instant clock) {
        this.programme = programme;
        this.clock = clock;
        money = new NaiveMoney(programme.settings());
    }

    /** What should come of {@code event}, on top of all events so far. */
    public Prediction evaluate(CustomerEvent event) {
        String key = event.key().system() + "/" + event.key().id();
        Prediction first = recorded.get(key);
        if (first != null) {
            return first;
        }
        Instant processedOn = event.header().receivedOn().orElse(clock);
        if (event instanceof GoodsReturn || isRefused(event, processedOn)) {
            return Prediction.of(Outcome.Status.REFUSED);
        }
        Prediction prediction = admitted(event, processedOn);
        recorded.put(key, prediction);
        return prediction;
    }

    private boolean isRefused(CustomerEvent event, Instant processedOn) {
        NaivePerson person = people.get(event.participant());
        boolean known = person != null && !person.isTerminated();
        boolean refused = event instanceof ParticipantRegistered ? person != null : !known;
        refused |= programme.units().stream().noneMatch(unit -> unit.code().equals(event.unit()));
        refused |= event.performedOn().isAfter(processedOn);
        if (event instanceof SchemeSignUp signUp) {
            refused |= known && person.signedUp().containsKey(signUp.scheme());
            refused |= programme.schemes().stream()
                    .filter(scheme -> scheme.state() == SchemeState.EFFECTIVE)
                    .map(Scheme::code)
                    .noneMatch(signUp.scheme()::equals);
        }
        NaiveAgreement agreement = new NaiveAgreement(programme, event.unit());
        refused |= known
                && event instanceof SchemeSignUp signUp
                && !agreement.signsUp(signUp.scheme(), person.registeredAt());
        refused |= known && event instanceof Purchase && !agreement.sends(person.registeredAt());
        if (event instanceof ParticipantTerminated terminated) {
            refused |= terminated.replacement().isPresent() != (terminated.reason() == TerminationReason.DUPLICATION);
        }
        return refused || (event instanceof Purchase purchase && hasWrongLines(purchase));
    }

    private boolean hasWrongLines(Purchase purchase) {
        Set<String> ids = new HashSet<>();
        boolean wrong = purchase.lines().isEmpty();
        for (PurchaseLine line : purchase.lines()) {
            Denomination currency = programme.settings().currency();
            wrong |= !ids.add(line.id());
            wrong |= line.quantity() < 1;
            wrong |= !line.total().denomination().equals(currency);
            wrong |= !line.vat().denomination().equals(currency);
            wrong |= line.total().decimal().signum() < 0 || line.vat().decimal().signum() < 0;
            wrong |= line.vat().decimal().compareTo(line.total().decimal()) > 0;
        }
        return wrong || NaiveTill.isWrong(purchase);
    }

    private Prediction admitted(CustomerEvent event, Instant processedOn) {
        if (event instanceof ParticipantRegistered registered) {
            people.put(event.participant(), new NaivePerson(event.unit(), registered.profile()));
        }
        NaivePerson person = people.get(event.participant());
        if (event instanceof SchemeSignUp signUp) {
            person.signedUp().put(signUp.scheme(), signUp.performedOn());
        } else if (event instanceof ParticipantTerminated) {
            person.terminate();
        } else if (event instanceof Purchase purchase && purchase.header().processImmediately()) {
            return purchase(new NaivePurchase(programme, purchase, processedOn), person);
        }
        Outcome.Status status = event instanceof Purchase ? Outcome.Status.QUEUED : Outcome.Status.PROCESSED;
        return answer(
                status, person, processedOn, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), "", new TreeMap<>());
    }

    private Prediction purchase(NaivePurchase sale, NaivePerson person) {
        SortedMap<String, Set<DeclineReason>> declines = new TreeMap<>();
        Map<String, NaiveAccumulation> counts = new HashMap<>();
        Set<String> counting = new HashSet<>();
        List<Granted> granted = new ArrayList<>();
        for (Offer offer : programme.offers()) {
            Set<DeclineReason> reasons = NaiveReasons.of(programme, person, sale, offer);
            if (NaiveAccumulation.accumulates(offer)) {
                counts.put(offer.code(), new NaiveAccumulation(person, sale, offer));
                if (reasons.isEmpty()) {
                    counting.add(offer.code());
                }
            }
            Optional<NaiveAccumulation> count = Optional.ofNullable(counts.get(offer.code()));
            reasons.addAll(ofClassification(offer, sale, count));
            if (reasons.isEmpty()) {
                grant(offer, sale, person, count, granted, reasons);
            }
            if (!reasons.isEmpty()) {
                declines.put(offer.code(), reasons);
            }
        }
        List<Granted> applying = onlyTheBest(granted);
        for (Granted each : granted) {
            if (!applying.contains(each)) {
                declines.put(each.offer().code(), Set.of(DeclineReason.BEATEN_BY_BETTER_AWARD));
            }
        }
        return post(sale, person, applying, declines, counts, counting);
    }

    private Set<DeclineReason> ofClassification(Offer offer, NaivePurchase sale, Optional<NaiveAccumulation> count) {
        if (offer.terms() instanceof Terms.TransactionRevenue revenue) {
            BigDecimal base = sale.base(offer);
            if (base.compareTo(revenue.from().decimal()) < 0) {
                return Set.of(DeclineReason.BELOW_MINIMUM);
            }
            if (revenue.to().isPresent() && base.compareTo(revenue.to().get().decimal()) > 0) {
                return Set.of(DeclineReason.ABOVE_MAXIMUM);
            }
        }
        if (!sale.lines(offer).isEmpty()
                && sale.sets(offer).filter(sets -> sets.number().signum() == 0).isPresent()) {
            return Set.of(DeclineReason.SET_INCOMPLETE);
        }
        return count.isPresent() && !count.get().isReached() ? Set.of(DeclineReason.TARGET_NOT_REACHED) : Set.of();
    }

    private void grant(
            Offer offer,
            NaivePurchase sale,
            NaivePerson person,
            Optional<NaiveAccumulation> count,
            List<Granted> granted,
            Set<DeclineReason> reasons) {
        BigDecimal award = money.award(offer, person, sale, count);
        NaiveDiscount discount = new NaiveDiscount(programme, sale, person);
        boolean isVoid = discount.isMadeNow(offer) && offer.handling().excess() == Excess.VOID;
        if (award.signum() == 0) {
            reasons.add(DeclineReason.AWARD_ROUNDS_TO_ZERO);
            return;
        }
        if (isVoid && discount.most(offer).signum() == 0) {
            reasons.add(DeclineReason.NOTHING_LEFT_TO_PAY);
            return;
        }
        NaiveCaps caps = new NaiveCaps(programme.settings().zone());
        Instant at = sale.purchase().performedOn();
        BigDecimal cut = isVoid ? award.min(discount.most(offer)) : award;
        for (Cap cap : offer.caps()) {
            List<NaiveCaps.Made> made = new ArrayList<>();
            people.values().stream()
                    .filter(each -> cap.of() == Cap.Of.ALL || each.equals(person))
                    .forEach(each -> made.addAll(made(each, offer)));
            if (caps.isUsedUp(cap, at, made)) {
                reasons.add(
                        cap.of() == Cap.Of.ALL ? DeclineReason.BUDGET_USED_UP : DeclineReason.PARTICIPANT_CAP_REACHED);
            }
            cut = caps.cut(cut, cap, at, made);
        }
        if (cut.signum() > 0) {
            granted.add(new Granted(offer, cut));
        }
    }

    private static List<NaiveCaps.Made> made(NaivePerson person, Offer offer) {
        return person.awards().stream()
                .filter(past -> past.offer().equals(offer))
                .map(past -> new NaiveCaps.Made(past.on(), past.amount()))
                .toList();
    }

    private List<Granted> onlyTheBest(List<Granted> granted) {
        List<Granted> applying = new ArrayList<>();
        for (Granted each : granted) {
            boolean beaten = false;
            for (Granted rival : granted) {
                int size = rival.amount().compareTo(each.amount());
                boolean better = size > 0
                        || (size == 0 && rival.offer().number() < each.offer().number());
                beaten |= better && compete(each.offer(), rival.offer());
            }
            if (!beaten) {
                applying.add(each);
            }
        }
        return applying;
    }

    /** Only awards of one denomination can be compared. */
    private boolean compete(Offer one, Offer other) {
        boolean comparable = money.denomination(one).equals(money.denomination(other));
        return switch (programme.settings().resolution()) {
            case ALL -> false;
            case OFFER_FLAG -> comparable && one.onlyIfBest() && other.onlyIfBest();
            case BEST_ONLY -> comparable;
            case BEST_PER_SCHEME -> comparable && one.scheme().equals(other.scheme());
        };
    }

    private Prediction post(
            NaivePurchase sale,
            NaivePerson person,
            List<Granted> applying,
            SortedMap<String, Set<DeclineReason>> declines,
            Map<String, NaiveAccumulation> counts,
            Set<String> counting) {
        NaiveDiscount discount = new NaiveDiscount(programme, sale, person);
        SortedMap<String, String> discounts = new TreeMap<>();
        SortedMap<String, String> awards = new TreeMap<>();
        List<Granted> largestFirst = new ArrayList<>(applying);
        largestFirst.sort(Comparator.comparing(Granted::amount)
                .reversed()
                .thenComparing(granted -> granted.offer().number()));
        List<Past> made = new ArrayList<>();
        for (Granted each : largestFirst) {
            Offer offer = each.offer();
            Instant on = sale.purchase().performedOn();
            AwardValidity validity = NaiveReasons.awardValidity(programme, offer);
            Instant from = NaiveTime.spendableFrom(validity, on, sale.zone());
            SortedMap<String, BigDecimal> taken =
                    discount.isMadeNow(offer) ? discount.take(offer, each.amount()) : new TreeMap<>();
            if (!taken.isEmpty()) {
                SortedMap<String, String> texts = new TreeMap<>();
                taken.forEach((line, amount) -> texts.put(line, money.inCurrency(amount)));
                discounts.put(offer.code(), texts.toString());
            }
            BigDecimal spent = taken.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean isVoid = discount.isMadeNow(offer) && offer.handling().excess() == Excess.VOID;
            if (isVoid && taken.isEmpty()) {
                declines.put(offer.code(), Set.of(DeclineReason.NOTHING_LEFT_TO_PAY));
                continue;
            }
            BigDecimal amount = isVoid ? spent : each.amount();
            Denomination denomination = money.denomination(offer);
            awards.put(offer.code(), NaiveMoney.text(amount, denomination));
            made.add(new Past(
                    offer, amount, denomination, on, from, NaiveTime.expires(validity, on, sale.zone()), spent));
        }
        SortedMap<String, String> progress = new TreeMap<>();
        for (String code : counting) {
            NaiveAccumulation count = counts.get(code);
            boolean awarded = awards.containsKey(code);
            person.counted().removeIf(counted -> counted.offer().equals(code));
            person.counted().addAll(awarded ? count.rest() : count.all());
            progress.put(code, awarded ? count.progressAfterAward(money) : count.progress(money));
        }
        person.awards().addAll(made);
        BigDecimal refunded = made.stream().map(Past::discount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean atTheTill = new NaiveAgreement(programme, sale.purchase().unit())
                        .said(AgreementTerms::reduction)
                        .orElse(Reduction.FRONT_END)
                == Reduction.FRONT_END;
        String payable = money.inCurrency(
                atTheTill ? discount.payable() : discount.payable().add(refunded));
        return answer(
                Outcome.Status.PROCESSED, person, sale.processedOn(), awards, declines, discounts, payable, progress);
    }

    private static Prediction answer(
            Outcome.Status status,
            NaivePerson person,
            Instant instant,
            SortedMap<String, String> awards,
            SortedMap<String, Set<DeclineReason>> declines,
            SortedMap<String, String> discounts,
            String payable,
            SortedMap<String, String> progress) {
        Map<Denomination, BigDecimal> available = new HashMap<>();
        Map<Denomination, BigDecimal> pending = new HashMap<>();
        for (Past past : person.awards()) {
            BigDecimal left = past.amount().subtract(past.discount());
            boolean expired =
                    past.to().isPresent() && !instant.isBefore(past.to().get());
            if (!expired) {
                (instant.isBefore(past.from()) ? pending : available).merge(past.denomination(), left, BigDecimal::add);
            }
        }
        return new Prediction(status, awards, declines, discounts, payable, texts(available), texts(pending), progress);
    }

    private static SortedMap<String, String> texts(Map<Denomination, BigDecimal> balances) {
        SortedMap<String, String> texts = new TreeMap<>();
        balances.forEach((denomination, balance) -> {
            if (balance.signum() != 0) {
                texts.put(denomination.code(), NaiveMoney.text(balance, denomination));
            }
        });
        return texts;
    }
}
