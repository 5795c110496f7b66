package io.rewards.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Terms;
import io.rewards.event.CustomerEvent;
import io.rewards.event.FirstAward;
import io.rewards.event.Purchase;
import io.rewards.event.Referral;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rewards");

    @Test
    void packagesHaveNoCycles() {
        HouseRules.noPackageCycles().check(CORE);
    }

    @Test
    void coreKnowsNoRuleEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.drools..", "org.kie..", "org.mvel2..", "io.rewards.rules..", "io.rewards.engine..")
                .because("a host may embed the domain without a rule engine")
                .check(CORE);
    }

    @Test
    void onlyJsonKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rewards.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .because("formats change and the domain does not")
                .check(CORE);
    }

    @Test
    void onlyTheCalendarKnowsTheLibraryOfRecurrenceRules() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rewards.time")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dmfs..")
                .because("what recurs is asked of Recurrence")
                .check(CORE);
    }

    @Test
    void nothingAsksForTheTimeOrTheMachineOrWritesToTheConsole() {
        HouseRules.noClock().check(CORE);
        HouseRules.noDefaultZoneLocaleOrCharset().check(CORE);
        HouseRules.noConsole().check(CORE);
    }

    @Test
    void nothingIsFloatingPoint() {
        HouseRules.noFloatingPoint().check(CORE);
    }

    @Test
    void classesAndParameterListsStaySmall() {
        Path sources = Path.of("src", "main", "java", "io", "rewards");
        assertThat(HouseRules.longerThan(400, sources.resolve("resolve"))).isEmpty();
        assertThat(HouseRules.longerThan(300, sources.resolve("wallet"))).isEmpty();
        HouseRules.fewParameters("io.rewards.resolve", "io.rewards.wallet").check(CORE);
    }

    @Test
    void nothingAsksEventsOrTermsForTheirKindInALadder() {
        HouseRules.noLadders(CustomerEvent.class).check(CORE);
        HouseRules.noLadders(Terms.class).check(CORE);
    }

    @Test
    void theRulesWouldFindABreach() {
        JavaClasses breach = new ClassFileImporter().importClasses(Breach.class);
        for (ArchRule rule : new ArchRule[] {
            HouseRules.noClock(),
            HouseRules.noDefaultZoneLocaleOrCharset(),
            HouseRules.noConsole(),
            HouseRules.noFloatingPoint(),
            HouseRules.fewParameters("io.rewards.architecture"),
            HouseRules.noLadders(CustomerEvent.class)
        }) {
            assertThat(rule.evaluate(breach).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
        assertThat(HouseRules.longerThan(1, Path.of("src", "main", "java", "io", "rewards", "amount")))
                .isNotEmpty();
        assertThat(CORE.contain(Amount.class)).isTrue();
    }

    @SuppressWarnings("unused")
    private static final class Breach {
        String now() {
            System.out.println(new java.math.BigDecimal("1").doubleValue());
            return java.time.LocalDate.now(java.time.ZoneId.systemDefault()).toString();
        }

        void sixth(int a, int b, int c, int d, int e, int f) {}

        boolean ladder(CustomerEvent event) {
            return event instanceof Purchase || event instanceof FirstAward || event instanceof Referral;
        }
    }
}
