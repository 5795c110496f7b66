package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.shape.Words;
import io.rewards.time.TimeSpan;
import java.time.Instant;

/** How what events and offers say is printed. Immutable. */
record Spoken(When when) implements Words {

    @Override
    public String amount(Amount amount) {
        return Figures.of(amount);
    }

    @Override
    public String number(long number) {
        return Figures.of(number);
    }

    @Override
    public String number(long number, String thing) {
        return Figures.of(number, thing);
    }

    @Override
    public String span(TimeSpan span) {
        return OfferWords.span(span);
    }

    @Override
    public String constant(Enum<?> constant) {
        return OfferWords.of(constant);
    }

    @Override
    public String moment(Instant instant) {
        return when.moment(instant);
    }
}
