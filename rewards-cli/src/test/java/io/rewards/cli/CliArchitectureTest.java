package io.rewards.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rewards.architecture.HouseRules;
import io.rewards.catalogue.Terms;
import io.rewards.event.CustomerEvent;
import org.junit.jupiter.api.Test;

class CliArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rewards.cli");

    @Test
    void nothingAsksEventsOrTermsForTheirKindInALadder() {
        HouseRules.noLadders(CustomerEvent.class).check(CLASSES);
        HouseRules.noLadders(Terms.class).check(CLASSES);
    }

    @Test
    void nothingIsFloatingPoint() {
        HouseRules.noFloatingPoint().check(CLASSES);
    }
}
