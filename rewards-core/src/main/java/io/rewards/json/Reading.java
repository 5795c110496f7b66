package io.rewards.json;

/** How a value of a document becomes a value of the domain. */
@FunctionalInterface
interface Reading<T> {

    /**
     * What {@code value} says.
     *
     * @throws IllegalArgumentException when it is wrong; the message becomes a problem at its path
     * @throws NotedException when it is wrong and the problems were noted already
     */
    T read(Value value);
}
