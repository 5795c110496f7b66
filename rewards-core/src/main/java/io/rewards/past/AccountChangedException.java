package io.rewards.past;

/**
 * The past of an account was asked after the account had been written again, so it cannot answer as of the version that was
 * loaded any more. Whoever asked loads again.
 */
public final class AccountChangedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Of the participant of this id. */
    public AccountChangedException(String participant) {
        super("The account of participant (" + participant + ") has changed since it was loaded. Load it again.");
    }
}
