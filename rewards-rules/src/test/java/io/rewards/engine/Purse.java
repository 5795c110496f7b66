package io.rewards.engine;

import static io.rewards.engine.Shop.EUR;
import static io.rewards.engine.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendSettings;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Secret;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.wallet.Lot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Two participants of the shop, P1 and P2, and everything that can be done with a wallet: the fixture of wallet tests. */
final class Purse {

    static final VoucherKey KEY = VoucherKey.of("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    final InMemoryStore store = new InMemoryStore();
    final RewardsEngine engine;
    private int events;

    private Purse(Programme programme, Profile profile) {
        this(programme, profile, builder -> builder);
    }

    private Purse(Programme programme, Profile profile, UnaryOperator<RewardsEngineBuilder> host) {
        engine = host.apply(RewardsEngine.builder(programme, store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                        .withRules(Shop.RULES)
                        .withVoucherKey(KEY))
                .build();
        for (String participant : List.of("P1", "P2")) {
            engine.evaluate(
                    new ParticipantRegistered(header("reg-" + participant, participant, Shop.LONG_AGO), profile));
            engine.evaluate(new SchemeSignUp(header("join-" + participant, participant, Shop.LONG_AGO), "CLUB", ""));
        }
    }

    static Purse with(Offer... offers) {
        return new Purse(Shop.programme(Shop.settings(), offers), Profile.EMPTY);
    }

    static Purse of(Programme programme) {
        return new Purse(programme, Profile.EMPTY);
    }

    static Purse with(Profile profile, Offer... offers) {
        return new Purse(Shop.programme(Shop.settings(), offers), profile);
    }

    static Purse with(SpendSettings spending, Offer... offers) {
        return with(Shop.settings().with(spending), offers);
    }

    static Purse with(Settings settings, Offer... offers) {
        return new Purse(Shop.programme(settings, offers), Profile.EMPTY);
    }

    /** A shop whose host brings an order of its own. */
    static Purse ordered(Comparator<Lot> order, Offer... offers) {
        return new Purse(
                Shop.programme(Shop.settings(), offers), Profile.EMPTY, builder -> builder.withConsumptionOrder(order));
    }

    /** A shop and a participant who both allow as much as possible to be spent without being asked. */
    static Purse automatic(Settings settings) {
        AutomaticSpending any = new AutomaticSpending(
                true, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
        Profile profile =
                Profile.EMPTY.withPreferences(new Preferences("", "", Consent.NOT_GIVEN, Consent.NOT_GIVEN, any));
        return new Purse(
                Shop.programme(
                        settings,
                        Shop.givingNothing().withAutomaticSpending(true).build()),
                profile);
    }

    /** A shop whose unit U1 has agreed to {@code rules}. */
    static Purse at(AgreementTerms rules, Profile profile, Offer... offers) {
        return new Purse(Shop.programme(Shop.settings(), rules, offers), profile);
    }

    static EventHeader header(String id, String participant, Instant on) {
        return EventHeader.of(id, participant, "U1", on).receivedOn(on);
    }

    EventHeader header(String localTime) {
        events++;
        return header("E" + events, "P1", Shop.at(localTime));
    }

    Outcome buy(String localTime, PurchaseLine... lines) {
        return engine.evaluate(Purchase.of(header(localTime), lines));
    }

    Outcome buy(String localTime, String total) {
        return buy(localTime, Shop.thing(total));
    }

    Outcome buy(String localTime, UnaryOperator<Purchase> how, PurchaseLine... lines) {
        return engine.evaluate(how.apply(Purchase.of(header(localTime), lines)));
    }

    Outcome spend(String localTime, Outcome purchase, SpendWish wish) {
        return engine.evaluate(new SpendRequested(header(localTime), purchase.event(), wish));
    }

    Outcome spend(String localTime, Outcome purchase, String amount) {
        return spend(localTime, purchase, SpendWish.of(eur(amount)));
    }

    Outcome giveBack(String localTime, Outcome purchase, String line, long quantity) {
        return engine.evaluate(GoodsReturn.of(header(localTime), new ReturnedLine(purchase.event(), line, quantity)));
    }

    Outcome cancel(String localTime, Outcome happened) {
        return engine.evaluate(new EventCancelled(header(localTime), happened.event(), "by mistake"));
    }

    Outcome cancelAward(String localTime, String award) {
        return engine.evaluate(new AwardCancelled(header(localTime), award, "fraud", "ann"));
    }

    Outcome confirm(String localTime, Outcome purchase) {
        return engine.evaluate(new AwardsConfirmed(header(localTime), purchase.event()));
    }

    Outcome topUp(String localTime, String amount) {
        return engine.evaluate(new WalletToppedUp(header(localTime), eur(amount)));
    }

    Outcome adjust(String localTime, String amount) {
        return engine.evaluate(new BalanceAdjusted(header(localTime), eur(amount), "goodwill", "ann"));
    }

    Outcome hold(String localTime, String amount, String until, PurchaseLine... lines) {
        return engine.evaluate(
                new HoldPlaced(header(localTime), List.of(lines), Optional.of(eur(amount)), Shop.at(until)));
    }

    Outcome release(String localTime, Outcome hold) {
        return engine.evaluate(new HoldReleased(header(localTime), hold.event()));
    }

    Outcome redeem(String localTime, Outcome purchase, Optional<Amount> amount) {
        return engine.evaluate(new RedeemRequested(header(localTime), purchase.event(), amount));
    }

    Outcome transfer(String localTime, String amount) {
        return engine.evaluate(new MoneyTransferred(header(localTime), "P2", eur(amount), "a gift"));
    }

    Outcome payOut(String localTime, Optional<Amount> amount) {
        return engine.evaluate(new PayoutRequested(header(localTime), amount));
    }

    Outcome answer(String localTime, Outcome payout, boolean paid) {
        return engine.evaluate(new PayoutAnswered(header(localTime), payout.event(), paid, paid ? "" : "no account"));
    }

    Outcome useVoucher(String localTime, String code, Outcome purchase) {
        return engine.evaluate(new VoucherUsed(header(localTime), Secret.hashOf(code), purchase.event()));
    }

    Outcome cancelVoucher(String localTime, String voucher) {
        return engine.evaluate(new VoucherCancelled(header(localTime), voucher, "lost", "ann"));
    }

    ExpirationReport expire(String localTime) {
        return engine.runs().expire(Shop.at(localTime), RunListener.NONE);
    }

    /** What {@code event} is refused for; it must change nothing. */
    List<String> refusal(CustomerEvent event) {
        Optional<Account> before = store.account(event.participant());
        Outcome outcome = engine.evaluate(event);
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(store.account(event.participant())).isEqualTo(before);
        assertThat(store.recorded(event.key())).isEmpty();
        return outcome.problems().stream().map(Object::toString).toList();
    }

    Account account() {
        return account("P1");
    }

    Account account(String participant) {
        return store.account(participant).orElseThrow();
    }

    /** Everything that was ever kept of a participant. */
    AccountRecords records(String participant) {
        return store.records(participant).orElseThrow();
    }

    AccountRecords records() {
        return records("P1");
    }

    /** What an account of P1 holds, such as {@code "2.50 EUR"}. */
    String balance(AccountKind account) {
        return balance("P1", account);
    }

    String balance(String participant, AccountKind account) {
        return records(participant).journal().balances().of(account, EUR).toString();
    }

    /** What is left in the lot of an offer that awarded once. */
    String left(String offer) {
        return records("P1")
                .allLots()
                .filter(lot -> lot.provenance().offer().equals(offer) && lot.isAward())
                .map(Lot::remaining)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    static EventKey key(String id) {
        return EventKey.of(id);
    }
}
