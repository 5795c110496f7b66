package io.rewards.kind;

import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.participant.Participant;
import io.rewards.participant.PendingSignUp;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody asks to sign up to a scheme by an e-mail address. Source: domain 4.1. */
final class SchemeSignUpRequestedKind extends PersonKind<SchemeSignUpRequested> {

    private static final Field<SchemeSignUpRequested, String> SCHEME =
            Field.required("scheme", Type.TEXT, SchemeSignUpRequested::scheme, "Code of the scheme.");
    private static final Field<SchemeSignUpRequested, String> ADDRESS =
            Field.required("email", Type.TEXT, SchemeSignUpRequested::email, "Address that the code was sent to.");
    private static final Field<SchemeSignUpRequested, String> CODE = Field.required(
            "codeHash",
            Type.TEXT,
            SchemeSignUpRequested::codeHash,
            "SHA-256 hash of the code, as 64 hexadecimal digits.");
    private static final Shape<SchemeSignUpRequested> SHAPE = Shape.of(
            "A participant wants to sign up to a scheme that verifies e-mail addresses; the host has sent a code.",
            said -> new SchemeSignUpRequested(said.header(), said.of(SCHEME), said.of(ADDRESS), said.of(CODE)),
            SCHEME,
            ADDRESS,
            CODE);

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@([^@\\s]+)");

    SchemeSignUpRequestedKind() {
        super(SchemeSignUpRequested.class, "scheme_sign_up_requested");
    }

    @Override
    public Shape<SchemeSignUpRequested> shape() {
        return SHAPE;
    }

    @Override
    void admit(SchemeSignUpRequested event, Admission admission) {
        admission.ifKnown(account -> requested(event, account));
    }

    private static void requested(SchemeSignUpRequested event, AccountAdmission account) {
        Joining joining = new Joining(account, event.scheme());
        Optional<SignUpPolicy> policy = joining.policy();
        if (policy.isEmpty()) {
            return;
        }
        if (policy.get().option() != SignUpOption.EMAIL_DOMAIN) {
            account.add(
                    "scheme",
                    "The scheme (" + event.scheme() + ") does not verify e-mail addresses; sign up to it at once.");
            return;
        }
        Matcher parts = EMAIL.matcher(event.email());
        account.unless(
                event.email().length() <= LONGEST_EMAIL
                        && parts.matches()
                        && policy.get().domains().contains(parts.group(1).toLowerCase(Locale.ROOT)),
                "email",
                "The e-mail address (" + event.email() + ") must belong to one of the domains "
                        + policy.get().domains() + ".");
        account.unless(
                AccountAdmission.isHash(event.codeHash()),
                "codeHash",
                "The hash of the code must be 64 hexadecimal digits.");
        joining.pending()
                .filter(earlier -> event.performedOn().isBefore(earlier.requestedOn()))
                .ifPresent(later -> account.add(
                        "performedOn",
                        "The request (" + event.performedOn() + ") comes before the latest one (" + later.requestedOn()
                                + ")."));
    }

    @Override
    public Participant changed(SchemeSignUpRequested event, Participant participant) {
        PendingSignUp pending = new PendingSignUp(event.scheme(), event.email(), event.codeHash(), event.performedOn());
        return noted(participant.with(pending), event, "asked to sign up to " + event.scheme());
    }

    @Override
    public String says(SchemeSignUpRequested event, Words words) {
        return "";
    }
}
