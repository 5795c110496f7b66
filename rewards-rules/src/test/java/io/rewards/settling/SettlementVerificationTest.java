package io.rewards.settling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.engine.RewardsEngine;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.TransactionKind;
import io.rewards.problem.Problem;
import io.rewards.report.LedgerReports;
import io.rewards.report.Verification;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementSum;
import io.rewards.store.InMemoryStore;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of the ledger finds whatever is wrong with the books of merchants. */
class SettlementVerificationTest {

    private final InMemoryStore store = new InMemoryStore();

    @BeforeEach
    void settleTwoOfThree() {
        RewardsEngine engine = RewardsEngine.builder(ThreeMerchants.programme(), store, () -> ThreeMerchants.ON)
                .withRules(DroolsRuleCompiler.builtIn())
                .build();
        ThreeMerchants.live(engine);
        engine.settlements().settle("A", "one", ThreeMerchants.ON);
        engine.settlements().settle("B", "one", ThreeMerchants.ON);
    }

    /** The books, of which one answer is another. */
    private Verification tampered(String method, UnaryOperator<List<Object>> change) {
        MerchantBooks books = (MerchantBooks) Proxy.newProxyInstance(
                MerchantBooks.class.getClassLoader(),
                new Class<?>[] {MerchantBooks.class},
                (proxy, called, arguments) -> {
                    try {
                        Object answer = called.invoke(store.merchants(), arguments);
                        return called.getName().equals(method)
                                ? change.apply(new ArrayList<>((List<?>) answer))
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        RewardsStore front = new StoreInFront(store) {
            @Override
            public MerchantBooks merchants() {
                return books;
            }
        };
        return LedgerReports.of(front, ZoneOffset.UTC).verify();
    }

    private static String messages(Verification verification) {
        return String.join(
                "\n", verification.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void booksThatAreRightHaveNoProblemAndTheirChainsAreSealed() {
        Verification verification = tampered("nothing", answer -> answer);
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.chains())
                .as("of one participant and two merchants")
                .isEqualTo(3);
        Verification without = tampered("settled", answer -> new ArrayList<>());
        assertThat(without.chains()).isEqualTo(3);
    }

    @Test
    void anEntryThatWasChangedBreaksTheChain() {
        assertThat(messages(tampered(
                        "journal",
                        answer -> replaced(
                                answer,
                                MerchantEntry.class,
                                entry -> entry.transaction().kind() == TransactionKind.CONTRIBUTION
                                        ? new MerchantEntry(
                                                new JournalEntry(entry.number(), entry.transaction(), "0".repeat(64)),
                                                entry.taken())
                                        : entry))))
                .contains("merchants[A]: The hash of transaction (p1#TENTH/contribution) does not fit");
    }

    @Test
    void anEntryThatIsLeftOutIsMissed() {
        String messages = messages(tampered("journal", answer -> {
            answer.removeIf(each -> ((MerchantEntry) each).transaction().kind() == TransactionKind.SPEND);
            return answer;
        }));
        assertThat(messages)
                .contains("merchants[A]: The entry has the number (")
                .contains("does not say in (EUR) what");
    }

    @Test
    void anEntryThatIsSettledAndStillOpenIsNamed() {
        JournalPlace settled =
                store.merchants().journal("A", 0, 1).get(0).taken().orElseThrow();
        JournalEntry entry =
                store.journal(settled.participant(), settled.number() - 1, 1).get(0);
        boolean[] once = {false};
        assertThat(messages(tampered("open", answer -> {
                    if (!once[0]) {
                        once[0] = true;
                        answer.add(new OwnedEntry(settled.participant(), entry));
                    }
                    return answer;
                })))
                .contains("The entry (" + settled.number()
                        + ") of participant (ada) is settled more than once, or settled" + " and still to be settled.");
    }

    @Test
    void anEntryThatIsNeitherSettledNorOpenIsMissed() {
        assertThat(messages(tampered("open", answer -> new ArrayList<>())))
                .contains(
                        "merchants[C]: Of the entries of participants (2) touch an account of the merchant, and (0) are"
                                + " settled and (0) still to be settled.")
                .contains(
                        "come to (-2.00 EUR) on (CONTRIBUTION of C), and what is settled and still to be settled to (0.00");
    }

    @Test
    void aSettlementThatSaysSomethingElseIsNamed() {
        assertThat(messages(tampered(
                        "settlements",
                        answer -> replaced(answer, Settlement.class, settlement -> {
                            SettlementSum sum = settlement.sums().get(0);
                            return new Settlement(
                                    settlement.merchant(),
                                    settlement.id(),
                                    settlement.number(),
                                    settlement.on(),
                                    settlement.recordedFrom(),
                                    settlement.recordedThrough(),
                                    settlement.first(),
                                    settlement.end(),
                                    List.of(new SettlementSum(
                                            sum.contributions(),
                                            sum.reimbursements().plus(sum.reimbursements()),
                                            sum.fee(),
                                            sum.before(),
                                            sum.after().plus(sum.reimbursements()))));
                        }))))
                .contains("merchants[B]: The settlement (one) does not say in (EUR) what its entries come to.");
    }

    @Test
    void aSettlementThatIsLeftOutIsMissed() {
        assertThat(messages(tampered("settlements", answer -> new ArrayList<>())))
                .contains("merchants[B]: The journal goes on behind the latest settlement, at number (1).");
    }

    private static <T> List<Object> replaced(List<Object> answer, Class<T> type, UnaryOperator<T> change) {
        List<Object> changed = new ArrayList<>();
        answer.forEach(each -> changed.add(change.apply(type.cast(each))));
        return changed;
    }
}
