package io.rewards.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rewards.catalogue.Terms;
import io.rewards.event.CustomerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .withImportOption(location -> !location.contains("rewards-testkit"))
            .importPackages("io.rewards");

    @Test
    void packagesHaveNoCycles() {
        HouseRules.noPackageCycles().check(CLASSES);
    }

    @Test
    void onlyOnePackageKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rewards.rules.drools")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..")
                .because("the rule engine must be replaceable")
                .check(CLASSES);
    }

    @Test
    void classesAndParameterListsStaySmall() {
        assertThat(HouseRules.longerThan(400, Path.of("src", "main", "java", "io", "rewards", "engine")))
                .isEmpty();
        HouseRules.fewParameters("io.rewards.engine").check(CLASSES);
    }

    @Test
    void nothingAsksEventsOrTermsForTheirKindInALadder() {
        HouseRules.noLadders(CustomerEvent.class).check(CLASSES);
        HouseRules.noLadders(Terms.class).check(CLASSES);
    }

    @Test
    void everyPackageSaysWhomItIsForAndShowsHostsNothingOfWhatIsInside() throws IOException {
        Map<String, String> promises = promises();
        assertThat(promises.keySet())
                .isEqualTo(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
        Set<String> inside = promises.keySet().stream()
                .filter(each -> "nobody".equals(promises.get(each)))
                .collect(Collectors.toSet());
        assertThat(inside).isNotEmpty();
        HouseRules.nothingLeaksFrom(inside).check(CLASSES);
        assertThat(HouseRules.nothingLeaksFrom(Set.of("io.rewards.amount"))
                        .evaluate(CLASSES)
                        .hasViolation())
                .isTrue();
    }

    /** Packages and whom they are for, as docs/architecture.md says. */
    private static Map<String, String> promises() throws IOException {
        Matcher row = Pattern.compile("^\\| `(io\\.rewards[.\\w]*)` \\| (hosts|stores|nobody) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("..", "docs", "architecture.md")));
        Map<String, String> promises = new HashMap<>();
        while (row.find()) {
            promises.put(row.group(1), row.group(2));
        }
        promises.remove("io.rewards.jdbc"); // which is not seen from here, and has a test of its own
        return promises;
    }

    @Test
    void nobodyImportsTheFrontDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rewards.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.rewards.engine")
                .because("the front door opens inwards")
                .check(CLASSES);
    }

    @Test
    void onlyJsonPackagesKnowJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.rewards.json..", "io.rewards.rules.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .because("formats change and the domain does not")
                .check(CLASSES);
    }

    @Test
    void nothingAsksForTheTimeOrTheMachineOrWritesToTheConsole() {
        HouseRules.noClock().check(CLASSES);
        HouseRules.noDefaultZoneLocaleOrCharset().check(CLASSES);
        HouseRules.noConsole().check(CLASSES);
    }

    @Test
    void nothingIsFloatingPoint() {
        HouseRules.noFloatingPoint().check(CLASSES);
    }
}
