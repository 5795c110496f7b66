package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.ParticipantTerminated;
import io.rewards.participant.Participant;
import io.rewards.participant.Replacement;
import io.rewards.participant.Termination;
import io.rewards.participant.TerminationReason;
import io.rewards.resolve.Context;
import io.rewards.resolve.Transfer;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Somebody takes part no longer. Source: domain 4.6. */
final class ParticipantTerminatedKind extends EventKind<ParticipantTerminated> {

    private static final Field<Replacement, String> PARTICIPANT =
            Field.required("participant", Type.TEXT, Replacement::participant, "Id of the participant who stays.");
    private static final Field<Replacement, Boolean> BALANCE = Field.usual(
            "balance", Type.TRUTH, false, Replacement::balance, "True when the money goes over. False unless said.");
    private static final Field<Replacement, Set<String>> TOKENS = Field.usual(
            "tokens", Type.TEXTS, Set.of(), Replacement::tokens, "Hashes of the access tokens that go over.");
    private static final Shape<Replacement> OF_REPLACEMENT = Shape.of(
            "",
            said -> new Replacement(said.of(PARTICIPANT), said.of(BALANCE), said.of(TOKENS)),
            PARTICIPANT,
            BALANCE,
            TOKENS);
    private static final Field<ParticipantTerminated, TerminationReason> REASON =
            Field.required("reason", new Type.OneOf<>(TerminationReason.class), ParticipantTerminated::reason, "Why.");
    private static final Field<ParticipantTerminated, Optional<Replacement>> REPLACEMENT = Field.optional(
            "replacement",
            new Type.Part<>(OF_REPLACEMENT),
            ParticipantTerminated::replacement,
            "Who stays, for a duplicate.");
    private static final Shape<ParticipantTerminated> SHAPE = Shape.of(
            "A participant leaves for good.",
            said -> new ParticipantTerminated(said.header(), said.of(REASON), said.of(REPLACEMENT)),
            REASON,
            REPLACEMENT);

    ParticipantTerminatedKind() {
        super(ParticipantTerminated.class, "participant_terminated");
    }

    @Override
    public Shape<ParticipantTerminated> shape() {
        return SHAPE;
    }

    @Override
    void admit(ParticipantTerminated event, Admission admission) {
        admission.ifKnown(account -> {
            boolean duplicate = event.reason() == TerminationReason.DUPLICATION;
            account.unless(
                    event.replacement().isPresent() == duplicate,
                    "replacement",
                    duplicate
                            ? "A duplicate must name the participant who stays."
                            : "Only a duplicate is replaced; the reason is " + event.reason() + ".");
            event.replacement().ifPresent(replacement -> replaced(replacement, account));
        });
    }

    private static void replaced(Replacement replacement, AccountAdmission account) {
        String id = account.participant().id();
        account.unless(
                !replacement.participant().equals(id),
                "replacement.participant",
                "The participant (" + id + ") cannot replace himself or herself.");
        account.unless(
                account.lookups().isEffective(replacement.participant()),
                "replacement.participant",
                "The replacement (" + replacement.participant() + ") does not take part.");
        Set<String> foreign = new TreeSet<>(replacement.tokens());
        foreign.removeAll(account.participant().tokens());
        account.unless(
                foreign.isEmpty(),
                "replacement.tokens",
                "The access tokens " + List.copyOf(foreign) + " do not identify participant (" + id + ").");
    }

    @Override
    public Participant changed(ParticipantTerminated event, Participant participant) {
        Set<String> tokens = new TreeSet<>(participant.tokens());
        event.replacement().ifPresent(replacement -> tokens.removeAll(replacement.tokens()));
        Termination termination = new Termination(event.reason(), event.performedOn(), event.replacement());
        String words = "was terminated, reason " + event.reason()
                + termination.replacedBy().map(id -> ", replaced by " + id).orElse("");
        return PersonKind.noted(participant.withTokens(tokens).with(termination), event, words);
    }

    @Override
    public Optional<Effect> moved(ParticipantTerminated event, Moment moment, Context context) {
        return Optional.of(Transfer.out(moment, context));
    }

    @Override
    public String says(ParticipantTerminated event, Words words) {
        return "";
    }

    @Override
    public String gives(ParticipantTerminated event, String what) {
        return what + " to " + event.replacement().map(Replacement::participant).orElse("whoever stays");
    }
}
