package io.rewards.json;

/** Ends the reading of a value that cannot be built, because of problems that were noted already. */
final class NotedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotedException() {
        super("The problems were noted already.", null, false, false);
    }
}
