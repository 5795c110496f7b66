package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FirstAward;
import io.rewards.event.FriendsAward;
import io.rewards.event.GoodsReturn;
import io.rewards.event.LineKind;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.life.Judge.Ruling;
import io.rewards.life.Person.Counted;
import io.rewards.life.Person.Money;
import io.rewards.life.Person.Past;
import io.rewards.life.Person.Referred;
import io.rewards.life.Person.Turn;
import io.rewards.life.Person.Waiting;
import io.rewards.oracle.NaiveCaps;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.participant.Replacement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reference model: a whole programme as the domain describes it, written without the engine and without a thought for
 * speed. It shares with the engine the events, the programme and amounts, and nothing that decides. For one thread.
 */
final class Reference {

    /** What the model says comes of an event; the status is empty where the id belongs to another event. */
    record Answer(Optional<Outcome.Status> status, List<Given> given) {}

    private record Granted(Offer offer, Ruling.Yes ruling, BigDecimal amount) {}

    private record RunDay(Instant asOf, LocalDate day, LocalDate since) {}

    private Programme programme;
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<EventKey, CustomerEvent> recorded = new HashMap<>();
    private final Map<EventKey, Outcome.Status> statuses = new HashMap<>();
    private final Set<String> usedCodes = new HashSet<>();
    private static final NaiveCaps CAPS = new NaiveCaps(Island.ZONE);

    private final Map<String, List<NaiveCaps.Made>> budgets = new HashMap<>();
    private final Map<String, RunDay> runs = new HashMap<>();
    private final List<Given> given = new ArrayList<>();

    Reference(Programme programme) {
        this.programme = programme;
    }

    void reload(Programme changed) {
        programme = changed;
    }

    Collection<Person> people() {
        return people.values();
    }

    Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** An event comes in, received {@code now}. */
    Answer submit(CustomerEvent event, Instant now) {
        given.clear();
        CustomerEvent first = recorded.get(event.key());
        if (first != null) {
            boolean same = unreceived(first).equals(unreceived(event));
            return new Answer(same ? Optional.of(statuses.get(event.key())) : Optional.empty(), List.of());
        }
        if (event instanceof GoodsReturn) {
            return new Answer(Optional.of(Outcome.Status.REFUSED), List.of());
        }
        if (new Refusals(programme, people, usedCodes).refuses(event, now)) {
            return new Answer(Optional.of(Outcome.Status.REFUSED), List.of());
        }
        Outcome.Status status = take(event, now);
        recorded.put(event.key(), event);
        statuses.put(event.key(), status);
        return new Answer(Optional.of(status), List.copyOf(given));
    }

    /** What an evaluation run awards. Source: domain 6.2. */
    List<Given> run(RunDefinition definition, Instant asOf) {
        given.clear();
        LocalDate day = When.day(asOf);
        RunDay latest = runs.get(definition.code());
        if (latest != null && latest.asOf().equals(asOf)) {
            return List.of();
        }
        LocalDate since =
                latest == null ? day.minusDays(1) : latest.day().isBefore(day) ? latest.day() : latest.since();
        runs.put(definition.code(), new RunDay(asOf, day, since));
        List<CustomerEvent> waiting = new ArrayList<>();
        for (Person person : people.values()) {
            person.waiting.stream()
                    .map(Waiting::event)
                    .filter(event -> !event.performedOn().isAfter(asOf) && !isRaisedByRun(event, asOf))
                    .forEach(waiting::add);
        }
        waiting.sort(Comparator.comparing(CustomerEvent::performedOn).thenComparing(CustomerEvent::key));
        for (CustomerEvent event : waiting) {
            people.get(event.participant()).waiting.stream()
                    .filter(each -> each.event().key().equals(event.key()))
                    .findFirst()
                    .ifPresent(each -> decideWaiting(each, definition, asOf));
        }
        for (Person person : people.values()) {
            if (!person.terminated && !person.registeredOn.isAfter(asOf)) {
                visit(person, Optional.empty(), definition, asOf, newSince(person, since));
                for (String subscription : person.subscriptions.keySet()) {
                    visit(person, Optional.of(subscription), definition, asOf, newSince(person, since));
                }
            }
        }
        return List.copyOf(given);
    }

    /** What a run raises itself waits for the next one. */
    private static boolean isRaisedByRun(CustomerEvent event, Instant asOf) {
        return event.key().system().equals("follow-up")
                && !event.header().receivedOn().orElseThrow().isBefore(asOf);
    }

    /** Who signed up on the day of the run before, perhaps after it, has that day looked at again. */
    private static LocalDate newSince(Person person, LocalDate since) {
        boolean joined =
                person.joined.values().stream().anyMatch(on -> When.day(on).equals(since));
        return joined ? since.minusDays(1) : since;
    }

    private void decideWaiting(Waiting waiting, RunDefinition definition, Instant asOf) {
        CustomerEvent event = waiting.event();
        Person person = people.get(event.participant());
        person.waiting.remove(waiting);
        if (waiting.isOver(asOf)) {
            return;
        }
        Look look = Look.at(person, event, asOf, true);
        Judge judge = new Judge(programme);
        List<Offer> undecided = new ArrayList<>(judge.possible(look));
        undecided.removeIf(offer -> waiting.done().contains(offer.code()));
        List<Offer> covered =
                undecided.stream().filter(offer -> covers(definition, offer)).toList();
        List<Offer> settled = covered.stream()
                .filter(offer -> !looksAgain(judge, offer, look))
                .toList();
        List<Offer> open = new ArrayList<>(undecided);
        open.removeAll(settled);
        Map<String, Instant> awaited = judge.awaited(open, look);
        for (Offer offer : programme.offers()) {
            Instant until = waiting.awaited().get(offer.code());
            if (until != null && !judge.isOn(offer) && !asOf.isAfter(until)) {
                awaited.put(offer.code(), until);
            }
        }
        Set<String> done = new TreeSet<>(waiting.done());
        settled.forEach(offer -> done.add(offer.code()));
        waits(person, new Waiting(event, done, awaited), asOf);
        decide(look, covered);
    }

    private static void waits(Person person, Waiting waiting, Instant now) {
        if (!waiting.awaited().isEmpty() && !waiting.isOver(now)) {
            person.waiting.add(waiting);
        }
    }

    /** An offer that has said no looks again while it has time, whether it was asked at once or in a run. */
    private static boolean looksAgain(Judge judge, Offer offer, Look look) {
        return offer.conditions().maximumUnprocessed().isPresent()
                && Judge.inTime(offer, look)
                && judge.rule(offer, look) instanceof Ruling.No;
    }

    private void visit(
            Person person, Optional<String> subscription, RunDefinition definition, Instant asOf, LocalDate since) {
        Look look = new Look(person, Optional.empty(), person.unit, asOf, asOf, true, since, subscription);
        List<Offer> offers = new Judge(programme)
                .possible(look).stream()
                        .filter(offer -> covers(definition, offer))
                        .toList();
        int before = given.size();
        decide(look, offers);
        if (given.size() > before) {}
    }

    private static boolean covers(RunDefinition run, Offer offer) {
        return (run.schemes().isEmpty() || run.schemes().contains(offer.scheme()))
                && !run.typesExcluded().contains(offer.type());
    }

    private Outcome.Status take(CustomerEvent event, Instant now) {
        change(event);
        Person person = people.get(event.participant());
        if (event instanceof ParticipantTerminated terminated) {
            end(person, terminated);
            return Outcome.Status.PROCESSED;
        }
        Look look = Look.at(person, event, now, false);
        boolean canWait = false;
        for (Classification classification : Classification.values()) {
            canWait = canWait
                    || (!Judge.isAboutPeople(classification)
                            && !Judge.isAboutSubscriptions(classification)
                            && Judge.waitsFor(classification, look));
        }
        if (!event.header().processImmediately() && !(event instanceof Referral)) {
            if (canWait) {
                Judge judge = new Judge(programme);
                person.waiting.add(new Waiting(event, Set.of(), judge.awaited(judge.possible(look), look)));
            }
            return canWait ? Outcome.Status.QUEUED : Outcome.Status.PROCESSED;
        }
        Judge judge = new Judge(programme);
        List<Offer> offers = judge.possible(look);
        Set<String> decided = new TreeSet<>();
        for (Offer offer : offers) {
            boolean left = offer.evaluation() == EvaluationMethod.BATCH
                    && !Judge.isAboutPeople(offer.classification())
                    && !Judge.isAboutSubscriptions(offer.classification());
            if (!left && !looksAgain(judge, offer, look)) {
                decided.add(offer.code());
            }
        }
        if (canWait) {
            List<Offer> open = offers.stream()
                    .filter(offer -> !decided.contains(offer.code()))
                    .toList();
            waits(person, new Waiting(event, decided, judge.awaited(open, look)), now);
        }
        decide(look, offers);
        return Outcome.Status.PROCESSED;
    }

    private void decide(Look look, List<Offer> offers) {
        Person person = look.person();
        Judge judge = new Judge(programme);
        List<Granted> granted = new ArrayList<>();
        Map<String, List<Counted>> counted = new TreeMap<>();
        for (Offer offer : offers) {
            Ruling ruling = judge.rule(offer, look);
            if (ruling instanceof Ruling.NotYet notYet) {
                counted.put(offer.code(), notYet.left());
            } else if (ruling instanceof Ruling.Yes yes) {
                yes.kept().ifPresent(kept -> counted.put(offer.code(), kept));
                BigDecimal amount = capped(offer, yes.amount(), person, look.on());
                if (isDiscount(offer, judge, look) && offer.handling().excess() == Excess.VOID) {
                    List<PurchaseLine> lines = Judge.awarded(offer, look);
                    amount = amount.min(BigDecimal.valueOf(new Till(look.lines()).payable(lines), 2));
                }
                if (amount.signum() > 0) {
                    granted.add(new Granted(offer, yes, amount));
                }
            }
        }
        Map<String, BigDecimal> takenOff = new HashMap<>();
        List<Granted> best = afterDiscounts(best(granted, person), judge, look, takenOff);
        int awardedBefore = person.awards.size();
        boolean firstEver = awardedBefore == 0 && !best.isEmpty();
        for (Granted each : best) {
            if (each.ruling().kept().isPresent()) {
                counted.put(each.offer().code(), each.ruling().left());
            }
        }
        person.counted.putAll(counted);
        for (Granted each : best) {
            award(each, look);
        }
        pay(best, judge, look, takenOff);
        followUp(look, firstEver, awardedBefore);
    }

    private BigDecimal capped(Offer offer, BigDecimal wished, Person person, Instant at) {
        List<NaiveCaps.Made> own = person.given(offer).stream()
                .map(past -> new NaiveCaps.Made(past.on(), past.amount().decimal()))
                .toList();
        BigDecimal amount = wished;
        for (Cap cap : offer.caps()) {
            List<NaiveCaps.Made> made = cap.of() == Cap.Of.ALL ? budgets.getOrDefault(offer.code(), List.of()) : own;
            amount = CAPS.cut(amount, cap, at, made);
        }
        return amount;
    }

    /** Those that award regardless of others, and of each denomination the best of those that do not. */
    private List<Granted> best(List<Granted> granted, Person person) {
        List<Granted> best = new ArrayList<>();
        for (Granted each : granted) {
            boolean beaten = false;
            for (Granted other : granted) {
                if (compete(each.offer(), other.offer())) {
                    int more = other.amount().compareTo(each.amount());
                    beaten = beaten
                            || more > 0
                            || (more == 0
                                    && other.offer().number() < each.offer().number());
                }
            }
            if (!beaten && !isBeatenByEarlier(each, person)) {
                best.add(each);
            }
        }
        return best;
    }

    /** Awards are compared with those of the same trigger, and what no event triggers has one for each classification. */
    private static boolean compete(Offer one, Offer other) {
        boolean events = one.classification().trigger().isEvent()
                && one.classification().trigger() == other.classification().trigger();
        return one.onlyIfBest()
                && other.onlyIfBest()
                && (events || one.classification() == other.classification())
                && Judge.denomination(one).equals(Judge.denomination(other));
    }

    /** What was beaten on one visit is not paid on the next one; a rival that came on again since then competes anew. */
    private boolean isBeatenByEarlier(Granted granted, Person person) {
        Offer offer = granted.offer();
        if (offer.classification().trigger().isEvent()) {
            return false;
        }
        for (Offer rival : programme.offers()) {
            String subject = offer.classification() == Classification.JUST_MONEY
                    ? rival.latestEffectiveDate().map(Instant::toString).orElse("")
                    : granted.ruling().subject();
            boolean better = person.awards.stream()
                    .filter(past -> past.offer().code().equals(rival.code())
                            && past.subject().equals(subject))
                    .anyMatch(past -> past.amount().decimal().compareTo(granted.amount()) >= 0);
            if (better && !rival.code().equals(offer.code()) && compete(rival, offer)) {
                return true;
            }
        }
        return false;
    }

    private void award(Granted each, Look look) {
        Offer offer = each.offer();
        Amount amount = Amount.of(each.amount(), Judge.denomination(offer));
        String subject = each.ruling().subject();
        Instant on = Judge.dated(offer, look);
        look.person()
                .awards
                .add(new Past(offer, amount, on, subject, look.event().map(CustomerEvent::key), bought(look)));
        budgets.computeIfAbsent(offer.code(), unused -> new ArrayList<>())
                .add(new NaiveCaps.Made(look.on(), each.amount()));
        given.add(new Given(look.person().id, offer.code(), amount, on, subject));
    }

    private static Optional<BigDecimal> bought(Look look) {
        return look.event()
                .filter(Purchase.class::isInstance)
                .map(unused -> look.lines().stream()
                        .filter(line -> line.kind() == LineKind.GOODS)
                        .map(line -> line.total().decimal())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** True for what is taken off the purchase at once. */
    private static boolean isDiscount(Offer offer, Judge judge, Look look) {
        AwardValidity validity = judge.validity(offer);
        return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY
                && !look.inRun()
                && !look.person().blocked
                && !When.spendableFrom(validity, look.on()).isAfter(look.on())
                && When.spendableTo(validity, look.on())
                        .filter(to -> !look.on().isBefore(to))
                        .isEmpty();
    }

    /** Takes discounts off, the largest first. What of one does not fit is nothing, unless the offer keeps it. */
    private static List<Granted> afterDiscounts(
            List<Granted> best, Judge judge, Look look, Map<String, BigDecimal> takenOff) {
        Till till = new Till(look.lines());
        List<Granted> largestFirst = new ArrayList<>(best);
        largestFirst.sort(Comparator.comparing(Granted::amount)
                .reversed()
                .thenComparing(each -> each.offer().number()));
        Map<String, BigDecimal> worth = new HashMap<>();
        for (Granted each : largestFirst) {
            Offer offer = each.offer();
            worth.put(offer.code(), each.amount());
            if (isDiscount(offer, judge, look)) {
                long cents = till.takeOff(
                        Judge.awarded(offer, look),
                        each.amount().movePointRight(2).longValueExact());
                takenOff.put(offer.code(), BigDecimal.valueOf(cents, 2));
                if (offer.handling().excess() == Excess.VOID) {
                    worth.put(offer.code(), BigDecimal.valueOf(cents, 2));
                }
            }
        }
        return best.stream()
                .map(each -> new Granted(
                        each.offer(), each.ruling(), worth.get(each.offer().code())))
                .filter(each -> each.amount().signum() > 0)
                .toList();
    }

    /** The money goes to the wallet, but for what was taken off at once. */
    private static void pay(List<Granted> best, Judge judge, Look look, Map<String, BigDecimal> spent) {
        Person person = look.person();
        for (Granted each : best) {
            if (spent.getOrDefault(each.offer().code(), BigDecimal.ZERO).signum() > 0) {
                person.spentFrom.add(each.offer().scheme());
            }
        }
        for (Granted each : best) {
            BigDecimal left =
                    each.amount().subtract(spent.getOrDefault(each.offer().code(), BigDecimal.ZERO));
            AwardValidity validity = judge.validity(each.offer());
            Instant on = Judge.dated(each.offer(), look);
            if (left.signum() > 0) {
                person.wallet.add(new Money(
                        each.offer().code(),
                        left,
                        Judge.denomination(each.offer()).code(),
                        on,
                        When.spendableFrom(validity, on),
                        When.spendableTo(validity, on)));
            }
        }
    }

    /** The referrer is told, and sign-ups that waited for a first award are looked at again. */
    private void followUp(Look look, boolean firstEver, int awardedBefore) {
        Person person = look.person();
        Optional<Instant> waited = firstEver ? lastSignUpThatWaits(person) : Optional.empty();
        if (person.referred.isPresent()) {
            tellReferrer(look, awardedBefore);
        }
        if (waited.isPresent()) {
            Instant on = later(look.on(), waited.get());
            take(new FirstAward(raised(look, "first-award/" + person.id, person.id, on)), later(look.now(), on));
        }
    }

    /** The referrer is told of the first award, and of each that is the first as an offer wants it. */
    private void tellReferrer(Look look, int awardedBefore) {
        Person person = look.person();
        boolean looksBack = look.event().orElse(null) instanceof Referral;
        List<Past> fresh = new ArrayList<>(person.awards.subList(looksBack ? 0 : awardedBefore, person.awards.size()));
        fresh.removeIf(past -> past.offer().classification() == Classification.REWARD_REFERRALS
                || past.on().isBefore(person.referred.orElseThrow().on()));
        fresh.sort(Comparator.comparing(Past::on));
        for (Past past : fresh) {
            Referred referred = person.referred.orElseThrow();
            Set<String> left = new TreeSet<>();
            Set<String> completed = new TreeSet<>();
            for (Offer offer : programme.offers()) {
                boolean asks = offer.terms() instanceof Terms.Referrals
                        && (!referred.told() || referred.waiting().contains(offer.code()));
                if (asks) {
                    (isAskedFor(past, referred, (Terms.Referrals) offer.terms()) ? completed : left).add(offer.code());
                }
            }
            if (referred.by().equals(person.id) || (referred.told() && completed.isEmpty())) {
                continue;
            }
            int times = referred.times() + 1;
            person.referred = Optional.of(new Referred(referred.by(), referred.on(), true, times, left));
            FriendsAward award = new FriendsAward(
                    EventKey.of("?"),
                    past.offer().type(),
                    past.bought().map(sum -> Amount.of(sum, Island.EUR)),
                    referred.on(),
                    person.registeredOn,
                    person.awards.stream()
                            .map(Past::on)
                            .filter(on -> on.isBefore(referred.on()))
                            .min(Comparator.naturalOrder()),
                    completed);
            String key = "referral/" + person.id + (times == 1 ? "" : "/" + times);
            stays(referred.by()).filter(id -> !id.equals(person.id)).ifPresent(id -> {
                EventHeader header = raised(look, key, id, past.on());
                take(new ReferredAwarded(header, person.id, "", Optional.of(award)), later(look.now(), past.on()));
            });
        }
    }

    private static boolean isAskedFor(Past past, Referred referred, Terms.Referrals terms) {
        Set<Classification> kinds = terms.qualifying().classifications();
        Set<String> types = terms.qualifying().types();
        boolean kind = (kinds.isEmpty() && types.isEmpty())
                || kinds.contains(past.offer().classification())
                || types.contains(past.offer().type());
        boolean size = terms.minimumPurchase().isEmpty()
                || past.bought()
                        .filter(sum ->
                                sum.compareTo(terms.minimumPurchase().get().decimal()) >= 0)
                        .isPresent();
        boolean inTime = terms.within().isEmpty()
                || past.on().isBefore(When.after(referred.on(), terms.within().get()));
        return kind && size && inTime;
    }

    /** Who takes part in the place of somebody: the person, or whoever replaced him or her. */
    private Optional<String> stays(String id) {
        Optional<Person> person = Optional.of(people.get(id));
        while (person.filter(each -> each.terminated).isPresent()) {
            person = person.flatMap(each -> each.replacedBy).map(people::get);
        }
        return person.map(each -> each.id);
    }

    private Optional<Instant> lastSignUpThatWaits(Person person) {
        return programme.offers().stream()
                .filter(offer -> offer.state() == OfferState.EFFECTIVE
                        && offer.terms() instanceof Terms.SignUps terms
                        && terms.requirePriorAward()
                        && person.joined.containsKey(offer.scheme()))
                .map(offer -> person.joined.get(offer.scheme()))
                .max(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static EventHeader raised(Look look, String id, String participant, Instant on) {
        return new EventHeader(
                new EventKey("follow-up", id),
                participant,
                look.unit(),
                on,
                Optional.of(later(look.now(), on)),
                true,
                Attributes.NONE);
    }

    // What events change about a person.

    private void change(CustomerEvent event) {
        if (event instanceof ParticipantRegistered registered) {
            Person person = new Person(event.participant(), event.performedOn(), event.unit(), registered.profile());
            for (Scheme scheme : programme.schemes()) {
                if (scheme.state() == SchemeState.EFFECTIVE && scheme.signUp().option() == SignUpOption.AUTO) {
                    person.joined.put(scheme.code(), event.performedOn());
                }
            }
            people.put(person.id, person);
            return;
        }
        Person person = people.get(event.participant());
        if (event instanceof ProfileChanged changed) {
            person.profile = after(person.profile, changed.change());
        } else if (event instanceof SegmentChanged changed) {
            Set<String> segments = new TreeSet<>(person.profile.segments());
            boolean unused = changed.member() ? segments.add(changed.segment()) : segments.remove(changed.segment());
            person.profile = person.profile.withSegments(segments);
        } else if (event instanceof SubscriptionChanged changed) {
            person.subscriptions
                    .computeIfAbsent(changed.subscription(), unused -> new ArrayList<>())
                    .add(new Turn(changed.change(), changed.performedOn()));
        } else if (event instanceof AccessTokenChanged changed) {
            boolean unused = changed.valid()
                    ? person.tokens.add(changed.tokenHash())
                    : person.tokens.remove(changed.tokenHash());
        } else if (event instanceof SchemeSignUpRequested requested) {
            person.codesAwaited.put(
                    requested.scheme(), new Person.Asked(requested.codeHash(), requested.performedOn()));
        } else if (event instanceof SchemeSignUp signUp) {
            person.joined.put(signUp.scheme(), signUp.performedOn());
            person.codesAwaited.remove(signUp.scheme());
            if (signUp.scheme().equals("SECRET")) {
                usedCodes.add(signUp.referenceCode());
            }
        } else if (event instanceof SchemeSignOff signOff) {
            person.joined.remove(signOff.scheme());
            person.left.merge(signOff.scheme(), signOff.performedOn(), Reference::later);
        } else if (event instanceof SpendBlockingChanged changed) {
            person.blocked = changed.blocked();
        } else if (event instanceof Referral referral) {
            person.referred =
                    Optional.of(new Referred(referral.referrer(), referral.performedOn(), false, 0, Set.of()));
            person.referredOnceBy.add(referral.referrer());
        }
    }

    /** Only what is named changes, unless the whole is replaced; the island names no preferences or attributes. */
    private static Profile after(Profile before, ProfileChange change) {
        Profile now = change.profile();
        if (change.mode() == ProfileChange.Mode.REPLACE) {
            return now;
        }
        Set<String> named = change.named();
        return new Profile(
                named.contains("name") ? now.name() : before.name(),
                named.contains("dateOfBirth") ? now.dateOfBirth() : before.dateOfBirth(),
                named.contains("nameDay") ? now.nameDay() : before.nameDay(),
                named.contains("addresses") ? now.addresses() : before.addresses(),
                named.contains("phones") ? now.phones() : before.phones(),
                named.contains("emails") ? now.emails() : before.emails(),
                before.demographics(),
                before.preferences(),
                named.contains("segments") ? now.segments() : before.segments(),
                named.contains("tier") ? now.tier() : before.tier(),
                before.attributes());
    }

    private void end(Person person, ParticipantTerminated event) {
        person.terminated = true;
        person.waiting.clear();
        Map<String, List<Counted>> counted = new TreeMap<>(person.counted);
        person.counted.clear();
        if (event.replacement().isEmpty()) {
            return;
        }
        Replacement replacement = event.replacement().get();
        person.replacedBy = Optional.of(replacement.participant());
        Person stays = people.get(replacement.participant());
        if (programme.settings().participants().mergeCounts()) {
            counted.forEach((offer, of) -> {
                List<Counted> both = new ArrayList<>(stays.counted.getOrDefault(offer, List.of()));
                both.addAll(of);
                both.sort(Counted.BY_DATE);
                stays.counted.put(offer, both);
            });
        }
        if (replacement.balance()) {
            stays.wallet.addAll(person.wallet);
            person.wallet = new ArrayList<>();
        }
        person.tokens.removeAll(replacement.tokens());
        stays.tokens.addAll(replacement.tokens());
        person.referred.ifPresent(referred -> {
            Referred one = stays.referred.orElse(referred);
            boolean over = (referred.told() && !one.told()) || one.by().equals(stays.id);
            stays.referred = Optional.of(over ? new Referred(one.by(), one.on(), true, one.times(), Set.of()) : one);
        });
        stays.inherited.addAll(person.inherited);
        stays.inherited.addAll(person.awards);
    }

    private static CustomerEvent unreceived(CustomerEvent event) {
        EventHeader header = event.header();
        return event.withHeader(new EventHeader(
                header.key(),
                header.participant(),
                header.unit(),
                header.performedOn(),
                Optional.empty(),
                header.processImmediately(),
                header.attributes()));
    }
}
