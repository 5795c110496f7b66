package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.effort.Effort;
import io.rewards.ledger.TransactionKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the kills interrupt is worth interrupting. */
class TaleTest {

    @Test
    void everySortOfEventHappensAndIsRecordedInATale() {
        List<Tale.Step> tale = Tale.of(Effort.seed("rewards.kills.seed"), 1_000);
        Ending ending = Ending.undisturbed(tale);
        Set<String> recorded = new TreeSet<>();
        ending.recorded()
                .values()
                .forEach(each -> recorded.add(each.event().getClass().getSimpleName()));
        Set<TransactionKind> kinds = EnumSet.noneOf(TransactionKind.class);
        Set<String> offers = new TreeSet<>();
        ending.accounts()
                .values()
                .forEach(account -> account.transactions().forEach(transaction -> {
                    kinds.add(transaction.kind());
                    offers.add(transaction.offer());
                }));

        assertThat(recorded)
                .contains(
                        "ParticipantRegistered",
                        "Referral",
                        "Purchase",
                        "GoodsReturn",
                        "SpendRequested",
                        "MoneyTransferred",
                        "PointsExchanged",
                        "EventCancelled");
        assertThat(kinds).contains(TransactionKind.AWARD, TransactionKind.SPEND, TransactionKind.AWARD_EXPIRATION);
        assertThat(offers)
                .contains("POINT-PER-EURO", "FIVE-PERCENT", "EVERY-THIRD", "BRING-A-FRIEND", "BIRTHDAY", "A-FEW");
        assertThat(ending.notifications()).isNotEmpty();
        assertThat(ending.usages()).hasSizeGreaterThan(10);
        assertThat(ending.run()).isPresent();
    }
}
