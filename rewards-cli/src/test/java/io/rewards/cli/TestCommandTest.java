package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestCommandTest {

    private static final String CASES = """
            programme:
              name: Cases
              settings: {zone: Europe/Dublin, currency: EUR}
              units: [{code: SHOP}]
              schemes: [{code: CLUB}]
              offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
              offers:
                - number: 1
                  code: TEN
                  scheme: CLUB
                  classification: INCREASE_REVENUE_TRANSACTION_BASED
                  type: BASKET
                  state: EFFECTIVE
                  effectiveSince: 2025-01-01
                  terms: {from: 10.00}
                  award: {amount: 1.00}
            defaults: {participant: ada, unit: SHOP}
            history:
              - {type: participant_registered, performedOn: "2025-01-02T08:00:00Z"}
              - {type: scheme_sign_up, scheme: CLUB, performedOn: "2025-01-02T08:00:00Z"}
            cases:
              - name: nothing on Sundays
                event:
                  type: purchase
                  performedOn: "2025-03-02T10:00:00Z"
                  lines: [{product: x, quantity: 1, total: "12.00"}]
                expect:
                  - {offer: TEN, declined: [{rule: HSE-010, reason: HOUSE_RULE}]}
            """;

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void theBuiltInRulesPass() {
        CommandRun run = CommandRun.of("test");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).matches("ok  \\d+ cases, 0 failed, 0 rules without a case\\R");
    }

    @Test
    void aRuleWithoutACaseFailsAndIsNamed() {
        CommandRun run = CommandRun.of("test", "--rules", kiosk.houseRules(Kiosk.HOUSE_RULE));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("Rules without a case: HSE-010", " 0 failed, 1 rule without a case");
    }

    @Test
    void aRuleWithACasePasses() {
        String rules = kiosk.houseRules(Kiosk.HOUSE_RULE);
        kiosk.file("rules/house/house.cases.yaml", CASES);
        CommandRun run = CommandRun.of("test", "--rules", rules);
        assertThat(run.out()).endsWith(" 0 failed, 0 rules without a case" + System.lineSeparator());
        assertThat(run.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aCaseThatFailsIsPrintedWithWhatDiffers() {
        String rules = kiosk.houseRules(Kiosk.HOUSE_RULE);
        kiosk.file("rules/house/house.cases.yaml", CASES.replace("2025-03-02T", "2025-03-03T"));
        CommandRun run = CommandRun.of("test", "--rules", rules);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("house/house.cases.yaml: nothing on Sundays", "  The offer (TEN) is granted by TRX-010")
                .contains(" 1 failed, 1 rule without a case");
    }

    @Test
    void rulesThatDoNotCompileAreUnusable() {
        CommandRun run = CommandRun.of("test", "--rules", kiosk.houseRules(Kiosk.HOUSE_RULE.replace("then", "thn")));
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("house/house.drl:13 [HSE-010] ");
        assertThat(CommandRun.of("test", "--rules", "no-rules").err())
                .contains("The directory (no-rules) of --rules must be a directory.");
    }
}
