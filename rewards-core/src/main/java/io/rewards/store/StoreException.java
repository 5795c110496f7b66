package io.rewards.store;

/**
 * A store could not be read or written: its database is not there, its disk is full, it took too long. What was to be
 * written is written wholly or not at all, and the same may be asked again: what was recorded is recognised. It says nothing
 * about the event or the participant, so a run that meets it ends where it is, and goes on from there.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Of a store that failed because of {@code cause}. */
    public StoreException(Throwable cause) {
        super(
                "The store could not be read or written (" + cause.getMessage()
                        + "). See that the database is there, has room and is not locked by others for long, and send the"
                        + " event again: it is recorded once.",
                cause);
    }
}
