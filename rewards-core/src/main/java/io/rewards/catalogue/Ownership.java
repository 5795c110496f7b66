package io.rewards.catalogue;

/**
 * To whom an offer or a scheme belongs, and who may see it. Immutable. Source: domain 3.1.
 *
 * @param group code of the group of units that owns it, or empty for the owner of the programme
 * @param privacy who may see it
 */
public record Ownership(String group, Privacy privacy) {

    /** Of the owner of the programme, for everybody to see. */
    public static final Ownership OF_PROGRAMME = new Ownership("", Privacy.PUBLIC);
}
