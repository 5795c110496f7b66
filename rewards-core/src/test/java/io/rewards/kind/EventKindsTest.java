package io.rewards.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.CustomerEvent;
import io.rewards.event.RaisedEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventKindsTest {

    @Test
    void everyRecordOfAnEventIsOnTheListOnce() {
        List<Object> records = new ArrayList<>();
        addRecords(CustomerEvent.class, records);
        assertThat(records).hasSizeGreaterThan(30);
        List<Object> listed = new ArrayList<>();
        EventKinds.all().forEach(kind -> listed.add(kind.type()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void everyKindHasAWordOfItsOwn() {
        assertThat(EventKinds.all())
                .extracting(EventKind::word)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]+(_[a-z]+)*"));
    }

    @Test
    void whatOnlyTheEngineRaisesIsToldFromWhatHostsSend() {
        assertThat(EventKinds.all())
                .allMatch(kind -> kind.isRaised() == RaisedEvent.class.isAssignableFrom(kind.type()));
        assertThat(EventKinds.all()).filteredOn(EventKind::isRaised).hasSize(9);
    }

    private static void addRecords(Class<?> type, List<Object> records) {
        if (type.isRecord()) {
            records.add(type);
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            addRecords(permitted, records);
        }
    }
}
