package io.rewards.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rewards.jdbc.JdbcStore;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rewards.jdbc");

    @Test
    void whatHostsSeeNamesNoLibrary() {
        assertThat(CLASSES.contain(JdbcStore.class)).isTrue();
        Set<String> shown = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method ->
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream()))
                .filter(type -> !type.isPrimitive())
                .map(type -> type.getPackageName())
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());

        assertThat(shown).isSubsetOf("java", "javax", "io").contains("javax");
    }

    @Test
    void itKnowsNoRuleEngineAndNoDriver() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.rewards.engine..", "io.rewards.rules..", "org.postgresql..", "org.sqlite..", "com.zaxxer..")
                .because("hosts bring the driver and the pool")
                .check(CLASSES);
        classes().should().resideInAPackage("io.rewards.jdbc").check(CLASSES);
    }

    @Test
    void nothingAsksForTheTimeOrTheMachineOrWritesToTheConsoleOrIsFloatingPoint() {
        HouseRules.noClock().check(CLASSES);
        HouseRules.noDefaultZoneLocaleOrCharset().check(CLASSES);
        HouseRules.noConsole().check(CLASSES);
        HouseRules.noFloatingPoint().check(CLASSES);
    }

    @Test
    void classesStaySmall() {
        assertThat(HouseRules.longerThan(500, Path.of("src", "main", "java", "io", "rewards", "jdbc")))
                .isEmpty();
    }
}
