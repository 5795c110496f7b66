package io.rewards.catalogue;

import io.rewards.key.Key;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a notification in one language, with tags such as {@code #award.amount#} to fill; {@code ##} is a
 * {@code #} of its own. Immutable. Source: domain 10.
 *
 * @param kind of the notification
 * @param language such as {@code en} or {@code pt-BR}
 * @param text with tags to fill
 */
public record MessageTemplate(NotificationKind kind, String language, String text) {

    private static final Pattern PLACE = Pattern.compile("#([^#]*)#|#");

    /**
     * The template of {@code kind} in the first of {@code languages} that has one: in the language itself, or in one that
     * is less particular, as {@code pt} is for {@code pt-BR}. Where none has one, the template whose language comes first
     * in the alphabet.
     */
    public static Optional<MessageTemplate> choose(
            List<MessageTemplate> templates, NotificationKind kind, List<String> languages) {
        List<MessageTemplate> ofKind =
                templates.stream().filter(each -> each.kind == kind).toList();
        for (String language : languages) {
            for (String wanted = plain(language); !wanted.isEmpty(); wanted = lessParticular(wanted)) {
                for (MessageTemplate template : ofKind) {
                    if (plain(template.language).equals(wanted)) {
                        return Optional.of(template);
                    }
                }
            }
        }
        return ofKind.stream().min(Comparator.comparing(each -> plain(each.language)));
    }

    /** The name of the template: its kind and language, such as {@code AWARD/en}. */
    public String code() {
        return Key.of(kind.name(), language).text();
    }

    /** The tags that the text names, without their {@code #}. */
    public Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        PLACE.matcher(text)
                .results()
                .filter(place -> place.end() - place.start() > 2)
                .forEach(place -> tags.add(place.group(1)));
        return tags;
    }

    /** True when every tag ends, so that no {@code #} is left over. */
    public boolean isClosed() {
        return PLACE.matcher(text).results().noneMatch(MessageTemplate::isOpen);
    }

    /**
     * The text with its tags filled. What a value says is left as it is, also where it looks like a tag.
     *
     * @throws IllegalArgumentException when the text names a tag that has no value
     */
    public String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(filled(place, values)));
    }

    /** The language as it is compared: {@code pt_BR} is {@code pt-br}. */
    static String plain(String language) {
        return language.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static String filled(MatchResult place, Map<String, String> values) {
        if (isOpen(place) || place.group(1).isEmpty()) {
            return "#";
        }
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalArgumentException("The tag (" + place.group(1) + ") has no value.");
        }
        return value;
    }

    private static boolean isOpen(MatchResult place) {
        return place.end() - place.start() == 1;
    }

    private static String lessParticular(String language) {
        return language.substring(0, Math.max(0, language.lastIndexOf('-')));
    }
}
