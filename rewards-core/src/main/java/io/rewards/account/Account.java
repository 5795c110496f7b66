package io.rewards.account;

import io.rewards.event.EventKey;
import io.rewards.ledger.JournalHead;
import io.rewards.participant.Participant;
import io.rewards.tier.Tiering;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is open of one participant, loaded once for an event and written once. Its size follows what is open and never the
 * age of the account; what is over is the account's past. Immutable.
 *
 * @param participant profile and memberships
 * @param version how many times it was written; 0 for one that never was
 * @param wallet of the participant
 * @param counters of what counts towards the next awards
 * @param open events that wait for evaluation runs, oldest first
 * @param journal where the journal ends
 * @param tiers where the participant stands in the tiers; empty where nothing counted yet
 */
public record Account(
        Participant participant,
        long version,
        Wallet wallet,
        Counters counters,
        List<OpenEvent> open,
        JournalHead journal,
        Optional<Tiering> tiers) {

    /** Copies the events in their order. */
    public Account {
        open = open.size() < 2 ? List.copyOf(open) : open.stream().sorted().toList();
    }

    /** An account of which nothing counts for tiers. */
    public Account(
            Participant participant,
            long version,
            Wallet wallet,
            Counters counters,
            List<OpenEvent> open,
            JournalHead journal) {
        this(participant, version, wallet, counters, open, journal, Optional.empty());
    }

    /** The account of a participant who has just registered. */
    public static Account of(Participant participant) {
        return new Account(participant, 0, Wallet.EMPTY, Counters.NONE, List.of(), JournalHead.of(participant.id()));
    }

    /** This account as the next version, ready to be written, with a journal that ends at {@code head}. */
    public Account next(JournalHead head) {
        return new Account(participant, version + 1, wallet, counters, open, head, tiers);
    }

    /** This account of a changed participant. */
    public Account with(Participant changed) {
        return new Account(changed, version, wallet, counters, open, journal, tiers);
    }

    /** This account with another wallet. */
    public Account with(Wallet changed) {
        return new Account(participant, version, changed, counters, open, journal, tiers);
    }

    /** This account with other counts towards awards. */
    public Account with(Counters changed) {
        return new Account(participant, version, wallet, changed, open, journal, tiers);
    }

    /** This account where the participant stands elsewhere in the tiers. */
    public Account with(Tiering changed) {
        return new Account(participant, version, wallet, counters, open, journal, Optional.of(changed));
    }

    /** Where the participant stands in the tiers. */
    public Tiering tiering() {
        return tiers.orElse(Tiering.NONE);
    }

    /** This account with {@code event} waiting for runs, in the place of what it held of it. */
    public Account with(OpenEvent event) {
        List<OpenEvent> all = new ArrayList<>(without(event.event()).open);
        all.add(event);
        return new Account(participant, version, wallet, counters, all, journal, tiers);
    }

    /** This account without the event of this key waiting. */
    public Account without(EventKey event) {
        List<OpenEvent> others =
                open.stream().filter(waiting -> !waiting.event().equals(event)).toList();
        return others.size() == open.size()
                ? this
                : new Account(participant, version, wallet, counters, others, journal, tiers);
    }

    /** What waits of the event of this key, if it waits. */
    public Optional<OpenEvent> open(EventKey event) {
        for (OpenEvent waiting : open) {
            if (waiting.event().equals(event)) {
                return Optional.of(waiting);
            }
        }
        return Optional.empty();
    }

    /** The lots that hold money. */
    public List<Lot> lots() {
        return wallet.lots();
    }

    /** What counts for the offer of this code, no award has used up, and is in a window that is still open. */
    public List<Counted> progressOf(String offer) {
        return counters.countedFor(offer);
    }

    /** Achievements that no award of this offer has used up. */
    public List<Collected> collectedFor(String offer) {
        return counters.collectedFor(offer);
    }
}
