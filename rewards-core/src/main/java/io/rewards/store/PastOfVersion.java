package io.rewards.store;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Awarder;
import io.rewards.past.Inheritance;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The past of an account as of the version that was loaded; it refuses once the account has been written again. */
record PastOfVersion(AccountFile file, long version) implements Past {

    private <T> T ask(Function<Past, T> question) {
        synchronized (file) {
            return question.apply(file.past(version));
        }
    }

    @Override
    public Optional<Transaction> transaction(String id) {
        return ask(known -> known.transaction(id));
    }

    @Override
    public Amount reversedOf(Transaction transaction) {
        return ask(known -> known.reversedOf(transaction));
    }

    @Override
    public Amount standing(Transaction transaction) {
        return ask(known -> known.standing(transaction));
    }

    @Override
    public Optional<Lot> lot(String id) {
        return ask(known -> known.lot(id));
    }

    @Override
    public List<Lot> lotsOf(EventKey event) {
        return ask(known -> known.lotsOf(event));
    }

    @Override
    public Optional<Lot> voucher(String codeHash) {
        return ask(known -> known.voucher(codeHash));
    }

    @Override
    public Optional<Sale> sale(EventKey purchase) {
        return ask(known -> known.sale(purchase));
    }

    @Override
    public List<Transaction> expirations(Instant instant) {
        return ask(known -> known.expirations(instant));
    }

    @Override
    public boolean isCancelled(EventKey event) {
        return ask(known -> known.isCancelled(event));
    }

    @Override
    public List<Counted> counted(String offer, Instant from, Instant through, int most) {
        return ask(known -> known.counted(offer, from, through, most));
    }

    @Override
    public Set<String> countedFor(EventKey event) {
        return ask(known -> known.countedFor(event));
    }

    @Override
    public Optional<PastAward> award(String lot) {
        return ask(known -> known.award(lot));
    }

    @Override
    public AwardFigures awards(AwardQuestion question) {
        return ask(known -> known.awards(question));
    }

    @Override
    public List<PastAward> awardsOf(String offer) {
        return ask(known -> known.awardsOf(offer));
    }

    @Override
    public List<PastAward> awardsOf(String offer, Instant from, Instant until) {
        return ask(known -> known.awardsOf(offer, from, until));
    }

    @Override
    public Amount awarded(
            Award.PercentageOfAwarded past, String offer, Instant from, Instant through, Set<String> except) {
        return ask(known -> known.awarded(past, offer, from, through, except));
    }

    @Override
    public Optional<PastAward> firstAward(Instant since, Set<String> offers, Set<String> except) {
        return ask(known -> known.firstAward(since, offers, except));
    }

    @Override
    public List<TierUnits> tierUnits(Instant from, Instant through) {
        return ask(known -> known.tierUnits(from, through));
    }

    @Override
    public long entries() {
        return ask(Past::entries);
    }

    @Override
    public List<PastAward> sharesOf(PastAward award) {
        return ask(known -> known.sharesOf(award));
    }

    @Override
    public List<PastAward> waited() {
        return ask(Past::waited);
    }

    @Override
    public boolean standsByItself(Set<String> except) {
        return ask(known -> known.standsByItself(except));
    }

    @Override
    public Map<Awarder, Long> standing(TransactionKind kind) {
        return ask(known -> known.standing(kind));
    }

    @Override
    public Inheritance inheritance() {
        return ask(known -> known.inheritance());
    }
}
