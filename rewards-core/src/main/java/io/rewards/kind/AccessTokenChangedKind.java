package io.rewards.kind;

import io.rewards.account.UniqueName;
import io.rewards.event.AccessTokenChanged;
import io.rewards.participant.Participant;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Somebody gets an access token, or loses one. Source: domain 4.2. */
final class AccessTokenChangedKind extends PersonKind<AccessTokenChanged> {

    private static final Field<AccessTokenChanged, String> TOKEN = Field.usual(
            "tokenHash",
            Type.TEXT,
            "",
            AccessTokenChanged::tokenHash,
            "SHA-256 hash of the token, as 64 hexadecimal digits. The host leaves it out where the engine makes the token.");
    private static final Field<AccessTokenChanged, Boolean> VALID = Field.usual(
            "valid",
            Type.TRUTH,
            true,
            AccessTokenChanged::valid,
            "False when it no longer identifies the participant. True unless said.");
    private static final Field<AccessTokenChanged, Boolean> GENERATE = Field.usual(
            "generate",
            Type.TRUTH,
            false,
            AccessTokenChanged::generate,
            "Whether the engine makes the token; the outcome tells it once. False unless said.");
    private static final Shape<AccessTokenChanged> SHAPE = Shape.of(
                    "An access token identifies a participant, or no longer does.",
                    said -> new AccessTokenChanged(said.header(), said.of(TOKEN), said.of(VALID), said.of(GENERATE)),
                    TOKEN,
                    VALID,
                    GENERATE)
            .withSomeOf(TOKEN, GENERATE);

    AccessTokenChangedKind() {
        super(AccessTokenChanged.class, "access_token_changed");
    }

    @Override
    public Shape<AccessTokenChanged> shape() {
        return SHAPE;
    }

    @Override
    void admit(AccessTokenChanged event, Admission admission) {
        admission.ifKnown(account -> token(event, account));
    }

    private static void token(AccessTokenChanged event, AccountAdmission account) {
        account.unless(
                event.valid() || !event.generate(),
                "generate",
                "A token that is made identifies the participant from then on; it cannot be made and not be valid.");
        if (event.generate() && event.tokenHash().isEmpty()) {
            account.add("generate", "The engine makes tokens by its key, and was built without one.");
            return;
        }
        account.unless(
                AccountAdmission.isHash(event.tokenHash()),
                "tokenHash",
                "The hash of the token must be 64 hexadecimal digits.");
        Optional<String> holder = account.lookups().holder(UniqueName.token(event.tokenHash()));
        if (event.valid()) {
            account.unless(
                    holder.filter(id -> !id.equals(account.participant().id())).isEmpty(),
                    "tokenHash",
                    "The access token already identifies another participant.");
        }
        account.unless(
                account.participant().tokens().contains(event.tokenHash()) != event.valid(),
                "tokenHash",
                "The access token " + (event.valid() ? "already identifies" : "does not identify") + " participant ("
                        + account.participant().id() + ").");
    }

    @Override
    public Participant changed(AccessTokenChanged event, Participant participant) {
        String words = event.valid() ? "got an access token" : "lost an access token";
        return noted(participant.withTokens(tokens(event, participant)), event, words);
    }

    private static Set<String> tokens(AccessTokenChanged event, Participant participant) {
        Set<String> tokens = new TreeSet<>(participant.tokens());
        if (event.valid()) {
            tokens.add(event.tokenHash());
        } else {
            tokens.remove(event.tokenHash());
        }
        return tokens;
    }

    @Override
    public String says(AccessTokenChanged event, Words words) {
        return "";
    }
}
