package io.rewards.kind;

import io.rewards.account.UniqueName;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.Trigger;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Participant;
import io.rewards.participant.PendingSignUp;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Secret;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Comparator;
import java.util.Optional;

/** Somebody signs up to a scheme. Source: domain 4.1, 4.3. */
final class SchemeSignUpKind extends PersonKind<SchemeSignUp> {

    private static final Field<SchemeSignUp, String> SCHEME =
            Field.required("scheme", Type.TEXT, SchemeSignUp::scheme, "Code of the scheme.");
    private static final Field<SchemeSignUp, String> REFERENCE = Field.usual(
            "referenceCode",
            Type.ANY_TEXT,
            "",
            SchemeSignUp::referenceCode,
            "That the scheme asks for: of a third party, issued, or sent by e-mail.");
    private static final Shape<SchemeSignUp> SHAPE = Shape.of(
            "A participant signs up to a scheme.",
            said -> new SchemeSignUp(said.header(), said.of(SCHEME), said.of(REFERENCE)),
            SCHEME,
            REFERENCE);

    SchemeSignUpKind() {
        super(SchemeSignUp.class, "scheme_sign_up", Trigger.SIGN_UP);
    }

    @Override
    public Shape<SchemeSignUp> shape() {
        return SHAPE;
    }

    @Override
    void admit(SchemeSignUp event, Admission admission) {
        admission.ifKnown(account -> signUp(event, account));
    }

    private static void signUp(SchemeSignUp event, AccountAdmission account) {
        Optional<SignUpPolicy> policy = new Joining(account, event.scheme()).policy();
        if (policy.isEmpty()) {
            return;
        }
        afterSignOff(event, account);
        switch (policy.get().option()) {
            case UNIQUE_CODE -> issuedCode(event, policy.get(), account);
            case EMAIL_DOMAIN -> sentCode(event, account);
            default -> {
                if (policy.get().referenceCode()) {
                    referenceCode(event, account);
                }
            }
        }
    }

    private static void afterSignOff(SchemeSignUp event, AccountAdmission account) {
        account.participant().formerMemberships().stream()
                .filter(former -> former.scheme().equals(event.scheme()))
                .flatMap(former -> former.signedOffOn().stream())
                .max(Comparator.naturalOrder())
                .filter(event.performedOn()::isBefore)
                .ifPresent(signedOff -> account.add(
                        "performedOn",
                        "The sign-up (" + event.performedOn() + ") comes before the latest sign-off (" + signedOff
                                + ")."));
    }

    private static void issuedCode(SchemeSignUp event, SignUpPolicy policy, AccountAdmission account) {
        String code = event.referenceCode();
        account.unless(
                policy.codes().contains(code),
                "referenceCode",
                "The code (" + code + ") was not issued for scheme (" + event.scheme() + ").");
        account.unless(
                account.lookups().holder(UniqueName.code(event.scheme(), code)).isEmpty(),
                "referenceCode",
                "The code (" + code + ") was already used.");
    }

    private static void sentCode(SchemeSignUp event, AccountAdmission account) {
        Optional<PendingSignUp> pending = new Joining(account, event.scheme()).pending();
        if (pending.isEmpty()) {
            account.add(
                    "scheme",
                    "The participant (" + account.participant().id() + ") must first ask to sign up to scheme ("
                            + event.scheme() + ") with an e-mail address.");
            return;
        }
        account.unless(
                pending.get().codeHash().equals(Secret.hashOf(event.referenceCode())),
                "referenceCode",
                "The code is not the one that was sent by e-mail.");
        account.unless(
                !event.performedOn().isBefore(pending.get().requestedOn()),
                "performedOn",
                "The sign-up (" + event.performedOn() + ") comes before the request ("
                        + pending.get().requestedOn() + ").");
    }

    /** Asks the third party last, and only where nothing else stands against the sign-up. */
    private static void referenceCode(SchemeSignUp event, AccountAdmission account) {
        String code = event.referenceCode();
        if (code.isBlank()) {
            account.add("referenceCode", "The scheme (" + event.scheme() + ") asks for a reference code.");
        } else if (account.isFine()) {
            account.unless(
                    account.lookups().acceptsReference(event.scheme(), code),
                    "referenceCode",
                    "The reference code (" + code + ") is not valid for scheme (" + event.scheme() + ").");
        }
    }

    @Override
    public Participant changed(SchemeSignUp event, Participant participant) {
        return noted(participant.with(membership(event, participant)), event, "signed up to " + event.scheme());
    }

    private static SchemeMembership membership(SchemeSignUp event, Participant participant) {
        String email = Optional.ofNullable(participant.pendingSignUps().get(event.scheme()))
                .filter(pending -> pending.codeHash().equals(Secret.hashOf(event.referenceCode())))
                .map(PendingSignUp::email)
                .orElse("");
        return new SchemeMembership(
                event.scheme(), event.performedOn(), event.unit(), event.referenceCode(), email, Optional.empty());
    }

    @Override
    public String says(SchemeSignUp event, Words words) {
        return event.scheme();
    }

    @Override
    public String noun() {
        return "sign-up";
    }
}
