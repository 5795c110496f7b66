package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.amount.Denomination;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.participant.SchemeMembership;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Needs;
import io.rewards.wallet.Balance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Participants and their memberships as rows of a table, in order of their ids. For one thread. */
final class ParticipantRows {

    static final List<String> OF_MEMBERSHIPS =
            List.of("participant", "scheme", "signed_up_on", "unit", "reference_code", "signed_off_on");
    private static final List<String> OF_PARTICIPANTS =
            List.of("participant", "name", "registered_on", "unit", "state", "tier", "schemes", "awards");

    private final Session session;
    private final Instant moment;
    private final ParticipantFilter sought;
    private final List<Denomination> denominations = new ArrayList<>();

    /** As those who are sought are at {@code moment}. */
    ParticipantRows(Session session, Instant moment, ParticipantFilter sought) {
        this.session = session;
        this.moment = moment;
        this.sought = sought;
        denominations.add(session.programme().settings().currency());
        denominations.addAll(session.programme().settings().points());
    }

    List<Account> accounts() {
        return session.accounts(sought).toList();
    }

    /** The denominations of balances, one column each. */
    List<Denomination> denominations() {
        return denominations;
    }

    /** The names of the columns of {@link #participants}. */
    List<String> columns() {
        return Stream.concat(OF_PARTICIPANTS.stream(), denominations.stream().map(Denomination::code))
                .toList();
    }

    /** Who they are, how often they were awarded, and what their wallets hold; empty where that is nothing. */
    List<List<String>> participants() {
        return accounts().stream().map(this::participant).toList();
    }

    private List<String> participant(Account account) {
        Participant participant = account.participant();
        List<String> row = new ArrayList<>(List.of(
                participant.id(),
                participant.profile().name(),
                participant.registeredOn().toString(),
                participant.unit(),
                participant.state().name(),
                participant.tier(),
                String.join(" ", participant.memberships().keySet()),
                Long.toString(awards(participant.id()))));
        List<Balance> balances = Balance.of(account.wallet(), moment);
        denominations.forEach(denomination -> row.add(balances.stream()
                .filter(balance -> balance.available().denomination().equals(denomination))
                .findFirst()
                .map(balance -> balance.total().decimal().toPlainString())
                .orElse("")));
        return row;
    }

    /** How often somebody was awarded. */
    long awards(String participant) {
        return session.store()
                .load(participant, Needs.NOTHING)
                .orElseThrow()
                .past()
                .awards(AwardQuestion.all())
                .own();
    }

    /** Every membership, also those that have ended. */
    List<List<String>> memberships() {
        return accounts().stream()
                .map(Account::participant)
                .flatMap(participant -> Stream.concat(
                                participant.formerMemberships().stream(), participant.memberships().values().stream())
                        .map(membership -> membership(participant.id(), membership)))
                .toList();
    }

    private static List<String> membership(String participant, SchemeMembership membership) {
        return List.of(
                participant,
                membership.scheme(),
                membership.signedUpOn().toString(),
                membership.unit(),
                membership.referenceCode(),
                membership.signedOffOn().map(Instant::toString).orElse(""));
    }
}
