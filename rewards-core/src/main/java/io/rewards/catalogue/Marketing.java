package io.rewards.catalogue;

import java.util.regex.Pattern;

/**
 * What an app shows of a scheme or an offer. Immutable; unknown parts are empty. Source: domain 3.1, 4.1.
 *
 * @param image reference of an image, such as its address
 * @param backgroundImage reference of an image behind it
 * @param backgroundColour such as {@code #1A2B3C}
 * @param shortDescription for a list
 * @param longDescription for a page
 */
public record Marketing(
        String image,
        String backgroundImage,
        String backgroundColour,
        String shortDescription,
        String longDescription) {

    /** Nothing to show. */
    public static final Marketing NONE = new Marketing("", "", "", "", "");

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    /** Refuses a colour that is not {@code #RRGGBB}. */
    public Marketing {
        if (!backgroundColour.isEmpty() && !COLOUR.matcher(backgroundColour).matches()) {
            throw new IllegalArgumentException(
                    "The colour (" + backgroundColour + ") must be written #RRGGBB, such as #1A2B3C.");
        }
    }
}
