package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.ParticipantChanges;
import io.rewards.account.PastAward;
import io.rewards.account.UniqueName;
import io.rewards.attribute.Attributes;
import io.rewards.decision.Lookups;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.TransferReceived;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Participant;
import io.rewards.participant.Replacement;
import io.rewards.participant.Termination;
import io.rewards.wallet.Books;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The end of a participation, and where the money of a duplicate goes: every lot with its validity and conditions, as a
 * pair of transactions. Pure. Source: domain 4.6, 12.1 Q30.
 *
 * @param account afterwards
 * @param transactions that are new
 * @param followUp for the participant who stays, if one does
 */
public record Transfer(Account account, List<Transaction> transactions, Optional<FollowUp> followUp) {

    /** Copies the transactions. */
    public Transfer {
        transactions = List.copyOf(transactions);
    }

    /** The account that {@code event} ends; counts towards awards and waiting events are dropped. */
    public static Transfer out(ParticipantTerminated event, Account account, WalletRules rules, Instant processedOn) {
        Optional<Replacement> replacement = event.replacement();
        Books books = new Books(account.wallet(), account.journal(), event, processedOn, rules.order());
        Wallet leaving = replacement.filter(Replacement::balance).isPresent() ? books.sendAll() : Wallet.EMPTY;
        Account ended = new Account(
                account.participant(),
                account.version(),
                books.wallet(),
                Map.of(),
                Map.of(),
                List.of(),
                account.inherited(),
                account.journal().plus(books.transactions()));
        List<PastAward> awards =
                together(account.inherited(), account.ownAwards().toList());
        return new Transfer(
                ended,
                books.transactions(),
                replacement.map(stays -> new FollowUp(
                        merged(event, stays, processedOn),
                        leaving,
                        awards,
                        account.participant().referral())));
    }

    /**
     * The account that replaces a duplicate, with what comes over. Where the participant was replaced as well meanwhile, it
     * goes on to whoever stays; the money only if the participant's own went there.
     */
    public static Transfer in(
            DuplicateMerged event,
            FollowUp followUp,
            Account account,
            Lookups lookups,
            WalletRules rules,
            Instant processedOn) {
        Participant before = account.participant();
        Optional<String> successor = FollowUps.successor(before, lookups);
        boolean moneyGoesOn = successor.isPresent()
                && before.termination()
                        .flatMap(Termination::replacement)
                        .filter(Replacement::balance)
                        .isPresent();
        Books books = new Books(account.wallet(), account.journal(), event, processedOn, rules.order());
        books.receiveAll(followUp.wallet());
        Wallet leaving = moneyGoesOn ? books.sendAll() : Wallet.EMPTY;
        if (!moneyGoesOn) {
            books.settleDebts();
        }
        Set<String> tokens = successor.isPresent() ? Set.of() : free(event, lookups);
        Account merged = new Account(
                ParticipantChanges.merged(event, before, tokens, followUp.referral()),
                account.version(),
                books.wallet(),
                account.progress(),
                account.collected(),
                account.open(),
                together(account.inherited(), followUp.pastAwards()),
                account.journal().plus(books.transactions()));
        return new Transfer(
                merged,
                books.transactions(),
                successor.map(stays -> new FollowUp(
                        event.withHeader(FollowUps.passedOn(event.header(), stays)),
                        leaving,
                        followUp.pastAwards(),
                        followUp.referral())));
    }

    /** The account that gets money from another participant; where its owner was replaced, the money goes on. */
    public static Transfer received(
            TransferReceived event,
            FollowUp followUp,
            Account account,
            Lookups lookups,
            WalletRules rules,
            Instant processedOn) {
        Optional<String> successor = FollowUps.successor(account.participant(), lookups);
        Books books = new Books(account.wallet(), account.journal(), event, processedOn, rules.order());
        if (successor.isEmpty()) {
            books.releaseLapsed(event.performedOn());
            books.receive(followUp.wallet().lots());
            books.settleDebts();
        }
        return new Transfer(
                account.with(books.wallet(), books.transactions()),
                books.transactions(),
                successor.map(stays -> new FollowUp(
                        event.withHeader(FollowUps.passedOn(event.header(), stays)),
                        followUp.wallet(),
                        List.of(),
                        Optional.empty())));
    }

    /** The tokens that nobody else got between the end of the duplicate and now. */
    private static Set<String> free(DuplicateMerged event, Lookups lookups) {
        Set<String> free = new TreeSet<>();
        for (String hash : event.tokens()) {
            if (lookups.holder(UniqueName.token(hash)).isEmpty()) {
                free.add(hash);
            }
        }
        return free;
    }

    private static DuplicateMerged merged(ParticipantTerminated event, Replacement stays, Instant processedOn) {
        EventHeader header = new EventHeader(
                new FollowUpKey.Merge(event.participant()).event(),
                stays.participant(),
                event.unit(),
                event.performedOn(),
                Optional.of(processedOn),
                true,
                Attributes.NONE);
        return new DuplicateMerged(header, event.participant(), stays.tokens());
    }

    private static <T> List<T> together(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
