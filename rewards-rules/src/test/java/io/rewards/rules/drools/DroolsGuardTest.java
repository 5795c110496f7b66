package io.rewards.rules.drools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DroolsGuardTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.rewards");

    @Test
    void nothingChangesHowSessionsShareTheirKieBase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ThreadSafeOption")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("org\\.kie\\.api\\.runtime\\.KieSessionConfiguration|.*SessionsPool")
                .because("with ThreadSafeOption.NO sessions of one KieBase silently give wrong answers,"
                        + " and a pooled session that is disposed twice has two users")
                .check(CLASSES);
    }
}
