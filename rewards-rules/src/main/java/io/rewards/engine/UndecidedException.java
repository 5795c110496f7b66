package io.rewards.engine;

import io.rewards.past.AccountChangedException;
import io.rewards.store.StoreException;
import java.util.function.Supplier;

/** Deciding failed for one participant, in contrast to reading or writing the store. */
final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedException(RuntimeException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** What {@code deciding} gives; that the account was written meanwhile, or the store failed, is no failure of it. */
    static <T> T decided(Supplier<T> deciding) {
        try {
            return deciding.get();
        } catch (AccountChangedException | StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UndecidedException(e);
        }
    }
}
