package io.rewards.json;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of events, by the word that is written for them. */
enum EventType {
    PURCHASE,
    PARTICIPANT_REGISTERED,
    SCHEME_SIGN_UP,
    PARTICIPANT_TERMINATED,
    GOODS_RETURN;

    /** The word, such as {@code scheme_sign_up}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EventType read(Value value) {
        String word = Scalars.anyText(value);
        List<String> words = Arrays.stream(values()).map(EventType::word).toList();
        int found = words.indexOf(word);
        if (found < 0) {
            throw Scalars.notOneOf(value, words);
        }
        return values()[found];
    }
}
