package io.rewards.json;

import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKinds;
import java.util.Random;
import java.util.stream.Stream;

/** Random events, for tests of other packages. */
public final class DrawnEvents {

    private static final Programme PROGRAMME =
            ProgrammeReader.read("every-field.yaml", Examples.text("every-field.yaml"));

    private DrawnEvents() {}

    /** An event of each kind, those included that only the engine raises. */
    public static Stream<CustomerEvent> ofEachKind(long seed) {
        return EventKinds.all().stream().map(kind -> new RandomEvents(PROGRAMME, new Random(seed)).next(kind.word()));
    }
}
