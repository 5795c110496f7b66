package io.rewards.jdbc;

/**
 * The database did not do what it was asked: it is not there, its disk is full, it took too long. What was to be written is
 * written wholly or not at all, and the same may be asked again: what was recorded is recognised.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreException(Throwable cause) {
        super(
                "The store could not be read or written (" + cause.getMessage()
                        + "). See that the database is there, has room and is not locked by others for long, and send the"
                        + " event again: it is recorded once.",
                cause);
    }
}
