package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Denomination;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Settings;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgrammeWriterTest {

    @Test
    void theProgrammeWithEveryFieldComesBackAsItWas() {
        comesBack("every field", Examples.everyField());
    }

    @Test
    void randomProgrammesComeBackAsTheyWere() {
        for (int seed = 0; seed < 100; seed++) {
            Programme programme = new RandomProgrammes(new Random(seed)).next();
            assertThat(Catalogue.of(programme).programme()).isEqualTo(programme);
            comesBack("seed " + seed, programme);
        }
    }

    @Test
    void whatIsTheDefaultIsLeftOut() {
        Programme programme = Programme.builder(
                        "Least", Settings.of(ZoneId.of("Europe/London"), new Denomination("EUR", 2)))
                .build();
        assertThat(ProgrammeWriter.yaml(programme)).isEqualTo("""
                name: "Least"
                settings:
                  zone: "Europe/London"
                  currency: "EUR"
                """);
    }

    @Test
    void aCurrencyWithOtherDecimalsThanItsStandardIsWrittenWithThem() {
        Programme programme = Programme.builder(
                        "Fine", Settings.of(ZoneId.of("Europe/London"), new Denomination("EUR", 3)))
                .build();
        assertThat(ProgrammeWriter.yaml(programme)).contains("code: \"EUR\"", "scale: 3");
        comesBack("fine", programme);
    }

    private static void comesBack(String name, Programme programme) {
        String yaml = ProgrammeWriter.yaml(programme);
        String json = ProgrammeWriter.json(programme);
        assertThat(ProgrammeReader.read(name, yaml)).as(name + "\n" + yaml).isEqualTo(programme);
        assertThat(ProgrammeReader.read(name, json)).as(name).isEqualTo(programme);
        assertThat(ProgrammeWriter.json(ProgrammeReader.read(name, yaml))).isEqualTo(json);
        assertThat(Schemas.errors(Schemas.PROGRAMME, Schemas.JSON.readTree(json)))
                .as(name + "\n" + json)
                .isEmpty();
    }
}
