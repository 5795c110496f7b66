package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.ledger.Transaction;
import io.rewards.wallet.Beaten;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Voucher;
import tools.jackson.databind.node.ObjectNode;

/** Writes transactions and lots. */
final class WalletWriter {

    private WalletWriter() {}

    static void transaction(ObjectNode written, Transaction transaction) {
        written.put("id", transaction.id());
        written.put("kind", transaction.kind().name());
        written.put("participant", transaction.participant());
        written.put("unit", transaction.unit());
        written.put("amount", transaction.amount().toString());
        account(written, "from", transaction.from());
        account(written, "to", transaction.to());
        OutcomeWriter.key(written, "event", transaction.event());
        transaction.purchase().ifPresent(purchase -> OutcomeWriter.key(written, "purchase", purchase));
        Writing.text(written, "offer", transaction.offer());
        Writing.text(written, "offerType", transaction.offerType());
        Writing.text(written, "scheme", transaction.scheme());
        Writing.text(written, "rule", transaction.rule());
        Writing.text(written, "lot", transaction.lot());
        if (!transaction.subject().equals(AwardSubject.NOTHING)) {
            written.put("subjectKind", transaction.subject().kind().name());
            written.put("subject", transaction.subject().text());
        }
        Writing.text(written, "reverses", transaction.reverses());
        Writing.text(written, "reason", transaction.reason());
        Writing.text(written, "user", transaction.user());
        written.put("on", transaction.on().toString());
        written.put("recordedOn", transaction.recordedOn().toString());
    }

    /** Accounts of the participant and of the programme go by their kind, those of merchants also say whose they are. */
    private static void account(ObjectNode written, String field, AccountName account) {
        if (account.party().kind() == Party.Kind.MERCHANT) {
            written.putObject(field)
                    .put("merchant", account.party().id())
                    .put("account", account.kind().name());
        } else {
            written.put(field, account.kind().name());
        }
    }

    static void lot(ObjectNode written, Lot lot) {
        written.put("id", lot.id());
        Writing.unless(AccountKind.COMMERCE, written, "account", lot.account());
        written.put("awarded", lot.awarded().toString());
        written.put("remaining", lot.remaining().toString());
        unlessZero(written, "expired", lot.expired());
        unlessZero(written, "reversed", lot.reversed());
        unlessZero(written, "recovered", lot.recovered());
        written.put("awardedOn", lot.awardedOn().toString());
        written.put("validFrom", lot.validFrom().toString());
        lot.validTo().ifPresent(instant -> written.put("validTo", instant.toString()));
        if (!lot.conditions().equals(SpendConditions.NONE)) {
            ConditionsWriter.spend(written.putObject("conditions"), lot.conditions());
        }
        Writing.unless(SpendMethod.SPEND_ON_REQUEST, written, "spendMethod", lot.spendMethod());
        lot.voucher().ifPresent(voucher -> voucher(written.putObject("voucher"), voucher));
        provenance(written.putObject("provenance"), lot.provenance());
    }

    static void share(ObjectNode written, LineShare share) {
        written.put("line", share.line());
        written.put("quantity", share.quantity());
        written.put("amount", share.amount().toString());
    }

    /** Puts an amount unless it is zero. */
    static void unlessZero(ObjectNode written, String field, Amount amount) {
        if (!amount.isZero()) {
            written.put(field, amount.toString());
        }
    }

    private static void exchanged(ObjectNode written, Exchanged points) {
        OutcomeWriter.key(written, "event", points.event());
        written.put("lot", points.lot());
        written.put("points", points.points().toString());
        written.put("money", points.money().toString());
    }

    private static void voucher(ObjectNode written, Voucher voucher) {
        written.put("codeHash", voucher.codeHash());
        Writing.flag(written, "partial", voucher.partial(), false);
    }

    private static void provenance(ObjectNode written, Provenance provenance) {
        OutcomeWriter.key(written, "event", provenance.event());
        Writing.text(written, "offer", provenance.offer());
        Writing.text(written, "offerType", provenance.offerType());
        Writing.text(written, "scheme", provenance.scheme());
        Writing.text(written, "rule", provenance.rule());
        Writing.text(written, "pack", provenance.pack());
        written.put("wished", provenance.wished().toString());
        Writing.objects(written, "givers", provenance.givers(), WalletWriter::giver);
        Writing.texts(
                written,
                "budgets",
                provenance.budgets().stream()
                        .filter(budget -> budget.kind() == BudgetName.Kind.OFFER)
                        .map(BudgetName::period)
                        .toList());
        provenance.budgets().stream()
                .filter(budget -> budget.kind() == BudgetName.Kind.MERCHANT)
                .forEach(budget -> written.putObject("merchantBudget")
                        .put("merchant", budget.code())
                        .put("period", budget.period()));
        Writing.unless(AwardHandling.DEFAULT.onReturn(), written, "onReturn", provenance.onReturn());
        Writing.flag(written, "discount", provenance.discount(), false);
        Writing.objects(written, "sources", provenance.sources(), WalletWriter::counted);
        Writing.objects(written, "shares", provenance.shares(), WalletWriter::share);
        Dependence dependence = provenance.dependence();
        if (dependence instanceof Dependence.OnAnother) {
            written.put("waited", true);
        } else if (dependence instanceof Dependence.OnShare share) {
            share(written.putObject("shareOf"), share);
        }
        provenance.exchange().ifPresent(points -> exchanged(written.putObject("exchange"), points));
        Writing.objects(written, "beaten", provenance.beaten(), WalletWriter::beaten);
    }

    private static void beaten(ObjectNode written, Beaten beaten) {
        written.put("offer", beaten.offer());
        written.put("amount", beaten.amount().toString());
    }

    private static void share(ObjectNode written, Dependence.OnShare share) {
        written.put("amount", share.amount().toString());
        written.put("since", share.since().toString());
        Writing.texts(written, "types", share.types());
        Writing.texts(written, "schemes", share.schemes());
        written.put("journal", share.through().participant());
        written.put("entries", share.through().number());
    }

    private static void giver(ObjectNode written, Share share) {
        written.put("merchant", share.party().id());
        written.put("amount", share.amount().toString());
        share.onExpiry().ifPresent(policy -> written.put("onExpiry", policy.name()));
    }

    private static void counted(ObjectNode written, Counted counted) {
        OutcomeWriter.key(written, "event", counted.event());
        written.put("performedOn", counted.performedOn().toString());
        written.put("units", counted.units());
        if (counted.rewarded() != counted.units()) {
            written.put("rewarded", counted.rewarded());
        }
    }
}
