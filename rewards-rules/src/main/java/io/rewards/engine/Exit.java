package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.UniqueName;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.SignUpOption;
import io.rewards.decision.Moment;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignUp;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.Transaction;
import io.rewards.notification.Notifications;
import io.rewards.problem.Problem;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The exit of the corridor: the one place where an outcome is put together and an effect made ready to be written.
 * Immutable and thread-safe.
 */
record Exit(InForce inForce) {

    /** An event that is refused leaves nothing behind. */
    Decision refused(CustomerEvent event, List<Problem> problems, Instant at) {
        Told told = new Told(Outcome.Status.REFUSED, problems, List.of(), List.of(), Report.NOTHING, List.of());
        return new Decision(event, outcome(event, at, told), Optional.empty(), List.of());
    }

    /** A follow-up that is refused is done with all the same, with what else comes of it. */
    Decision refused(CustomerEvent event, List<Problem> problems, Moment moment, Effect effect) {
        Outcome outcome = refused(event, problems, moment.at()).outcome();
        return new Decision(event, outcome, Optional.of(written(event, moment, outcome, effect)), List.of());
    }

    /** What was decided, and what to write of it under the key of {@code event}. */
    Decision written(CustomerEvent event, Moment before, EventResult result) {
        Effect changed = result.effect();
        Told told = new Told(
                result.status(),
                List.of(),
                result.verdicts(),
                changed.transactions(),
                changed.report(),
                Balance.of(changed.account().wallet(), before.at()));
        Outcome outcome = outcome(before.event(), before.at(), told);
        Effect effect = written(event, before, outcome, changed);
        return new Decision(event, outcome, Optional.of(effect), result.answers());
    }

    private Effect written(CustomerEvent event, Moment before, Outcome outcome, Effect effect) {
        Account after = effect.account();
        Set<UniqueName> taken = new HashSet<>();
        Set<UniqueName> released = new HashSet<>();
        vouchers(before.account(), effect, taken, released);
        tokens(before.account(), after, taken, released);
        usedCode(event, inForce.catalogue()).ifPresent(taken::add);
        if (event instanceof Referral referral) {
            taken.add(UniqueName.referral(referral.participant(), referral.referrer()));
        }
        List<BudgetClaim> claims = new ArrayList<>(effect.claims());
        claims.sort(Comparator.comparing(BudgetClaim::budget));
        boolean anew = !after.participant().equals(before.account().participant())
                || effect.report().returned().isPresent();
        return (anew ? effect.visitingAnew() : effect)
                .with(new Shared(
                        claims,
                        effect.followUps(),
                        taken,
                        released,
                        Notifications.of(outcome, before.account(), after, inForce.catalogue())))
                .sealed();
    }

    private static void vouchers(Account before, Effect effect, Set<UniqueName> taken, Set<UniqueName> released) {
        for (Lot lot : effect.past().lots()) {
            if (lot.voucher().isPresent()) {
                UniqueName name = UniqueName.voucher(lot.voucher().get().codeHash());
                boolean had = before.wallet().lot(lot.id()).isPresent();
                boolean has = effect.account().wallet().lot(lot.id()).isPresent();
                if (has && !had) {
                    taken.add(name);
                } else if (had && !has) {
                    released.add(name);
                }
            }
        }
    }

    private static void tokens(Account before, Account after, Set<UniqueName> taken, Set<UniqueName> released) {
        Set<String> had =
                before.version() == 0 ? Set.of() : before.participant().tokens();
        Set<String> has = after.participant().tokens();
        if (!had.equals(has)) {
            has.stream().filter(hash -> !had.contains(hash)).forEach(hash -> taken.add(UniqueName.token(hash)));
            had.stream().filter(hash -> !has.contains(hash)).forEach(hash -> released.add(UniqueName.token(hash)));
        }
    }

    private static Optional<UniqueName> usedCode(CustomerEvent event, Catalogue catalogue) {
        return event instanceof SchemeSignUp signUp
                ? catalogue
                        .scheme(signUp.scheme())
                        .filter(scheme -> scheme.signUp().option() == SignUpOption.UNIQUE_CODE)
                        .map(scheme -> UniqueName.code(scheme.code(), signUp.referenceCode()))
                : Optional.empty();
    }

    private Outcome outcome(CustomerEvent event, Instant at, Told told) {
        Report report = told.report();
        Optional<Report.Bill> bill = report.bill();
        return new Outcome(
                event.key(),
                event.participant(),
                told.status(),
                at,
                inForce.catalogue().programme().version(),
                inForce.rules().hash(),
                told.problems(),
                told.verdicts(),
                bill.map(Report.Bill::total),
                bill.map(Report.Bill::discounts).orElse(List.of()),
                bill.map(Report.Bill::payable),
                told.transactions(),
                report.lots(),
                report.progress(),
                told.balances(),
                report.spend(),
                bill.map(Report.Bill::backEnd).filter(Amount::isPositive),
                report.returned(),
                report.exchanged(),
                Optional.empty());
    }

    /** What an outcome tells besides what it is about. */
    private record Told(
            Outcome.Status status,
            List<Problem> problems,
            List<Verdict> verdicts,
            List<Transaction> transactions,
            Report report,
            List<Balance> balances) {}
}
