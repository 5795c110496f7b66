package io.rewards.engine;

import io.rewards.catalogue.Programme;
import io.rewards.problem.InvalidInputException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.store.RewardsStore;
import io.rewards.wallet.Lot;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Collects what an engine is made of. Not thread-safe. */
public final class RewardsEngineBuilder {

    private final Programme programme;
    private final RewardsStore store;
    private final InstantSource clock;
    private Optional<RuleSet> rules = Optional.empty();
    private Optional<RulePack> pack = Optional.empty();
    private ReferenceCodeValidator validator = ReferenceCodeValidator.NONE;
    private HostWallets wallets = HostWallets.NONE;
    private Observation observation = Observation.NONE;

    RewardsEngineBuilder(Programme programme, RewardsStore store, InstantSource clock) {
        this.programme = programme;
        this.store = store;
        this.clock = clock;
    }

    /** Decides by the rules of {@code files}; the built-in pack unless said. */
    public RewardsEngineBuilder withRules(RulePack files) {
        pack = Optional.of(files);
        return this;
    }

    /** Decides by {@code ready} rules, such as a set that another engine compiled. */
    public RewardsEngineBuilder withRules(RuleSet ready) {
        rules = Optional.of(ready);
        return this;
    }

    /** Asks {@code thirdParty} about reference codes; without one, no code is right. */
    public RewardsEngineBuilder withReferenceCodes(ReferenceCodeValidator thirdParty) {
        validator = thirdParty;
        return this;
    }

    /** Spends money in this order instead of the programme's; open money goes last, and ids decide ties. */
    public RewardsEngineBuilder withConsumptionOrder(Comparator<Lot> order) {
        wallets = new HostWallets(Optional.of(order), wallets.voucherKey());
        return this;
    }

    /** Makes the codes of vouchers of this key; a programme with vouchers needs one. */
    public RewardsEngineBuilder withVoucherKey(VoucherKey key) {
        wallets = new HostWallets(wallets.order(), Optional.of(key));
        return this;
    }

    /** Tells {@code observer} what the engine does, without saying how long it takes. */
    public RewardsEngineBuilder withObserver(EngineObserver observer) {
        observation = new Observation(observer, Optional.empty());
        return this;
    }

    /** Tells {@code observer} what the engine does, and how long by {@code nanos}, such as {@code System::nanoTime}. */
    public RewardsEngineBuilder withObserver(EngineObserver observer, LongSupplier nanos) {
        observation = new Observation(observer, Optional.of(nanos));
        return this;
    }

    /**
     * The engine.
     *
     * @throws InvalidInputException naming everything that is wrong with the programme, and everything of it that would
     *     give what the accounts of the store hold another meaning
     * @throws io.rewards.rules.RuleCompilationException naming everything that is wrong with the rules
     */
    public RewardsEngine build() {
        RuleSet set = rules.or(() -> pack.map(DroolsRuleCompiler::compile)).orElseGet(DroolsRuleCompiler::builtIn);
        Succession first = Succession.of(programme, store, catalogue -> InForce.of(catalogue, set, wallets));
        return new RewardsEngine(first, store, clock, validator, wallets, observation);
    }
}
