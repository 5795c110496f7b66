package io.rewards.kind;

import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.event.VoucherUsed;
import io.rewards.past.Needs;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Lot;
import io.rewards.wallet.SpendPlace;
import java.util.Optional;

/** Somebody shows a voucher for a purchase. Source: domain 5.4. */
final class VoucherUsedKind extends SpendingKind<VoucherUsed> {

    private static final Field<VoucherUsed, String> CODE = Field.required(
            "codeHash", Type.TEXT, VoucherUsed::codeHash, "SHA-256 hash of its code, as 64 hexadecimal digits.");
    private static final Field<VoucherUsed, EventKey> PURCHASE =
            Field.required("purchase", Type.KEY, VoucherUsed::purchase, "To pay for.");
    private static final Shape<VoucherUsed> SHAPE = Shape.of(
            "A voucher is used on a purchase.",
            said -> new VoucherUsed(said.header(), said.of(CODE), said.of(PURCHASE)),
            CODE,
            PURCHASE);

    VoucherUsedKind() {
        super(VoucherUsed.class, "voucher_used");
    }

    @Override
    public Shape<VoucherUsed> shape() {
        return SHAPE;
    }

    @Override
    public Needs needs(VoucherUsed event) {
        return Needs.ofVoucher(event.codeHash(), event.purchase());
    }

    @Override
    void admit(VoucherUsed event, Admission admission) {
        admission.ifKnown(account -> {
            account.maySpend(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER);
            account.purchase("purchase", event.purchase());
            Optional<Lot> voucher = account.purse().voucher(event.codeHash());
            if (voucher.isEmpty()) {
                account.add("codeHash", "The wallet has no voucher with this code.");
                return;
            }
            account.unless(
                    voucher.get().remaining().isPositive(),
                    "codeHash",
                    "The voucher is " + voucher.get().voucherState() + ".");
            new SpendPlace(account.catalogue(), event.unit(), event.performedOn())
                    .unmet(voucher.get())
                    .ifPresent(why -> account.add("codeHash", "The voucher cannot be used. " + why));
        });
    }

    @Override
    void move(VoucherUsed event, OpenWallet wallet) {
        Lot voucher = wallet.purse().voucher(event.codeHash()).orElseThrow();
        wallet.spent(wallet.spending().byVoucher(wallet.sale(event.purchase()), voucher));
    }

    @Override
    public String says(VoucherUsed event, Words words) {
        return "shows a voucher for purchase " + event.purchase();
    }

    @Override
    public String noun() {
        return "use of a voucher";
    }
}
