package io.rewards.catalogue;

import io.rewards.problem.Nearest;
import io.rewards.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with the texts of notifications. Source: domain 10. */
final class MessageCheck {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*");

    private MessageCheck() {}

    static void check(List<MessageTemplate> messages, Problems problems) {
        Set<MessageTemplate> seen = new HashSet<>();
        for (MessageTemplate message : messages) {
            String name = message.code();
            String path = "messages[" + name + "]";
            problems.unless(
                    seen.add(new MessageTemplate(message.kind(), MessageTemplate.plain(message.language()), "")),
                    path,
                    "The message (" + name + ") is there twice.");
            problems.unless(
                    LANGUAGE.matcher(message.language()).matches(),
                    path + ".language",
                    "The language (" + message.language() + ") must be written like en or pt-BR.");
            text(message, path + ".text", problems);
        }
    }

    private static void text(MessageTemplate message, String path, Problems problems) {
        problems.unless(!message.text().isBlank(), path, "The text must not be blank.");
        Set<String> known = message.kind().tags();
        for (String tag : message.tags()) {
            problems.unless(
                    known.contains(tag),
                    path,
                    "The tag (" + tag + ") is unknown; " + message.kind() + " has " + known + "."
                            + Nearest.hint(tag, known));
        }
        problems.unless(
                message.isClosed(),
                path,
                "A tag is not closed: a # is left over. Write tags like #offer.name#, and ## for a # of its own.");
    }
}
