package io.rewards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwardValidityTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");
    private static final Instant AWARDED = Instant.parse("2016-12-02T15:30:00Z");

    @Test
    void moneyIsSpendableAtOnceAndForEverUnlessSaid() {
        assertThat(AwardValidity.ALWAYS.validFrom(AWARDED, NICOSIA)).isEqualTo(AWARDED);
        assertThat(AwardValidity.ALWAYS.validTo(AWARDED, NICOSIA)).isEmpty();
    }

    @Test
    void aSpanEndsAtTheStartOfItsLastDay() {
        AwardValidity thirty = new AwardValidity(Optional.empty(), new Expiry.After(days(30)));
        assertThat(thirty.validTo(AWARDED, NICOSIA)).contains(Instant.parse("2016-12-31T22:00:00Z"));
    }

    @Test
    void aDateEndsAtItsStart() {
        AwardValidity newYear = new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.of(2017, 1, 1)));
        assertThat(newYear.validTo(AWARDED, NICOSIA)).contains(Instant.parse("2016-12-31T22:00:00Z"));
    }

    @Test
    void validAfterCountsFromTheMomentOfTheAward() {
        AwardValidity later = new AwardValidity(Optional.of(days(14)), new Expiry.Never());
        assertThat(later.validFrom(AWARDED, NICOSIA)).isEqualTo("2016-12-16T15:30:00Z");
    }

    @Test
    void moneyMustBecomeSpendableBeforeItExpires() {
        assertThatThrownBy(() -> new AwardValidity(Optional.of(days(30)), new Expiry.After(days(30))))
                .hasMessageContaining("(30 days)");
        assertThatCode(() -> new AwardValidity(Optional.of(days(29)), new Expiry.After(days(31))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new AwardValidity(Optional.of(days(28)), new Expiry.After(months(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> new AwardValidity(Optional.of(days(26)), new Expiry.After(months(1))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Expiry.After(new TimeSpan(48, SpanUnit.HOURS)))
                .hasMessageContaining("(48 hours)");
    }

    private static TimeSpan days(int count) {
        return new TimeSpan(count, SpanUnit.DAYS);
    }

    private static TimeSpan months(int count) {
        return new TimeSpan(count, SpanUnit.MONTHS);
    }
}
