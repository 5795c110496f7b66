package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is thrown at the readers, they answer with problems, quickly. */
class HostileInputTest {

    @Test
    void emptyInputIsOneProblem() {
        for (String empty : List.of("", " \n", "# only a comment\n", "---\n", "\ufeff")) {
            assertThat(Examples.problemsOfProgramme(empty))
                    .singleElement()
                    .asString()
                    .containsAnyOf("there is nothing in it", "must not be empty");
        }
        assertThat(Examples.problemsOfEvent("")).singleElement().asString().contains("there is nothing in it");
    }

    @Test
    void somethingElseThanAnObjectIsOneProblem() {
        assertThat(Examples.problemsOfProgramme("just text"))
                .containsExactly("The programme (just text) must be an object with fields.");
        assertThat(Examples.problemsOfProgramme("- 1\n- 2\n"))
                .containsExactly("The programme must be an object with fields, not a list. (line 1)");
        assertThat(Examples.problemsOfEvent("[]"))
                .containsExactly("The event must be an object with fields, not a list.");
        assertThat(Examples.problemsOfEvent("null"))
                .containsExactly("The value of event must not be empty; where it is not needed it must be left out.");
    }

    @Test
    void aSyntaxErrorIsOneProblemWithLineAndColumn() {
        assertThat(Examples.problemsOfProgramme("name: A\nsettings: {zone: UTC\nunits: []\n"))
                .singleElement()
                .asString()
                .startsWith("Line 3, column ");
        assertThat(Examples.problemsOfProgramme("name: A\nsettings: \tx: y: z\n"))
                .singleElement()
                .asString()
                .startsWith("Line 2, column ");
        assertThat(Examples.problemsOfProgramme("{\"name\": \"A\",\n \"settings\": {,}}"))
                .singleElement()
                .asString()
                .startsWith("Line 2, column ");
        assertThat(Examples.problemsOfEvent("{\"type\":\"purchase\",}"))
                .singleElement()
                .asString()
                .startsWith("Line 1, column 2");
        assertThat(Examples.problemsOfEvent("{} {}"))
                .singleElement()
                .asString()
                .startsWith("Line 1, column ")
                .contains("there must be one only");
        assertThat(Examples.problemsOfProgramme("name: A\n---\nname: B\n"))
                .singleElement()
                .asString()
                .contains("there must be one only");
    }

    @Test
    void aliasesAreRefusedSoThatNothingExpands() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name <= 'j'; name++) {
            String alias = "*" + (char) (name - 1) + ", ";
            bomb.append(name + ": &" + name + " [" + alias.repeat(8) + alias.replace(", ", "") + "]\n");
        }
        assertThat(Examples.problemsOfProgramme(bomb.toString()))
                .containsExactly("Line 2, column 8: the alias *a is not supported; the value must be written out.");
    }

    @Test
    void aCharacterOfTwoUnitsMayStandAnywhere() {
        for (int before = 0; before < 3_200; before++) {
            String name = "x".repeat(before) + "\ud83d\ude00";
            String yaml = "name: \"" + name + "\"\nsettings: {zone: Europe/London, currency: EUR}\n";
            assertThat(ProgrammeReader.read("test", yaml).name()).isEqualTo(name);
        }
        assertThat(Examples.problemsOfProgramme("name: \ud83d")).isNotEmpty();
    }

    @Test
    void deepNestingIsRefused() {
        for (String deep :
                List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "a: ".repeat(100_000), "- ".repeat(100_000))) {
            assertThat(Examples.problemsOfProgramme(deep)).hasSize(1);
            assertThat(Examples.problemsOfEvent(deep)).hasSize(1);
        }
    }

    @Test
    void hugeScalarsAreRefused() {
        String head = "name: T\nsettings: {zone: Europe/London, currency: EUR}\n";
        assertThat(Examples.problemsOfProgramme(head + "tiers: [\"" + "x".repeat(4_000_000) + "\"]\n"))
                .singleElement()
                .asString()
                .endsWith("exceeds the limit: 3145728 code points.");
        assertThat(Examples.problemsOfProgramme("name: T\nsettings: {zone: Europe/London, currency: EUR,"
                        + " maximumPercentage: " + "9".repeat(900) + "}\n"))
                .singleElement()
                .asString()
                .contains("must be a percentage")
                .hasSizeLessThan(250);
        assertThat(Examples.problemsOfProgramme("name: T\nsettings: {zone: Europe/London, currency: EUR,"
                        + " maximumPercentage: \"" + "9".repeat(1_000_000) + "\"}\n"))
                .singleElement()
                .asString()
                .contains("must be a percentage")
                .hasSizeLessThan(250);
        assertThat(Examples.problemsOfProgramme("x".repeat(100_000) + ": 1\n" + head))
                .hasSize(1);
    }

    @Test
    void oddTagsAndKeysAreProblemsNotCrashes() {
        for (String odd : List.of(
                "? [a]\n: b\n",
                "a: !!binary aGVsbG8=\n",
                "{? {a: b} : c}\n",
                "a: \u0007\n",
                "%YAML 3.0\n---\na: 1\n",
                "!!map {a: 1}\n",
                "<<: {a: 1}\n",
                "&a a: *a\n",
                "[}",
                "\"",
                "'",
                "|",
                "\u0000",
                "a:\n\t- b")) {
            assertThat(Examples.problemsOfProgramme(odd)).as(odd).isNotEmpty();
        }
    }
}
