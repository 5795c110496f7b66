package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;

/**
 * Gives merchants back their part of what expires of an award, where that is agreed, and takes it again where it had not
 * expired after all. Of money that was given to somebody else, or was points, it stays given. For one event.
 * Source: domain 7.5, 12.1 Q12.
 */
record ExpiredShares(Purse purse) {

    /** Books what changes between the two states of one lot, of which different parts have expired. */
    void changed(Lot before, Lot after) {
        if (!before.isAward() || before.expired().equals(after.expired())) {
            return;
        }
        for (Share share : before.provenance().givers()) {
            if (share.comesBackOnExpiry()) {
                changed(share, before, after);
            }
        }
    }

    private void changed(Share share, Lot before, Lot after) {
        Amount zero = Amount.zero(share.amount().denomination());
        Amount now = after.provenance().givers().stream()
                .filter(each -> each.party().equals(share.party()))
                .map(each -> ofExpired(each, after))
                .findFirst()
                .orElse(zero);
        Amount back = now.minus(ofExpired(share, before));
        AccountName breakage = AccountName.of(Party.PROGRAMME, AccountKind.BREAKAGE);
        if (!back.isZero()) {
            purse.entry(TransactionKind.REVERSAL, back.isPositive() ? back : zero.minus(back))
                    .of(after)
                    .about(after.provenance().event())
                    .between(
                            back.isPositive() ? breakage : share.account(),
                            back.isPositive() ? share.account() : breakage)
                    .write();
        }
    }

    private static Amount ofExpired(Share share, Lot lot) {
        return LineShare.part(
                share.amount(), lot.expired().units(), lot.standing().units());
    }
}
