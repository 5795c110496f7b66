package io.rewards.jdbc;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.AwardSubject;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands of the awards that are asked about, in one query. Used once. */
final class Figures {

    private static final String DAY = "DAY ";
    private static final String STANDING = " from rewards_award where participant = ? and units > 0";
    private static final int SUM = 1;
    private static final int LAST = 3;
    private static final int LATEST_DAY = 4;

    private final JdbcPast past;
    private final String participant;
    private final AwardQuestion question;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final Map<Denomination, Amount> sums = new HashMap<>();
    private long count;
    private long own;
    private Instant last = Instant.MIN;
    private Optional<LocalDate> latestDay = Optional.empty();

    Figures(JdbcPast past, String participant, AwardQuestion question) {
        this.past = past;
        this.participant = participant;
        this.question = question;
    }

    AwardFigures read() {
        boolean ofAll = question.offer().isEmpty();
        sums();
        if (!question.except().isEmpty()) {
            sql.append(" union all select 2, 0, own, units, denomination, scale, ''")
                    .append(STANDING);
            values.add(participant);
            narrow();
            sql.append(" and lot in (")
                    .append(JdbcPast.marks(question.except()))
                    .append(")");
            values.addAll(question.except());
        }
        latest(LAST, "awarded_on", "");
        if (!ofAll && question.subject().isEmpty()) {
            latest(LATEST_DAY, "subject", " and subject <> '' and subject >= 'DAY ' and subject < 'DAY!'");
        }
        past.ask(sql.toString(), "", this::note, values.toArray());
        Optional<LocalDate> day = question.subject().map(AwardSubject::day).orElse(latestDay);
        return new AwardFigures(count, own, sums, last, count == 0 || ofAll ? Optional.empty() : day);
    }

    private void sums() {
        String some = "select 1, awards, own, units, denomination, scale, ''";
        if (question.offer().isEmpty()) {
            sql.append("select 1 as part, awards as n, own, units, denomination, scale, '' as said from")
                    .append(" rewards_award_sum where participant = ? and of_subject = 0 and own = 1");
            return;
        }
        sql.append("select 1 as part, awards as n, own, units, denomination, scale, '' as said from")
                .append(" rewards_award_sum where participant = ? and offer = ? and of_subject = ?");
        values.add(question.offer().get());
        Optional<String> subject = question.subject().map(AwardRows::subject);
        boolean bySubject = subject.isPresent() && !subject.get().isEmpty();
        values.add(bySubject ? 1 : 0);
        if (bySubject) {
            sql.append(" and subject = ?");
            values.add(subject.get());
        } else if (subject.isPresent()) {
            sql.append(" union all ")
                    .append(some.replace("select 1, awards, own, units", "select 1, -awards, own, -units"))
                    .append(" from rewards_award_sum where participant = ? and offer = ? and of_subject = 1");
            values.add(participant);
            values.add(question.offer().get());
        }
    }

    /** The greatest value of a column, as the end of an index: {@code max} would walk through the whole past. */
    private void latest(int part, String column, String where) {
        sql.append(" union all select ")
                .append(part)
                .append(", 0, 0, 0, '', 0, (select ")
                .append(column)
                .append(STANDING)
                .append(where);
        values.add(participant);
        narrow();
        sql.append(JdbcPast.except("lot", question.except()))
                .append(" order by ")
                .append(column)
                .append(" desc limit 1)");
        values.addAll(question.except());
    }

    private void narrow() {
        if (question.offer().isEmpty()) {
            sql.append(" and own = 1");
            return;
        }
        sql.append(" and offer = ?");
        values.add(question.offer().get());
        question.subject().map(AwardRows::subject).ifPresent(subject -> {
            sql.append(subject.isEmpty() ? " and subject = ?" : " and subject <> '' and subject = ?");
            values.add(subject);
        });
    }

    private boolean note(ResultSet row) throws SQLException {
        int part = row.getInt("part");
        String said = row.getString("said");
        if (part == LAST) {
            last = said == null ? last : Moment.instant(said);
        } else if (part == LATEST_DAY) {
            latestDay = Optional.ofNullable(said).map(day -> Moment.day(day.substring(DAY.length())));
        } else {
            long times = part == SUM ? 1 : -1;
            long awards = part == SUM ? row.getLong("n") : 1;
            count += times * awards;
            own += row.getInt("own") == 1 ? times * awards : 0;
            Denomination denomination = new Denomination(row.getString("denomination"), row.getInt("scale"));
            sums.merge(denomination, new Amount(denomination, times * row.getLong("units")), Amount::plus);
        }
        return true;
    }
}
