package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.books.PayingOut;
import io.rewards.books.Purse;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.event.PayoutRequested;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Lot;
import java.util.List;
import java.util.Optional;

/** Somebody asks for money in the hand. Source: domain 5.2. */
final class PayoutRequestedKind extends WalletKind<PayoutRequested> {

    private static final Field<PayoutRequested, Optional<Amount>> AMOUNT =
            Field.optional("amount", Type.MONEY, PayoutRequested::amount, "");
    private static final Shape<PayoutRequested> SHAPE = Shape.of(
            "A participant wants money out of the programme; without an amount, all that can be paid out.",
            said -> new PayoutRequested(said.header(), said.of(AMOUNT)),
            AMOUNT);

    PayoutRequestedKind() {
        super(PayoutRequested.class, "payout_requested");
    }

    @Override
    public Shape<PayoutRequested> shape() {
        return SHAPE;
    }

    @Override
    void admit(PayoutRequested event, Admission admission) {
        admission.ifKnown(account -> {
            account.notBlocked();
            account.unless(
                    !account.participant().profile().preferences().payment().isEmpty(),
                    "participant",
                    "The participant (" + event.participant() + ") has no preferred payment method.");
            String payment = account.participant().profile().preferences().payment();
            ParticipantSettings settings = account.catalogue().settings().participants();
            account.unless(
                    payment.isEmpty()
                            || settings.paymentPreferences().isEmpty()
                            || settings.paymentPreference(payment).isPresent(),
                    "participant",
                    Payments.notAllowed(payment, settings));
            Amount most = Purse.sum(
                    payable(account.purse(), event),
                    Amount.zero(account.catalogue().settings().currency()));
            event.amount().ifPresent(amount -> {
                account.positiveInCurrency("amount", amount);
                account.enough(amount, most);
            });
            account.unless(most.isPositive(), "amount", "Nothing can be paid out.");
        });
    }

    @Override
    void move(PayoutRequested event, OpenWallet wallet) {
        List<Lot> lots = payable(wallet.purse(), event);
        Amount zero = Amount.zero(wallet.moment().catalogue().settings().currency());
        new PayingOut(wallet.purse())
                .payOut(
                        lots,
                        event.amount().orElse(Purse.sum(lots, zero)),
                        wallet.account().participant().profile().preferences().payment());
    }

    private static List<Lot> payable(Purse purse, PayoutRequested event) {
        return purse.inOrder().stream()
                .filter(lot -> lot.isPayable(event.performedOn()))
                .toList();
    }

    @Override
    public String says(PayoutRequested event, Words words) {
        return "asks for " + event.amount().map(words::amount).orElse("all that can be paid out") + " in money";
    }
}
