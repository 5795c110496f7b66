package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.examples.shop.CornerShop;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void whatIsFineIsSaidWithCounts() {
        String programme = kiosk.programme();
        String events = kiosk.events(Kiosk.purchase("p1", "2025-03-01", "9.00"));
        String rules = kiosk.houseRules(Kiosk.HOUSE_RULE);
        CommandRun run = CommandRun.of("check", programme, events, rules, "--programme", programme);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .hasSize(3)
                .contains(
                        "ok  " + programme + ": programme Kiosk, version 7, 1 scheme, 2 offers",
                        "ok  " + events + ": 3 events")
                .anyMatch(line -> line.matches("ok  .*rules: \\d+ rules in 20 files, the built-in ones among them"));
    }

    @Test
    void whatAReloadWouldRefuseIsFoundBeforehand() {
        String before = kiosk.file("before.yaml", Kiosk.PROGRAMME);
        String between =
                kiosk.file("between.yaml", Kiosk.PROGRAMME.substring(0, Kiosk.PROGRAMME.indexOf("  - number: 2")));
        String after = kiosk.file("after.yaml", Kiosk.PROGRAMME.replace("""
                    type: VISITS
                    classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED
                    state: EFFECTIVE
                    effectiveSince: 2025-01-01
                    terms: {target: 2, period: 1 MONTHS}
                """, """
                    type: BASKET
                    classification: INCREASE_REVENUE_TRANSACTION_BASED
                    terms: {from: 10.00}
                """));
        assertThat(CommandRun.of("check", after, "--against", between).code()).isEqualTo(ExitCode.OK);
        CommandRun run = CommandRun.of("check", after, "--against", before, "--against", between);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out().lines())
                .containsExactly(after + ": offers[TWICE].classification: The offer (TWICE) was effective as"
                        + " REWARD_LOYALTY_TRANSACTION_NUMBER_BASED, which counts visits. Accounts carry its awards and"
                        + " counts, so it cannot become INCREASE_REVENUE_TRANSACTION_BASED. Give the new offer a code of its"
                        + " own.");
    }

    @Test
    void whatOnlyOldMoneyMayNameIsWarnedOf() {
        String before = kiosk.file(
                "before.yaml",
                Kiosk.PROGRAMME
                        .replace("units: [{code: SHOP}]", "units: [{code: SHOP}, {code: CAFE}]")
                        .replace(
                                "award: {amount: 1.00}",
                                "award: {amount: 1.00}\n    spendConditions: {units: [CAFE]}"));
        String after = kiosk.programme();
        CommandRun run = CommandRun.of("check", after, "--against", before);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "warning  " + after
                                + ": units[CAFE]: The unit (CAFE) is left out, and money of offers that were"
                                + " effective may be good only there or for that. It stays with the participants, and what"
                                + " only (CAFE) lets them spend can no longer be spent.",
                        "ok  " + after + ": programme Kiosk, version 7, 1 scheme, 2 offers");
    }

    @Test
    void whatIsHardlyMeantIsANoteAndNoProblem() {
        String file = kiosk.file(
                "kiosk.yaml",
                Kiosk.PROGRAMME.replace(
                        "award: {amount: 1.00}", "award: {amount: 10.01}\n    spendMethod: SPEND_INSTANTLY"));
        CommandRun run = CommandRun.of("check", file);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "ok  " + file + ": programme Kiosk, version 7, 1 scheme, 2 offers",
                        "note  " + file
                                + ": offers[TEN].award.amount: The discount (10.01 EUR) exceeds the least purchase"
                                + " (10.00 EUR); what does not fit is void.");
    }

    @Test
    void theProgrammeOfTheDemoNeedsNoNotes() {
        String programme = kiosk.file("corner-shop.yaml", CornerShop.programme());
        assertThat(CommandRun.of("check", programme).out().lines())
                .singleElement()
                .asString()
                .startsWith("ok  ");
    }

    @Test
    void rulesFitAProgrammeWithVouchers() {
        String rules = kiosk.houseRules(Kiosk.HOUSE_RULE);
        String programme = kiosk.file("corner-shop.yaml", CornerShop.programme());
        assertThat(CommandRun.of("check", rules, "--programme", programme).code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void tenMistakesOfAProgrammeAreToldAtOnce() {
        String wrong = kiosk.file("wrong.yaml", """
                name: Wrong
                settings: {zone: Europe/Dublinn, currency: EUR}
                units: [{code: SHOP, group: TOWN}, {code: SHOP}]
                schemes: [{code: CLUB, state: EFECTIVE}]
                offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
                offers:
                  - number: 0
                    code: TEN
                    scheme: CLUBB
                    type: BASKET
                    classification: INCREASE_REVENUE_TRANSACTION_BASED
                    state: EFFECTIVE
                    effectiveSince: 2025-13-01
                    terms: {from: ten}
                    award: {percentage: 101}
                    conditions: {units: [SHOPP], segments: [GOLD]}
                """);
        CommandRun run = CommandRun.of("check", wrong);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out().lines()).hasSizeGreaterThanOrEqualTo(10).allMatch(line -> line.startsWith(wrong + ": "));
        assertThat(run.out())
                .contains(
                        "settings.zone: ",
                        "units[SHOP].group: ",
                        "units[SHOP]: The code (SHOP) is used twice.",
                        "schemes[CLUB].state: ",
                        "offers[TEN].number: ",
                        "offers[TEN].scheme: ",
                        "offers[TEN].effectiveSince: ",
                        "offers[TEN].terms.from: ",
                        "offers[TEN].award.percentage: ",
                        "offers[TEN].conditions.units: ",
                        "offers[TEN].conditions.segments: ");
    }

    @Test
    void everyBrokenEventIsToldWithItsLine() {
        String events = kiosk.events("{\"type\":\"purchase\"}", Kiosk.purchase("p1", "2025-03-01", "9.00"), "[]");
        CommandRun run = CommandRun.of("check", events, "--programme", kiosk.programme());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains(events + ":3: id: ", events + ":5: ", events + ": 2 broken lines, 3 events");
    }

    @Test
    void aTypoInARuleIsToldWithFileLineAndRule() {
        String rules = kiosk.houseRules(Kiosk.HOUSE_RULE.replace("weekday ==", "weekdya =="));
        CommandRun run = CommandRun.of("check", rules);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .isEqualToIgnoringNewLines(rules + "/house/house.drl:12 [HSE-010] There is no word (weekdya) of"
                        + " TransactionRevenueCandidate. Maybe you meant weekday.");
    }

    @Test
    void aRuleThatReadsAnAttributeTheProgrammeDoesNotDeclareIsToldWithTheProgramme() {
        String rules = kiosk.houseRules(
                Kiosk.HOUSE_RULE.replace("weekday == DayOfWeek.SUNDAY", "attribute( \"event.channel\" ) == \"till\""));
        assertThat(CommandRun.of("check", rules).out()).startsWith("ok  ");
        CommandRun run = CommandRun.of("check", rules, "--programme", kiosk.programme());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("HSE-010", "event.channel");
    }

    @Test
    void whatCannotBeCheckedIsWrongUsage() {
        assertUnusable(CommandRun.of("check"), "Missing required parameter: 'PROGRAMME_OR_RULES'");
        assertUnusable(CommandRun.of("check", "no.yaml"), "The file (no.yaml) of PROGRAMME_OR_RULES does not exist.");
        assertUnusable(
                CommandRun.of("check", kiosk.events()),
                "The events (" + directory.resolve("events.jsonl")
                        + ") can be checked only with the programme they are for: --programme.");
        String text = kiosk.file("notes.txt", "");
        assertUnusable(
                CommandRun.of("check", text),
                "The file (" + text
                        + ") must be a programme (.yaml, .yml, .json), events (.jsonl) or a directory of rules.");
    }

    private static void assertUnusable(CommandRun run, String message) {
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards check --help");
    }
}
