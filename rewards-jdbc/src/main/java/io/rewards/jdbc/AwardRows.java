package io.rewards.jdbc;

import io.rewards.ledger.AwardSubject;
import io.rewards.past.PastAward;
import io.rewards.wallet.Dependence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes awards and what they sum up to. */
final class AwardRows {

    static final String NONE = "NONE";
    static final String ANOTHER = "ANOTHER";
    static final String SHARE = "SHARE";

    private record Sum(String offer, boolean ofSubject, String subject, String denomination, int scale, boolean own) {}

    private record Standing(long awards, long units) {

        Standing plus(Standing other) {
            return new Standing(awards + other.awards, Math.addExact(units, other.units));
        }
    }

    private AwardRows() {}

    /** Writes {@code awards} of a participant in the place of what {@code before} knows of them. */
    static void write(
            Batch batch,
            String participant,
            Collection<PastAward> awards,
            Function<PastAward, Optional<PastAward>> before) {
        Map<Sum, Standing> sums = new HashMap<>();
        for (PastAward award : awards) {
            before.apply(award).ifPresent(known -> add(sums, known, -1));
            add(sums, award, 1);
        }
        sums.values().removeIf(sum -> sum.awards == 0 && sum.units == 0);
        batch.insert(
                "rewards_award (participant, lot, offer, offer_type, scheme, subject, units, denomination, scale,"
                        + " awarded_on, own, dependence, body)",
                "on conflict (participant, lot) do update set offer = excluded.offer, offer_type = excluded.offer_type,"
                        + " scheme = excluded.scheme, subject = excluded.subject, units = excluded.units,"
                        + " denomination = excluded.denomination, scale = excluded.scale,"
                        + " awarded_on = excluded.awarded_on, own = excluded.own, dependence = excluded.dependence,"
                        + " body = excluded.body",
                awards,
                award -> new Object[] {
                    participant,
                    award.lot(),
                    award.offer(),
                    award.offerType(),
                    award.scheme(),
                    subject(award.subject()),
                    award.amount().units(),
                    award.amount().denomination().code(),
                    award.amount().denomination().scale(),
                    Moment.text(award.on()),
                    award.isOwn() ? 1 : 0,
                    dependence(award.dependence()),
                    StoredForm.of(award)
                });
        batch.insert(
                "rewards_award_sum (participant, offer, of_subject, subject, denomination, scale, own, awards, units)",
                "on conflict (participant, offer, of_subject, subject, denomination, scale, own) do update set"
                        + " awards = rewards_award_sum.awards + excluded.awards,"
                        + " units = rewards_award_sum.units + excluded.units",
                sums.entrySet(),
                sum -> row(participant, sum.getKey(), sum.getValue()));
    }

    private static @Nullable Object[] row(String participant, Sum of, Standing standing) {
        return new Object[] {
            participant,
            of.offer,
            of.ofSubject ? 1 : 0,
            of.subject,
            of.denomination,
            of.scale,
            of.own ? 1 : 0,
            standing.awards,
            standing.units
        };
    }

    private static void add(Map<Sum, Standing> sums, PastAward award, int times) {
        if (!award.stands()) {
            return;
        }
        Standing one = new Standing(times, times * award.amount().units());
        sums.merge(sum(award, false), one, Standing::plus);
        if (award.subject().kind() != AwardSubject.Kind.NOTHING) {
            sums.merge(sum(award, true), one, Standing::plus);
        }
    }

    private static Sum sum(PastAward award, boolean ofSubject) {
        return new Sum(
                award.offer(),
                ofSubject,
                ofSubject ? subject(award.subject()) : "",
                award.amount().denomination().code(),
                award.amount().denomination().scale(),
                award.isOwn());
    }

    /** What an award is for, by its kind; empty for nothing in particular. The days of an offer sort by time. */
    static String subject(AwardSubject subject) {
        return subject.kind() == AwardSubject.Kind.NOTHING
                ? ""
                : subject.kind() + " " + subject.day().map(Moment::text).orElseGet(subject::text);
    }

    private static String dependence(Dependence dependence) {
        if (dependence instanceof Dependence.OnShare) {
            return SHARE;
        }
        return dependence instanceof Dependence.OnAnother ? ANOTHER : NONE;
    }
}
