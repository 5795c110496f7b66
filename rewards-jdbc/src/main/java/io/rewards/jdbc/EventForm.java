package io.rewards.jdbc;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.json.OutcomeReader;
import io.rewards.json.OutcomeWriter;

/** How events and their outcomes stand in rows: an outcome in its documented form. */
final class EventForm {

    private EventForm() {}

    static Body of(CustomerEvent event) {
        return StoredForm.of(event);
    }

    static Body of(Outcome outcome) {
        return StoredForm.body(OutcomeWriter.write(outcome));
    }

    static CustomerEvent event(String body) {
        return StoredForm.read(body, CustomerEvent.class);
    }

    static Outcome outcome(String body) {
        return OutcomeReader.read("the store", body);
    }
}
