package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.OpenEvent;
import io.rewards.account.ParticipantChanges;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Admission;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Lookups;
import io.rewards.decision.Outcome;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.decision.VisitOffers;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventEvaluated;
import io.rewards.event.MoneyExpired;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.Purchase;
import io.rewards.event.RaisedEvent;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendRequested;
import io.rewards.event.TransferReceived;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import io.rewards.notification.Notifications;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.resolve.FollowUps;
import io.rewards.resolve.Movement;
import io.rewards.resolve.Posting;
import io.rewards.resolve.Resolver;
import io.rewards.resolve.Returns;
import io.rewards.resolve.Transfer;
import io.rewards.resolve.WalletOperations;
import io.rewards.resolve.WalletRules;
import io.rewards.rules.RuleSet;
import io.rewards.store.Changes;
import io.rewards.store.Recorded;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A programme and a rule set that belong together: the corridor from an event to its outcome, pure but for what it looks
 * up about others. Immutable and thread-safe.
 */
record Generation(Catalogue catalogue, RuleSet rules, WalletRules wallets) {

    /**
     * Joins them.
     *
     * @throws InvalidInputException when the rules read attributes that the programme does not declare, or offers issue
     *     vouchers and the host gives no key for them
     */
    static Generation of(Catalogue catalogue, RuleSet rules, HostWallets host) {
        List<Problem> problems = rules.attributeUses().stream()
                .filter(use -> catalogue
                        .attribute(use.path())
                        .filter(declared -> use.accepts(declared.type()))
                        .isEmpty())
                .map(use -> new Problem(
                        "attributes",
                        "The rule (" + use + ") reads the attribute (" + use.path() + ")"
                                + use.type().map(type -> " as " + type).orElse("")
                                + ", which the programme does not declare so."))
                .collect(Collectors.toCollection(ArrayList::new));
        problems.addAll(host.problems(catalogue));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("programme " + catalogue.programme().name(), problems);
        }
        return new Generation(catalogue, rules, host.rules(catalogue.settings()));
    }

    /** The offer of this code. */
    Offer offer(String code) {
        return catalogue
                .offer(code)
                .orElseThrow(() -> new IllegalArgumentException("The offer (" + code + ") is not in the programme."));
    }

    /** The outcome of an event that was not recorded before, and what to write; nothing to write where it is refused. */
    Decision decide(CustomerEvent event, Optional<Account> account, Instant processedOn, Lookups lookups) {
        List<Problem> problems = Admission.problems(event, account, catalogue, processedOn, lookups);
        if (!problems.isEmpty()) {
            return Decision.nothing(refused(event, problems, processedOn));
        }
        Account before = opened(event).or(() -> account).orElseThrow();
        Account changed = before.with(ParticipantChanges.after(event, before.participant()));
        if (event instanceof ParticipantTerminated terminated) {
            Transfer transfer = Transfer.out(terminated, changed, wallets, processedOn);
            return transferred(terminated, before, transfer, processedOn);
        }
        if (!event.header().processImmediately() && event instanceof SpendRequested) {
            return waiting(event, before, changed, Optional.empty(), processedOn);
        }
        Optional<Movement> moved = moved(event, changed, processedOn, lookups);
        if (moved.isPresent()) {
            return moved(event, event, before, moved.get().account(), moved.get(), processedOn);
        }
        Optional<Movement> back = cameBack(event, changed, processedOn, lookups);
        changed = back.map(Movement::account).orElse(changed);
        if (!event.header().processImmediately() && waitsForRuns(event)) {
            return waiting(event, before, changed, back, processedOn);
        }
        if (!event.header().processImmediately() && !Trigger.of(event).isEmpty()) {
            return recorded(event, Outcome.Status.PROCESSED, before, changed, processedOn);
        }
        return decided(event, before, changed, back, processedOn, lookups);
    }

    /** What the event does to the wallet; empty where it does nothing to one but to be awarded. */
    private Optional<Movement> moved(CustomerEvent event, Account account, Instant processedOn, Lookups lookups) {
        return WalletOperations.of(event, account, catalogue, lookups, this::ask, wallets, processedOn);
    }

    /** Goods of earlier purchases that come back with this one. */
    private Optional<Movement> cameBack(CustomerEvent event, Account account, Instant processedOn, Lookups lookups) {
        return event instanceof Purchase purchase && !purchase.returned().isEmpty()
                ? Optional.of(Returns.of(
                        event, purchase.returned(), account, catalogue, lookups, this::ask, wallets, processedOn))
                : Optional.empty();
    }

    private Answer ask(Offer offer, CustomerEvent event, Account account) {
        Situation situation = Situation.interactive(event, account, catalogue, event.performedOn());
        return rules.answer(situation.candidates(List.of(offer))).get(0);
    }

    /** What an expiration run does to an account; nothing to write where nothing has expired. */
    Decision expire(MoneyExpired event, Account account, Lookups lookups) {
        Instant asOf = event.performedOn();
        Movement movement = moved(event, account, asOf, lookups).orElseThrow();
        Decision decision = moved(event, event, account, movement.account(), movement, asOf);
        return movement.transactions().isEmpty() ? decision.withoutChanges() : decision;
    }

    /** The account that a registration opens; empty for other events. */
    Optional<Account> opened(CustomerEvent event) {
        return event instanceof ParticipantRegistered registered
                ? Optional.of(Account.of(ParticipantChanges.registered(registered, catalogue)))
                : Optional.empty();
    }

    /**
     * What a follow-up does to the participant it is about. A merge is never refused, so that no money is lost; what else
     * is refused is done with all the same, or goes on to the participant who replaced this one meanwhile.
     */
    Decision apply(FollowUp followUp, Account account, Instant processedOn, Lookups lookups) {
        RaisedEvent event = followUp.event();
        if (event instanceof DuplicateMerged merged) {
            Transfer transfer = Transfer.in(merged, followUp, account, lookups, wallets, processedOn);
            return transferred(event, account, transfer, processedOn);
        }
        if (event instanceof TransferReceived received) {
            Transfer transfer = Transfer.received(received, followUp, account, lookups, wallets, processedOn);
            return transferred(event, account, transfer, processedOn);
        }
        List<FollowUp> goingOn = FollowUps.passedOn(event, account.participant(), lookups).stream()
                .toList();
        if (event instanceof ReferralCancelled && goingOn.isEmpty()) {
            Movement movement = moved(event, account, processedOn, lookups).orElseThrow();
            return moved(event, event, account, movement.account(), movement, processedOn);
        }
        List<Problem> problems = Admission.problems(event, Optional.of(account), catalogue, processedOn, lookups);
        if (!problems.isEmpty()) {
            Outcome outcome = refused(event, problems, processedOn);
            Changes changes = changes(new Recorded(event, outcome), account, account, List.of(), goingOn);
            return new Decision(outcome, Optional.of(changes), List.of());
        }
        return decide(event, Optional.of(account), processedOn, lookups);
    }

    /**
     * What a run decides about an event that waits for it; nothing to write where none of its offers has to decide it.
     *
     * @param key under which the decision is recorded
     * @param waiting the event
     * @param createdOn when the engine was given it
     * @param asOf instant that the run is about
     */
    Decision decideWaiting(
            EventEvaluated key,
            CustomerEvent waiting,
            Account account,
            RunDefinition run,
            Instant createdOn,
            Instant asOf,
            Lookups lookups) {
        OpenEvent open = account.open(waiting.key()).orElseThrow();
        if (waiting instanceof SpendRequested) {
            Movement movement = moved(waiting, account, asOf, lookups).orElseThrow();
            Account after = movement.account().without(waiting.key());
            return moved(key, waiting, account, after, movement, asOf);
        }
        CustomerEvent left = withoutReturned(waiting, account);
        Situation situation = Situation.inRun(left, account, catalogue, createdOn, asOf, dayBefore(waiting));
        List<Offer> undecided = undecided(situation, open);
        List<Offer> covered = undecided.stream().filter(run::covers).toList();
        Decided decided = decided(situation, covered, lookups);
        Set<String> settled = new TreeSet<>();
        for (int i = 0; i < covered.size(); i++) {
            if (!staysOpen(decided.answers().get(i), situation)) {
                settled.add(covered.get(i).code());
            }
        }
        Account posted = decided.posting().account();
        Account after = undecided.size() == settled.size() && !waitsForSignUp(situation)
                ? posted.without(waiting.key())
                : posted.with(open.settledBy(settled));
        Decision decision = written(key, account, decided, after, waiting, Optional.empty(), asOf);
        return after.equals(account) ? decision.withoutChanges() : decision;
    }

    /** A purchase without what has come back of it; one of which all came back does not wait any more. */
    private static CustomerEvent withoutReturned(CustomerEvent waiting, Account account) {
        return waiting instanceof Purchase purchase
                ? account.wallet()
                        .sale(waiting.key())
                        .flatMap(sale -> sale.rest(purchase))
                        .orElse(purchase)
                : waiting;
    }

    /** The offers that a run has to decide; what is not about an event is left to the visits. */
    private List<Offer> undecided(Situation situation, OpenEvent open) {
        return offersFor(situation).stream()
                .filter(offer -> offer.classification().trigger().isEvent())
                .filter(offer -> !open.settled().contains(offer.code()))
                .toList();
    }

    /** True while a sign-up that is told late could still bring the event an offer. Domain 6.2, 12.1 Q8. */
    private boolean waitsForSignUp(Situation situation) {
        return catalogue
                .index()
                .withoutSignUp(situation.event(), situation.account().participant(), situation.validityDate())
                .stream()
                .filter(offer -> offer.classification().trigger().isEvent())
                .map(situation::candidate)
                .anyMatch(candidate -> hasTimeLeft(candidate, situation));
    }

    /** What a run finds on its visit to a participant; nothing to write where it awards nothing. */
    Decision visit(ParticipantVisited visit, Account account, RunDefinition run, LocalDate since, Lookups lookups) {
        Instant asOf = visit.performedOn();
        Situation situation = Situation.inRun(visit, account, catalogue, asOf, asOf, since);
        List<Offer> covered = offersFor(situation).stream().filter(run::covers).toList();
        Decided decided = decided(situation, VisitOffers.of(situation, covered), lookups);
        Decision decision =
                written(visit, account, decided, decided.posting().account(), visit, Optional.empty(), asOf);
        return decided.posting().transactions().isEmpty() ? decision.withoutChanges() : decision;
    }

    /** The verdict on one offer at a visit, whether or not the visit would ask for it. */
    Verdict verdictOnVisit(Offer offer, ParticipantVisited visit, Account account, LocalDate since, Lookups lookups) {
        Instant asOf = visit.performedOn();
        return verdictOn(offer, Situation.inRun(visit, account, catalogue, asOf, asOf, since), lookups);
    }

    /** The verdict on one offer, whether or not the index would find it; the event must be one that is admitted. */
    Verdict verdictOn(Offer offer, CustomerEvent event, Account account, Instant processedOn, Lookups lookups) {
        Situation situation = Situation.interactive(
                event, account.with(ParticipantChanges.after(event, account.participant())), catalogue, processedOn);
        return verdictOn(offer, situation, lookups);
    }

    /** The verdict on one offer for an event that was recorded; as a run gives it where no run has to look at it again. */
    Verdict verdictAgain(Offer offer, CustomerEvent event, Account account, Instant processedOn, Lookups lookups) {
        Situation situation = account.open(event.key()).isPresent()
                ? Situation.interactive(event, account, catalogue, processedOn)
                : Situation.inRun(event, account, catalogue, processedOn, processedOn, dayBefore(event));
        return verdictOn(offer, situation, lookups);
    }

    Verdict verdictOn(Offer offer, Situation situation, Lookups lookups) {
        List<Offer> offers = new ArrayList<>(offersFor(situation));
        if (!offers.contains(offer)) {
            offers.add(offer);
        }
        return decided(situation, offers, lookups).verdicts().get(offers.indexOf(offer));
    }

    private Decision decided(
            CustomerEvent event,
            Account before,
            Account changed,
            Optional<Movement> back,
            Instant processedOn,
            Lookups lookups) {
        Situation situation = Situation.interactive(event, changed, catalogue, processedOn);
        List<Offer> offers = offersFor(situation);
        List<BudgetClaim> freed = back.map(Movement::claims).orElse(List.of());
        Decided decided = decided(situation, offers, lookups, freed);
        Account after = decided.posting().account();
        if (waitsForRuns(event) && offers.stream().anyMatch(Generation::isLeftToRuns)) {
            Set<String> settled = new TreeSet<>();
            offers.stream().filter(offer -> !isLeftToRuns(offer)).forEach(offer -> settled.add(offer.code()));
            after = after.with(new OpenEvent(event.key(), event.performedOn(), settled));
        }
        return written(event, before, decided, after, event, back, processedOn);
    }

    /** What the rules said, what was made of it, and what it means. */
    private record Decided(Situation situation, List<Answer> answers, List<Verdict> verdicts, Posting posting) {}

    private Decided decided(Situation situation, List<Offer> offers, Lookups lookups) {
        return decided(situation, offers, lookups, List.of());
    }

    /** What is decided after goods that came back have {@code freed} parts of budgets. */
    private Decided decided(Situation situation, List<Offer> offers, Lookups lookups, List<BudgetClaim> freed) {
        List<Answer> answers = offers.isEmpty() ? List.of() : rules.answer(situation.candidates(offers));
        Map<String, Usage> usages = usages(answers, lookups);
        freed.forEach(claim -> usages.computeIfPresent(
                claim.offer(), (offer, used) -> claim.onTopOf(Optional.of(used)).orElseThrow()));
        List<Verdict> verdicts = Resolver.verdicts(situation, answers, usages);
        return new Decided(
                situation, answers, verdicts, Posting.of(situation, answers, verdicts, rules.hash(), wallets));
    }

    private Decision written(
            CustomerEvent key,
            Account before,
            Decided decided,
            Account after,
            CustomerEvent event,
            Optional<Movement> back,
            Instant processedOn) {
        Posting posting = decided.posting();
        OutcomeBuilder builder =
                outcome(event, Outcome.Status.PROCESSED, processedOn).withVerdicts(decided.verdicts());
        List<BudgetClaim> claims = new ArrayList<>();
        List<FollowUp> followUps = new ArrayList<>();
        back.ifPresent(movement -> {
            builder.withMovement(movement);
            claims.addAll(movement.claims());
            followUps.addAll(movement.followUps());
        });
        claims.addAll(posting.claims());
        followUps.addAll(posting.followUps());
        Outcome outcome = builder.withPosting(decided.situation(), posting).build();
        Changes changes = changes(new Recorded(key, outcome), before, after, claims, followUps);
        return new Decision(outcome, Optional.of(changes), decided.answers());
    }

    private Decision moved(
            CustomerEvent key,
            CustomerEvent event,
            Account before,
            Account after,
            Movement movement,
            Instant processedOn) {
        Outcome outcome = outcome(event, Outcome.Status.PROCESSED, processedOn)
                .withMovement(movement)
                .build();
        Changes changes = changes(new Recorded(key, outcome), before, after, movement.claims(), movement.followUps());
        return new Decision(outcome, Optional.of(changes), List.of());
    }

    /** An event that is left to the next evaluation run; what comes back with it comes back at once. */
    private Decision waiting(
            CustomerEvent event, Account before, Account changed, Optional<Movement> back, Instant processedOn) {
        Account after = changed.with(new OpenEvent(event.key(), event.performedOn(), Set.of()));
        OutcomeBuilder builder = outcome(event, Outcome.Status.QUEUED, processedOn);
        back.ifPresent(builder::withMovement);
        Outcome outcome = builder.withBalances(after).build();
        Changes changes = changes(
                new Recorded(event, outcome),
                before,
                after,
                back.map(Movement::claims).orElse(List.of()),
                back.map(Movement::followUps).orElse(List.of()));
        return new Decision(outcome, Optional.of(changes), List.of());
    }

    private Decision transferred(CustomerEvent event, Account before, Transfer transfer, Instant processedOn) {
        Outcome outcome = outcome(event, Outcome.Status.PROCESSED, processedOn)
                .withTransactions(transfer.transactions())
                .withBalances(transfer.account())
                .build();
        List<FollowUp> followUps = transfer.followUp().stream().toList();
        Changes changes = changes(new Recorded(event, outcome), before, transfer.account(), List.of(), followUps);
        return new Decision(outcome, Optional.of(changes), List.of());
    }

    private Decision recorded(
            CustomerEvent event, Outcome.Status status, Account before, Account after, Instant processedOn) {
        Outcome outcome =
                outcome(event, status, processedOn).withBalances(after).build();
        Changes changes = changes(new Recorded(event, outcome), before, after, List.of(), List.of());
        return new Decision(outcome, Optional.of(changes), List.of());
    }

    private Changes changes(
            Recorded recorded, Account before, Account after, List<BudgetClaim> claims, List<FollowUp> followUps) {
        Set<UniqueName> taken = names(after);
        Set<UniqueName> released = names(before);
        Set<UniqueName> kept = new HashSet<>(taken);
        kept.retainAll(released);
        taken.removeAll(kept);
        released.removeAll(kept);
        usedCode(recorded.event()).ifPresent(taken::add);
        List<Notification> told = Notifications.of(recorded.outcome(), after, catalogue);
        List<BudgetClaim> inOrder =
                claims.stream().sorted(Comparator.comparing(BudgetClaim::offer)).toList();
        return new Changes(recorded, after.next(), inOrder, followUps, taken, released, told);
    }

    /** The outcome of an event that a host sends and only the engine may raise. */
    Outcome refusedAsRaised(CustomerEvent event, Instant processedOn) {
        Problem problem =
                new Problem("type", "The event (" + event.key() + ") is of a type that only the engine raises.");
        return refused(event, List.of(problem), processedOn);
    }

    private Outcome refused(CustomerEvent event, List<Problem> problems, Instant processedOn) {
        return outcome(event, Outcome.Status.REFUSED, processedOn)
                .withProblems(problems)
                .build();
    }

    private List<Offer> offersFor(Situation situation) {
        return catalogue
                .index()
                .candidates(situation.event(), situation.account().participant(), situation.validityDate());
    }

    private static Map<String, Usage> usages(List<Answer> answers, Lookups lookups) {
        Map<String, Usage> usages = new TreeMap<>();
        for (Answer answer : answers) {
            Offer offer = answer.candidate().offer();
            if (!offer.caps().total().isNone()) {
                lookups.usage(offer.code()).ifPresent(usage -> usages.put(offer.code(), usage));
            }
        }
        return usages;
    }

    /** True for events that are kept for runs; profiles and subscriptions are visited anyway. */
    private static boolean waitsForRuns(CustomerEvent event) {
        return Trigger.of(event).stream().anyMatch(Trigger::isEvent);
    }

    private static boolean isLeftToRuns(Offer offer) {
        return offer.classification().trigger().isEvent() && offer.evaluation() == EvaluationMethod.BATCH;
    }

    /** True when later runs look at the offer again: its rules said no, and the event has time left. Domain 12.1 Q8. */
    private static boolean staysOpen(Answer answer, Situation situation) {
        boolean no = answer.declines().isEmpty()
                ? answer.grants().isEmpty()
                : answer.declines().stream()
                        .anyMatch(decline -> !decline.reason().counts());
        return no && hasTimeLeft(answer.candidate(), situation);
    }

    private static boolean hasTimeLeft(Candidate candidate, Situation situation) {
        return candidate.offer().conditions().maximumUnprocessed().isPresent()
                && !situation.processedOn().isAfter(candidate.processBy());
    }

    private LocalDate dayBefore(CustomerEvent event) {
        return event.performedOn()
                .atZone(catalogue.settings().zone())
                .toLocalDate()
                .minusDays(1);
    }

    private Optional<UniqueName> usedCode(CustomerEvent event) {
        return event instanceof SchemeSignUp signUp
                ? catalogue
                        .scheme(signUp.scheme())
                        .filter(scheme -> scheme.signUp().option() == SignUpOption.UNIQUE_CODE)
                        .map(scheme -> UniqueName.code(scheme.code(), signUp.referenceCode()))
                : Optional.empty();
    }

    private static Set<UniqueName> names(Account account) {
        Set<UniqueName> names = new HashSet<>();
        for (Lot lot : account.lots()) {
            lot.voucher().ifPresent(voucher -> names.add(UniqueName.voucher(voucher.codeHash())));
        }
        account.participant().tokens().forEach(hash -> names.add(UniqueName.token(hash)));
        return names;
    }

    private OutcomeBuilder outcome(CustomerEvent event, Outcome.Status status, Instant processedOn) {
        return new OutcomeBuilder(
                event, status, processedOn, catalogue.programme().version(), rules.hash());
    }
}
