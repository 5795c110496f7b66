package io.rewards.jdbc;

import static io.rewards.participant.ParticipantFilter.inSmallLetters;

import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.participant.ParticipantFilter.Field;
import io.rewards.participant.Phone;
import io.rewards.participant.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What participants are sought by, in tables of its own. */
final class Sought {

    private record Value(String field, String value) {}

    private record SignUp(String scheme, String unit, Instant on) {}

    private Sought() {}

    /** Writes what {@code now} is sought by, where it is not what it was before. */
    static void write(Batch batch, Participant now, Optional<Participant> before, boolean isNew) {
        if (before.filter(now::equals).isPresent()) {
            return;
        }
        Set<Value> values = values(now);
        Set<SignUp> signUps = signUps(now);
        if (before.filter(was -> values(was).equals(values)).isEmpty()) {
            if (!isNew) {
                batch.add("delete from rewards_sought where participant = ?", now.id());
            }
            batch.insert("rewards_sought (participant, field, value)", "on conflict do nothing", values, each ->
                    new Object[] {now.id(), each.field, each.value});
        }
        if (before.filter(was -> signUps(was).equals(signUps)).isEmpty()) {
            if (!isNew) {
                batch.add("delete from rewards_sign_up where participant = ?", now.id());
            }
            batch.insert(
                    "rewards_sign_up (participant, scheme, unit, signed_up_on)",
                    "on conflict do nothing",
                    signUps,
                    each -> new Object[] {now.id(), each.scheme, each.unit, Moment.text(each.on)});
        }
    }

    /** The participants whom {@link ParticipantFilter#matches} finds, after an id, in order. */
    static List<Participant> search(Link link, ParticipantFilter sought, String after, int most) {
        StringBuilder sql = new StringBuilder("select p.body from rewards_participant p where p.id > ?");
        List<Object> values = new ArrayList<>(List.of(Text.kept(after)));
        sought.state().ifPresent(state -> {
            sql.append(" and p.state = ?");
            values.add(state.name());
        });
        sought.text(Field.NAME).ifPresent(part -> {
            String at = link.dialect() == Dialect.SQLITE ? "instr(s.value, ?)" : "strpos(s.value, ?)";
            has(sql, values, Field.NAME, at + " > 0", inSmallLetters(part));
        });
        sought.text(Field.EMAIL)
                .ifPresent(email -> has(sql, values, Field.EMAIL, "s.value = ?", inSmallLetters(email)));
        sought.text(Field.PHONE).ifPresent(phone -> {
            String digits = reversed(Phone.digitsOf(phone));
            if (digits.isEmpty()) {
                sql.append(" and 1 = 0");
            } else {
                has(sql, values, Field.PHONE, "s.value >= ? and s.value < ?", digits);
                values.add(digits + ":");
            }
        });
        sought.text(Field.SEGMENT).ifPresent(code -> has(sql, values, Field.SEGMENT, "s.value = ?", code));
        sought.text(Field.TIER).ifPresent(code -> has(sql, values, Field.TIER, "s.value = ?", code));
        sql.append(" and exists (select 1 from rewards_sign_up u where u.participant = p.id and u.signed_up_on >= ?"
                + " and u.signed_up_on < ?");
        values.add(Moment.text(sought.from()));
        values.add(Moment.text(sought.to()));
        sought.text(Field.SCHEME).ifPresent(code -> {
            sql.append(" and u.scheme = ?");
            values.add(Text.kept(code));
        });
        sought.text(Field.UNIT).ifPresent(code -> {
            sql.append(" and u.unit = ?");
            values.add(Text.kept(code));
        });
        sql.append(") order by p.id limit ?");
        values.add(most);
        return link.read(handle -> handle.select(sql, values.toArray())
                .map((row, context) -> StoredForm.read(row.getString("body"), io.rewards.account.Account.class)
                        .participant())
                .list());
    }

    private static void has(StringBuilder sql, List<Object> values, Field field, String condition, String value) {
        sql.append(" and exists (select 1 from rewards_sought s where s.participant = p.id and s.field = ? and ")
                .append(condition)
                .append(')');
        values.add(field.name());
        values.add(Text.kept(value));
    }

    private static Set<Value> values(Participant participant) {
        Profile profile = participant.profile();
        Set<Value> values = new HashSet<>();
        values.add(new Value(Field.NAME.name(), inSmallLetters(profile.name())));
        values.add(new Value(Field.TIER.name(), participant.tier()));
        profile.emails().forEach(email -> values.add(new Value(Field.EMAIL.name(), inSmallLetters(email.address()))));
        profile.phones().forEach(phone -> values.add(new Value(Field.PHONE.name(), reversed(phone.digits()))));
        profile.segments().forEach(code -> values.add(new Value(Field.SEGMENT.name(), code)));
        return values;
    }

    private static Set<SignUp> signUps(Participant participant) {
        Set<SignUp> signUps = new HashSet<>();
        signUps.add(new SignUp("", participant.unit(), participant.registeredOn()));
        participant
                .memberships()
                .values()
                .forEach(each -> signUps.add(new SignUp(each.scheme(), each.unit(), each.signedUpOn())));
        return signUps;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
