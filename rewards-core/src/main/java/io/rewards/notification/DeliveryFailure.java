package io.rewards.notification;

/**
 * A notification that the listener could not deliver; it is kept. Immutable.
 *
 * @param notification its id
 * @param message of the exception that the listener threw
 */
public record DeliveryFailure(String notification, String message) {}
