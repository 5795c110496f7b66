package io.rewards.engine;

import io.rewards.catalogue.SettlementDefinition;
import io.rewards.key.Key;
import io.rewards.run.RunRecord;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.SettlementFailure;
import io.rewards.settlement.SettlementReport;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One run of settlements: one merchant after another, in order of their codes, each at once and under an id that is made of
 * the run and its instant. What is settled is not open any more, so a run that was interrupted is simply run again. For one
 * thread. Source: domain 6.5, 7.4.
 */
final class SettlementRun {

    private final EngineSettlements settlements;
    private final RewardsStore store;
    private final SettlementDefinition definition;
    private final Instant asOf;
    private final List<Settlement> posted = new ArrayList<>();
    private final List<Settlement> shown = new ArrayList<>();
    private final List<SettlementFailure> failures = new ArrayList<>();

    SettlementRun(EngineSettlements settlements, RewardsStore store, SettlementDefinition definition, Instant asOf) {
        if (!definition.effective()) {
            throw new IllegalArgumentException("The settlement (" + definition.code() + ") is not effective.");
        }
        this.settlements = settlements;
        this.store = store;
        this.definition = definition;
        this.asOf = asOf;
    }

    /** What the runs of a definition are kept under, apart from evaluation runs of the same code. */
    static String code(SettlementDefinition definition) {
        return Key.of(Settlement.SYSTEM, definition.code()).text();
    }

    SettlementReport run(Consumer<SettlementDocument> listener) {
        Optional<RunRecord> latest = store.latestRun(code(definition));
        latest.filter(earlier -> earlier.asOf().isAfter(asOf)).ifPresent(later -> {
            throw new IllegalArgumentException("The settlement (" + definition.code() + ") as of (" + asOf
                    + ") comes before its latest as of (" + later.asOf() + "). Run it as of then or later.");
        });
        boolean again =
                latest.filter(run -> run.finished() && run.asOf().equals(asOf)).isPresent();
        RunRecord record = RunRecord.started(
                code(definition),
                asOf,
                asOf.atZone(settlements.catalogue().settings().zone()).toLocalDate(),
                Collections.emptySortedMap());
        if (!again) {
            store.save(record);
        }
        for (String merchant : merchants()) {
            if (!again) {
                settle(merchant, listener);
            } else {
                report(merchant, listener);
            }
        }
        if (!again && failures.isEmpty()) {
            store.save(record.finished(Collections.emptySortedMap()));
        }
        return report();
    }

    SettlementReport preview(Consumer<SettlementDocument> listener) {
        for (String merchant : merchants()) {
            if (settlements.isDue(merchant, asOf)) {
                tell(settlements.preview(merchant, asOf), listener);
            }
        }
        return report();
    }

    private void settle(String merchant, Consumer<SettlementDocument> listener) {
        SettlementDocument document;
        try {
            Optional<SettlementDocument> known = settlements.find(merchant, id());
            if (known.isEmpty() && !settlements.isDue(merchant, asOf)) {
                return;
            }
            document = known.orElseGet(() -> settlements.settle(merchant, id(), asOf));
        } catch (RuntimeException e) {
            failures.add(new SettlementFailure(merchant, String.valueOf(e.getMessage())));
            return;
        }
        tell(document, listener);
    }

    /** What this run has settled, and what it would still show; nothing is settled that it had not settled then. */
    private void report(String merchant, Consumer<SettlementDocument> listener) {
        Optional<SettlementDocument> known = settlements.find(merchant, id());
        if (known.isEmpty() && !settlements.isPosted(merchant) && settlements.isDue(merchant, asOf)) {
            known = Optional.of(settlements.preview(merchant, asOf));
        }
        known.ifPresent(document -> tell(document, listener));
    }

    private void tell(SettlementDocument document, Consumer<SettlementDocument> listener) {
        if (!document.isEmpty()) {
            (document.posted() ? posted : shown).add(document.settlement());
            listener.accept(document);
        }
    }

    /** Of the run, and not of the merchant: a settlement is named by both. */
    private String id() {
        return Key.of(asOf.toString(), definition.code()).text();
    }

    private Set<String> merchants() {
        Set<String> merchants = new TreeSet<>(settlements.merchants());
        merchants.removeIf(
                merchant -> !settlements.catalogue().unitListed(merchant, definition.merchants(), definition.groups()));
        return merchants;
    }

    private SettlementReport report() {
        return new SettlementReport(definition.code(), asOf, posted, shown, failures);
    }
}
