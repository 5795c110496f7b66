package io.rewards.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Programme;
import io.rewards.engine.RewardsEngine;
import io.rewards.engine.VoucherKey;
import io.rewards.event.CustomerEvent;
import io.rewards.examples.shop.CornerShop;
import io.rewards.json.ProgrammeReader;
import io.rewards.store.InMemoryStore;
import io.rewards.store.OutcomeArchive;
import io.rewards.store.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FileOutcomeArchiveTest {

    @Test
    void whatWasKeptIsReadBackAsItWasInAnyOrder() throws IOException {
        Programme programme = ProgrammeReader.read("programme.yaml", CornerShop.programme());
        List<Recorded> recorded = recorded(programme, 600);
        List<Long> places = new ArrayList<>();
        try (FileOutcomeArchive archive = FileOutcomeArchive.open(programme)) {
            for (int i = 0; i < recorded.size(); i++) {
                places.add(archive.append(recorded.get(i)));
                int earlier = i / 2;
                assertThat(archive.read(places.get(earlier))).isEqualTo(recorded.get(earlier));
            }
            for (int i = recorded.size() - 1; i >= 0; i--) {
                assertThat(archive.read(places.get(i))).isEqualTo(recorded.get(i));
            }
        }
    }

    private static List<Recorded> recorded(Programme programme, int most) {
        List<Recorded> recorded = new ArrayList<>();
        OutcomeArchive collecting = new OutcomeArchive() {
            @Override
            public long append(Recorded each) {
                recorded.add(each);
                return recorded.size() - 1L;
            }

            @Override
            public Recorded read(long place) {
                return recorded.get((int) place);
            }
        };
        RewardsEngine engine = RewardsEngine.builder(programme, new InMemoryStore(collecting), () -> {
                    throw new AssertionError("Every event says when it was received.");
                })
                .withVoucherKey(VoucherKey.of(new byte[16]))
                .build();
        for (CustomerEvent event : CornerShop.events(1).subList(0, most)) {
            engine.evaluate(event.withHeader(event.header().receivedOn(event.performedOn())));
        }
        return recorded;
    }
}
