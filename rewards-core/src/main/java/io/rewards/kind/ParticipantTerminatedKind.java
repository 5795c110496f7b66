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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Somebody takes part no longer. Source: domain 4.6. */
final class ParticipantTerminatedKind extends EventKind<ParticipantTerminated> {

    ParticipantTerminatedKind() {
        super(ParticipantTerminated.class, "participant_terminated");
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
}
