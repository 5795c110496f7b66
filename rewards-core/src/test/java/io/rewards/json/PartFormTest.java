package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Part;
import io.rewards.catalogue.PartKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartFormTest {

    @Test
    void everyPartStandsInFilesInTheOrderOfParts() {
        List<Part<?>> written =
                PartForm.ALL.stream().<Part<?>>map(PartForm::part).toList();
        assertThat(written).containsExactlyElementsOf(Part.all());
    }

    @Test
    void everyKindButTheProgrammeItselfHasOnePart() {
        List<PartKind> held = Part.all().stream().<PartKind>map(Part::kind).toList();
        List<PartKind> kinds = Arrays.stream(PartKind.values())
                .filter(kind -> kind != PartKind.PROGRAMME)
                .toList();
        assertThat(held).containsExactlyInAnyOrderElementsOf(kinds);
    }
}
