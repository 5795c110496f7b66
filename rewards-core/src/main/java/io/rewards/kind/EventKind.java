package io.rewards.kind;

import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.participant.Participant;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import io.rewards.tier.TierChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Everything that one kind of event means, in one place: what files call it, what it can trigger, what it needs of the past,
 * what speaks against it, what it changes of the participant, and what it does to the wallet. There is one for each record of
 * {@link CustomerEvent}, and {@link EventKinds} has them all. Immutable and thread-safe. Source: domain 2.1.
 *
 * @param <E> the events of this kind
 */
public abstract class EventKind<E extends CustomerEvent> {

    private final Class<E> type;
    private final String word;
    private final Set<Trigger> triggers;

    /**
     * Names a kind.
     *
     * @param type of its events
     * @param word that files have for it
     * @param triggers what offers wait for that it can be
     */
    EventKind(Class<E> type, String word, Trigger... triggers) {
        this.type = type;
        this.word = word;
        this.triggers = Set.of(triggers);
    }

    /** Whom an event can be about. */
    enum About {
        /** Somebody who is not registered yet. */
        NOBODY_YET,
        /** Somebody who takes part. */
        MEMBER,
        /** Somebody who takes part, or has taken part. */
        FORMER_MEMBER
    }

    /** The record of its events. */
    public final Class<E> type() {
        return type;
    }

    /** What files call it, such as {@code scheme_sign_up}. */
    public final String word() {
        return word;
    }

    /** How an event looks in files, its header aside. */
    public abstract Shape<E> shape();

    /** True for what only the engine raises and hosts cannot send. */
    public final boolean isRaised() {
        return RaisedEvent.class.isAssignableFrom(type);
    }

    /** What offers wait for that {@code event} can be; none where no offer waits for it. */
    public Set<Trigger> triggers(E event) {
        return triggers;
    }

    /** {@code event} with every amount changed that its awards or its payment follow from. */
    E mapped(E event, UnaryOperator<Amount> change) {
        EventHeader header = event.header();
        return type.cast(event.withHeader(header.with(header.attributes().mapped(change))));
    }

    /** What of the past its decision asks for. */
    public Needs needs(E event) {
        return Needs.NOTHING;
    }

    /** Whom it is about. */
    About about() {
        return About.MEMBER;
    }

    /** Finds everything that speaks against {@code event} besides its header and its participant. */
    abstract void admit(E event, Admission admission);

    /** The participant whom {@code event} registers; empty for all others. */
    public Optional<Participant> registered(E event, Catalogue catalogue) {
        return Optional.empty();
    }

    /** The participant after {@code event}, which was admitted; the same where it changes nothing about one. */
    public abstract Participant changed(E event, Participant participant);

    /** What {@code event} does to the wallet before it is awarded. */
    public Effect before(E event, Moment moment, Context context) {
        return Effect.of(moment.account());
    }

    /** What {@code event} does to the wallet; empty for one that does nothing to it but to be awarded. */
    public abstract Optional<Effect> moved(E event, Moment moment, Context context);

    /** True for what a run carries out where it is left to one, though no offer waits for it. */
    public boolean isCarriedOutByRuns() {
        return false;
    }

    /** What a follow-up does that carries more than its event says; empty for all others. */
    public Optional<Effect> followed(FollowUp followUp, Moment moment, Context context) {
        return Optional.empty();
    }

    /** True for a follow-up that is carried out whatever speaks against it. */
    public boolean isNeverRefused() {
        return false;
    }

    /** True for what can have been a mistake and be cancelled. */
    boolean isCancellable() {
        return false;
    }

    /** Undoes {@code event}, which never happened after all. */
    void undo(E event, Returns returns) {
        throw new IllegalStateException("The event (" + event.key() + ") of kind (" + word + ") cannot be cancelled.");
    }

    /** The tier that {@code event} sets by hand; none for all others. */
    public List<TierChange> tiersSet(E event) {
        return List.of();
    }

    /** What {@code event} says besides who, where and when, as somebody in the shop would say it; empty for no more. */
    public abstract String says(E event, Words words);

    /** What people call such an event. */
    public String noun() {
        return "event";
    }

    /** True where {@code event} moves money of the wallet but by being awarded. */
    public boolean movesMoney(E event) {
        return false;
    }

    /** What an award is for that {@code event} got. */
    public String awards(E event) {
        return "for " + noun() + " " + event.key();
    }

    /** What happened that {@code event} takes an award back, or gives money back. */
    public String undoes(E event, Telling telling) {
        return "event " + event.key();
    }

    /** How {@code what}, which is money or debt, leaves by {@code event}. */
    public String gives(E event, String what) {
        return what + " to whoever stays";
    }

    /** How {@code what}, which is money or debt, arrives by {@code event}. */
    public String gets(E event, String what) {
        return what;
    }

    /** What has to be looked up to tell of an event. */
    public interface Telling {

        /** That goods of a purchase came back, and of which. */
        String goodsCameBack();

        /** Another event in words. */
        String named(EventKey event);
    }
}
