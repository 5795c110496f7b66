package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.FollowUp;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.RunDefinition;
import io.rewards.effect.Effect;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.TransferReceived;
import io.rewards.ledger.AccountKind;
import io.rewards.problem.Problem;
import io.rewards.report.LedgerReports;
import io.rewards.run.RunFailure;
import io.rewards.run.RunListener;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.PreviewStore;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A follow-up that is still kept although its event is recorded, or that nobody is there for. */
class KeptFollowUpTest {

    private final Purse purse = Purse.with();
    private final FollowUp applied = applied();

    @Test
    void theSameAgainIsForgotten() {
        Keeping store = new Keeping(purse.store, applied);
        assertThat(problems(store)).isEmpty();
        engine(store).runs().applyFollowUps();
        assertThat(store.followUps(0, 10)).isEmpty();
        assertThat(purse.balance("P2", AccountKind.OPEN)).isEqualTo("5.00 EUR");
    }

    @Test
    void aPreviewForgetsItForItselfOnly() {
        Keeping store = new Keeping(purse.store, applied);
        PreviewStore preview = new PreviewStore(store);
        engine(preview).runs().applyFollowUps();
        assertThat(preview.followUps(0, 10)).isEmpty();
        assertThat(store.followUps(0, 10)).extracting(Kept::what).containsExactly(applied);
    }

    @Test
    void anotherUnderTheSameKeyIsReportedAndStays() {
        FollowUp other = like(applied, applied.event().key(), "P2", Shop.at("2024-03-09"));
        Keeping store = new Keeping(purse.store, other);
        assertThat(engine(store).runs().applyFollowUps()).isZero();
        assertThat(store.followUps(0, 10)).extracting(Kept::what).containsExactly(other);
        String message =
                "The follow-up (follow-up/transfer/E2) cannot be applied: an event with other content is recorded"
                        + " under its key. It is kept, and what it carries has not come to participant (P2). Compare it with the"
                        + " event, and give by hand what is missing.";
        assertThat(engine(store)
                        .runs()
                        .run(RunDefinition.ofEverything("NIGHT"), Shop.at("2024-03-10"), RunListener.NONE)
                        .failures())
                .containsExactly(new RunFailure("P2", message));
        assertThat(engine(store)
                        .runs()
                        .expire(Shop.at("2024-03-10"), RunListener.NONE)
                        .failures())
                .containsExactly(new RunFailure("P2", message));
        assertThat(problems(store))
                .contains(new Problem(
                        "followUps[follow-up/transfer/E2]",
                        "The follow-up (follow-up/transfer/E2) can never be applied: an event with other content is"
                                + " recorded under its key."));
    }

    @Test
    void oneForNobodyIsReportedAndStays() {
        FollowUp nobodys = like(applied, new EventKey("follow-up", "transfer/X"), "P9", Shop.at("2024-03-09"));
        Keeping store = new Keeping(purse.store, nobodys);
        assertThat(engine(store).runs().applyFollowUps()).isZero();
        assertThat(engine(store)
                        .runs()
                        .run(RunDefinition.ofEverything("NIGHT"), Shop.at("2024-03-10"), RunListener.NONE)
                        .failures())
                .containsExactly(new RunFailure(
                        "P9",
                        "The follow-up (follow-up/transfer/X) cannot be applied: the participant (P9) is not registered."
                                + " Register that one, and apply the follow-ups again."));
        assertThat(problems(store))
                .contains(new Problem(
                        "followUps[follow-up/transfer/X].participant",
                        "The follow-up (follow-up/transfer/X) cannot be applied: the participant (P9) is not"
                                + " registered."));
    }

    /** P1 gives 5.00 to P2; the follow-up by which it has come. */
    private FollowUp applied() {
        List<FollowUp> kept = new ArrayList<>();
        RewardsStore watched = new StoreInFront(purse.store) {
            @Override
            public boolean commit(Recorded recorded, Effect effect) {
                kept.addAll(effect.followUps());
                return super.commit(recorded, effect);
            }
        };
        purse.topUp("2024-03-01", "20.00");
        engine(watched).evaluate(new MoneyTransferred(purse.header("2024-03-02"), "P2", eur("5.00"), "a gift"));
        assertThat(purse.balance("P2", AccountKind.OPEN)).isEqualTo("5.00 EUR");
        return kept.get(0);
    }

    private static FollowUp like(FollowUp followUp, EventKey key, String participant, Instant on) {
        EventHeader header = new EventHeader(key, participant, "U1", on, Optional.of(on), true, Attributes.NONE);
        return new FollowUp(
                (TransferReceived) followUp.event().withHeader(header),
                followUp.wallet(),
                followUp.inheritance(),
                followUp.counters(),
                followUp.referral());
    }

    private static RewardsEngine engine(RewardsStore store) {
        return RewardsEngine.builder(
                        Shop.programme(Shop.settings()), store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                .withRules(Shop.RULES)
                .withVoucherKey(Purse.KEY)
                .build();
    }

    private static List<Problem> problems(RewardsStore store) {
        return LedgerReports.of(store, Shop.ZONE).verify().problems();
    }

    /** A store that keeps one follow-up more than the one behind it. */
    private static final class Keeping extends StoreInFront {

        private Optional<FollowUp> kept;

        Keeping(RewardsStore behind, FollowUp kept) {
            super(behind);
            this.kept = Optional.of(kept);
        }

        @Override
        public List<Kept<FollowUp>> followUps(long after, int most) {
            List<Kept<FollowUp>> page = new ArrayList<>();
            if (after == 0) {
                kept.ifPresent(followUp -> page.add(new Kept<>(1, followUp)));
            }
            super.followUps(Math.max(0, after - 1), most - page.size())
                    .forEach(each -> page.add(new Kept<>(each.number() + 1, each.what())));
            return page;
        }

        @Override
        public List<Kept<FollowUp>> claimFollowUps(long after, int most, Lease lease) {
            return followUps(after, most);
        }

        @Override
        public void forget(EventKey followUp) {
            kept = kept.filter(each -> !each.event().key().equals(followUp));
            super.forget(followUp);
        }
    }
}
