package io.rewards.engine;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.TransactionFilter;
import io.rewards.organisation.SettlementTerms;
import io.rewards.run.RunRecord;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.PointsValue;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDelivery;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.SettlementListener;
import io.rewards.settlement.SettlementReport;
import io.rewards.settlement.Settling;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Settles what merchants give to awards and get for purchases that wallets paid. A settlement takes everything that was
 * recorded and not settled, whatever its date; it is posted only where that is agreed, and otherwise shown. What is cancelled
 * after it was settled is an opposite entry of the next settlement. Thread-safe. Source: domain 7.4, 7.5.
 */
public final class EngineSettlements {

    private static final int AT_ONCE = 1_000;
    /** Each refusal means that another worker has settled the merchant. */
    private static final int MOST_TRIES = 1_000;

    private static final String PREVIEW = "preview";

    private final Workplace workplace;
    private final Supplier<InForce> current;

    EngineSettlements(Workplace workplace, Supplier<InForce> current) {
        this.workplace = workplace;
        this.current = current;
    }

    /** What of a merchant a settlement is about. */
    private interface Scope {

        List<OwnedEntry> open(MerchantBooks books, String merchant);
    }

    /**
     * Settles a merchant, where its settlements are posted; otherwise shows what would be settled. The same id again gives the
     * same settlement, and settles nothing. Where nothing is open, nothing is kept.
     *
     * @param merchant code of the unit
     * @param id of the settlement, unique for the merchant
     * @param on instant that it is about
     */
    public SettlementDocument settle(String merchant, String id, Instant on) {
        return settle(merchant, id, on, EngineSettlements::all);
    }

    /** What {@link #settle} would settle now, whether or not it would be posted; nothing is recorded. */
    public SettlementDocument preview(String merchant, Instant on) {
        return drawn(merchant, PREVIEW, on, EngineSettlements::all);
    }

    /**
     * Settles what is about one purchase at once, with each merchant that it concerns. The same id again gives the same
     * settlements.
     *
     * @param id of the settlements, unique for each merchant
     */
    public List<SettlementDocument> settlePurchase(EventKey purchase, String id, Instant on) {
        return merchantsOf(purchase).stream()
                .map(merchant -> settle(merchant, id, on, about(purchase)))
                .filter(document -> !document.isEmpty())
                .toList();
    }

    /** What {@link #settlePurchase} would settle now, whether or not it would be posted; nothing is recorded. */
    public List<SettlementDocument> previewPurchase(EventKey purchase, Instant on) {
        return merchantsOf(purchase).stream()
                .map(merchant -> drawn(merchant, PREVIEW, on, about(purchase)))
                .filter(document -> !document.isEmpty())
                .toList();
    }

    /**
     * Settles the merchants of a definition, those that have a recurrence of their own where they are due. The same run again
     * reports the same settlements and settles nothing new; one that was interrupted goes on.
     *
     * @param listener is told of each settlement, posted or shown
     * @throws IllegalArgumentException when the definition is not effective, or the instant lies before its latest run
     */
    public SettlementReport run(SettlementDefinition definition, Instant asOf, Consumer<SettlementDocument> listener) {
        return new SettlementRun(this, workplace.store(), definition, asOf).run(listener);
    }

    /** What {@link #run} would report now, without recording anything. */
    public SettlementReport previewRun(
            SettlementDefinition definition, Instant asOf, Consumer<SettlementDocument> listener) {
        return new SettlementRun(this, workplace.store(), definition, asOf).preview(listener);
    }

    /** When {@code definition} is to run next: after its latest run, or at the instant of that run where it was interrupted. */
    public Optional<Instant> nextRun(SettlementDefinition definition) {
        Optional<RunRecord> latest = workplace.store().latestRun(SettlementRun.code(definition));
        return latest.filter(run -> definition.effective() && !run.finished())
                .map(RunRecord::asOf)
                .or(() -> definition.dueAfter(
                        latest.map(RunRecord::asOf), current.get().zone()));
    }

    /** The settlement of this id of a merchant with its entries, if there is one. */
    public Optional<SettlementDocument> find(String merchant, String id) {
        return books().settlement(merchant, id).map(this::document);
    }

    /** At most {@code most} settlements of a merchant with numbers above {@code after}, oldest first. */
    public List<Settlement> history(String merchant, long after, int most) {
        return books().settlements(merchant, after, most);
    }

    /** The codes of all merchants that were ever settled or have something to be settled, in their order. */
    public Set<String> merchants() {
        Set<String> merchants = new TreeSet<>();
        collect(merchants, books()::settled);
        collect(merchants, books()::withOpenEntries);
        return merchants;
    }

    private interface Pages {
        List<String> page(String after, int most);
    }

    static void collect(Set<String> merchants, Pages pages) {
        String through = "";
        for (List<String> page = pages.page(through, AT_ONCE); !page.isEmpty(); page = pages.page(through, AT_ONCE)) {
            merchants.addAll(page);
            through = page.get(page.size() - 1);
        }
    }

    /**
     * Tells the host of the settlements that were posted, oldest first, each at least once and always under the same name.
     * Where the listener throws, the settlement is kept for the next call, and the others are told. Several workers share what
     * there is, by the clock of the engine; what one had in hand when it died is there for others five minutes later.
     */
    public SettlementDelivery deliver(SettlementListener listener) {
        return Invoicing.deliver(workplace, listener);
    }

    /** True where settlements with a merchant are posted. */
    boolean isPosted(String merchant) {
        return terms(merchant).automatic();
    }

    /** False where a merchant has a recurrence of its own and is not due. */
    boolean isDue(String merchant, Instant asOf) {
        return terms(merchant)
                .recurrence()
                .map(recurrence -> recurrence.nextAfter(
                        books().latest(merchant)
                                .map(Settlement::on)
                                .orElse(recurrence.start().minusNanos(1)),
                        current.get().zone()))
                .map(next -> next.filter(due -> !due.isAfter(asOf)).isPresent())
                .orElse(true);
    }

    Catalogue catalogue() {
        return current.get().catalogue();
    }

    /** What is agreed with a merchant; where nothing is, settlements are shown and not posted. */
    private SettlementTerms terms(String merchant) {
        return catalogue().merchant(merchant).map(MerchantTerms::settlement).orElse(SettlementTerms.NONE);
    }

    private SettlementDocument settle(String merchant, String id, Instant on, Scope scope) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<SettlementDocument> known = find(merchant, id);
            if (known.isPresent()) {
                return known.get();
            }
            SettlementDocument drawn = drawn(merchant, id, on, scope);
            if (drawn.isEmpty() || !isPosted(merchant)) {
                return drawn;
            }
            if (books().settle(drawn.settlement(), drawn.entries())) {
                return drawn.asPosted();
            }
        }
        throw new IllegalStateException(
                "The settlement (" + id + ") of merchant (" + merchant + ") was refused (" + MOST_TRIES
                        + ") times, as if others were always faster. Check the journal of the merchant: rewards verify");
    }

    private SettlementDocument drawn(String merchant, String id, Instant on, Scope scope) {
        MerchantBooks books = books();
        Optional<Settlement> latest = books.latest(merchant);
        Settling settling = new Settling(merchant, latest, terms(merchant).fee(), points());
        List<OwnedEntry> open = scope.open(books, merchant);
        return settling.settle(id, on, open, books.journalOf(merchant, settling.lotsToKnow(open)));
    }

    private PointsValue points() {
        return PointsValue.of(catalogue().programme(), catalogue().commitments());
    }

    private SettlementDocument document(Settlement settlement) {
        List<MerchantEntry> entries = new ArrayList<>();
        long last = settlement.first() - 1;
        while (last < settlement.end().number()) {
            long most = Math.min(AT_ONCE, settlement.end().number() - last);
            entries.addAll(books().journal(settlement.merchant(), last, (int) most));
            last += most;
        }
        return new SettlementDocument(settlement, true, entries);
    }

    private static List<OwnedEntry> all(MerchantBooks books, String merchant) {
        List<OwnedEntry> all = new ArrayList<>();
        JournalPlace through = JournalPlace.BEFORE_ALL;
        for (List<OwnedEntry> page = books.open(merchant, through, AT_ONCE);
                !page.isEmpty();
                page = books.open(merchant, through, AT_ONCE)) {
            all.addAll(page);
            through = page.get(page.size() - 1).place();
        }
        return all;
    }

    private static Scope about(EventKey purchase) {
        return (books, merchant) -> books.openOf(purchase).stream()
                .filter(each ->
                        MerchantBooks.merchants(each.entry().transaction()).contains(merchant))
                .toList();
    }

    /** Those of whom an entry about the purchase is open, or was settled. */
    private Set<String> merchantsOf(EventKey purchase) {
        Set<String> merchants = new TreeSet<>();
        books().openOf(purchase)
                .forEach(each ->
                        merchants.addAll(MerchantBooks.merchants(each.entry().transaction())));
        store().recorded(purchase).ifPresent(recorded -> {
            TransactionFilter about = TransactionFilter.ALL
                    .ofParticipant(recorded.event().participant())
                    .withPurchase(purchase)
                    .withAccounts(AccountKind.CONTRIBUTION, AccountKind.REIMBURSEMENT);
            List<FoundTransaction> found =
                    store().transactions(about, current.get().zone(), JournalPlace.BEFORE_ALL, Integer.MAX_VALUE);
            found.forEach(each -> merchants.addAll(MerchantBooks.merchants(each.transaction())));
        });
        return merchants;
    }

    private RewardsStore store() {
        return workplace.store();
    }

    private MerchantBooks books() {
        return store().merchants();
    }
}
