package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void groupsAllOffersByWhatWasDecidedAndTellsEveryReason() {
        CommandRun run =
                explain("p2", Kiosk.purchase("p1", "2025-03-01", "9.00"), Kiosk.purchase("p2", "2025-03-02", "9.25"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "purchase p2 of Ada Byrne (ada) at SHOP, Sun 2025-03-02 10:00",
                        "  1  BREAD  9.25 EUR",
                        "Granted",
                        "  TWICE  0.50 EUR  TWICE  rule CNT-010",
                        "Declined",
                        "  TEN  The purchase counts 9.25 EUR: 0.75 EUR less than the minimum of 10.00 EUR.",
                        "       (actual 9.25 EUR, required 10.00 EUR, distance 0.75 EUR, reason BELOW_MINIMUM, rule"
                                + " TRX-020)");
    }

    @Test
    void theEventsAfterThePurchaseDoNotCount() {
        CommandRun run = explain(
                "p1", Kiosk.purchase("p1", "2025-03-01", "9.00"), Kiosk.purchase("p2", "2025-03-02", "9.25"), "broken");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("1 to go. Open until Tue 2025-04-01 10:00.");
    }

    @Test
    void explainsOneOffer() {
        CommandRun run = explain("p1", "--offer", "TWICE", Kiosk.purchase("p1", "2025-03-01", "9.00"));
        assertThat(run.out()).contains("TWICE").doesNotContain("TEN");
    }

    @Test
    void explainsAnOfferThatEvaluationWouldNotLookAt() {
        String stranger = Kiosk.purchase("p1", "2025-01-01", "9.00");
        CommandRun run =
                explain("p1", stranger.replace("2025-01-01", "2025-01-02").replace("T10", "T07"));
        assertThat(run.out()).contains("The event of 2025-01-02T07:00:00Z came PT1H before the sign-up on");
    }

    @Test
    void aRefusedPurchaseIsExplainedByItsProblems() {
        CommandRun run = explain("p1", Kiosk.purchase("p1", "2025-03-01", "-9.00"));
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("Refused", "The total (-9.00 EUR) must not be negative.");
    }

    @Test
    void aBrokenLineBeforeThePurchaseIsReported() {
        CommandRun run = explain("p1", "broken", Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("events.jsonl:3: ");
        assertThat(run.out()).contains("Granted", "  TEN  1.00 EUR  1 euro for 10 euro  rule TRX-010");
    }

    @Test
    void anEventThatIsNoPurchaseIsExplainedByTheOffersThatWaitForIt() {
        CommandRun run = explainIn(
                LIKES,
                "l2",
                List.of(),
                event("social_media_like", "l1", "2025-03-01", "\"page\":\"p.example/us\""),
                event("social_media_like", "l2", "2025-03-02", "\"page\":\"p.example/us\""));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith(String.join(
                        System.lineSeparator(),
                        "social media like l2 of Ada Byrne (ada) at SHOP, Sun 2025-03-02 10:00",
                        "  p.example/us",
                        "Declined",
                        "  LIKE  The participant already got this award on 2025-03-01T10:00:00Z"));
        assertThat(run.out()).doesNotContain("TEN");
    }

    @Test
    void aTierIsExplainedByThePurchasesThatCount() {
        String programme = kiosk.file("tiers.yaml", Kiosk.PROGRAMME.replace("units:", """
                tiers:
                  - {code: SILVER, reach: 0, period: 12 MONTHS}
                  - {code: GOLD, reach: 500, period: 12 MONTHS}
                units:"""));
        String events = kiosk.events(Kiosk.purchase("p1", "2025-03-01", "370.00"));
        CommandRun run = CommandRun.of(
                "explain",
                "--programme",
                programme,
                "--events",
                events,
                "--participant",
                "ada",
                "--as-of",
                "2025-04-01T02:00:00Z",
                "--tier");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .contains(
                        "Tier",
                        "  SILVER since Thu 2025-01-02 08:00",
                        "  130 units to GOLD by Sun 2026-03-01: 370 of 500 since Mon 2024-04-01 03:00",
                        "Purchases that count",
                        "  Sat 2025-03-01 10:00  p1  370.00 EUR  for the next tier");
    }

    @Test
    void aTierIsThatOfAParticipant() {
        assertThat(explainIn(Kiosk.PROGRAMME, "p1", List.of("--tier"), Kiosk.purchase("p1", "2025-03-01", "9.00"))
                        .err())
                .contains("--tier is about a participant; it goes with --participant and --as-of alone.");
    }

    @Test
    void aRegistrationIsExplainedAsIfItHadHappened() {
        CommandRun run = explainIn(LIKES, "r1", List.of());
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .startsWith("participant registered r1 of Ada Byrne (ada) at SHOP, Thu 2025-01-02 08:00")
                .contains("HELLO", "rule SGN-");
    }

    @Test
    void anEventThatNoOfferWaitsForIsSaidToBeOne() {
        CommandRun run = explainIn(
                LIKES, "x1", List.of(), event("spend_blocking_changed", "x1", "2025-03-01", "\"blocked\":true"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "spend blocking changed x1 of Ada Byrne (ada) at SHOP, Sat 2025-03-01 10:00",
                        "  blocked",
                        "No offer waits for a spend blocking changed.");
    }

    @Test
    void aReturnSaysWhatItTakesBack() {
        CommandRun run = explainIn(
                Kiosk.PROGRAMME,
                "b1",
                List.of(),
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.goodsReturn("b1", "2025-03-02", "p1"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "goods return b1 of Ada Byrne (ada) at SHOP, Sun 2025-03-02 12:00",
                        "  brings back 1 piece of line 1 of purchase p1",
                        "Refund    12.00 EUR",
                        "Taken back",
                        "  TEN  1.00 EUR  1.00 EUR of its own money",
                        "Balance   nothing");
    }

    @Test
    void aPaymentFromTheWalletSaysWhatIsSpent() {
        CommandRun run = explainIn(
                Kiosk.PROGRAMME,
                "s2",
                List.of(),
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.event("spend_requested", "s2", "2025-03-02", "\"purchase\":{\"id\":\"p1\"}"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .contains(
                        "  pays for purchase p1 with as much as possible of the wallet",
                        "Spent     1.00 EUR of 12.00 EUR: No more than 1.00 EUR may be spent on it here and now.",
                        "  1.00 EUR  of TEN");
    }

    @Test
    void aReturnOfWhatWasNotBoughtIsRefused() {
        CommandRun run = explainIn(Kiosk.PROGRAMME, "b1", List.of(), Kiosk.goodsReturn("b1", "2025-03-02", "p1"));
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("Refused", "The participant (ada) has no purchase (p1).");
    }

    @Test
    void anOfferThatWaitsForSomethingElseSaysForWhat() {
        CommandRun run = explainIn(LIKES, "p1", List.of("--offer", "LIKE"), Kiosk.purchase("p1", "2025-03-01", "9.00"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("The offer (LIKE) does not wait for a purchase, but for a like of p.example/us.");
    }

    @Test
    void namesThatLookLikePlacesToFillArePrintedAsTheyAre() {
        String page = "{required} %s%n @|bold x|@ $1";
        CommandRun run = explainIn(
                LIKES,
                "v1",
                List.of(),
                Kiosk.event("profile_changed", "c1", "2025-02-01", "\"profile\":{\"name\":\"{actual} %d\"}"),
                Kiosk.event("social_media_like", "v1", "2025-03-01", "\"page\":\"" + page + "\""));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains(
                        "of {actual} %d (ada)",
                        "The offer awards a like of p.example/us; this is a like of " + page + ".");
    }

    @Test
    void anIdThatBeginsLikeTheNameOfAFileIsAnId() {
        assertThat(Path.of("pom.xml")).exists();
        String id = "@pom.xml";
        CommandRun run = explain(id, Kiosk.purchase(id, "2025-03-01", "12.00"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("purchase " + id + " of Ada Byrne (ada)");
    }

    @Test
    void aReferralSaysWhenItIsDecided() {
        CommandRun run = explainIn(
                LIKES,
                "f1",
                List.of(),
                Kiosk.REGISTERED.replace("ada", "bob").replace("r1", "r2"),
                event("referral", "f1", "2025-03-01", "\"referrer\":\"bob\""));
        assertThat(run.out())
                .contains("  by bob", "What bob gets for it is decided when the participant is awarded for the first");
    }

    @Test
    void theRunsBeforeTheEventCountWhereTheyAreAskedFor() {
        String waits = Kiosk.purchase("p1", "2025-03-01", "9.00")
                .replace("\"lines\"", "\"processImmediately\":false,\"lines\"");
        String next = Kiosk.purchase("p2", "2025-03-02", "9.25");
        assertThat(explain("p2", "--offer", "TWICE", waits, next).out()).contains("Declined", "1 to go");
        assertThat(explain("p2", "--offer", "TWICE", "--runs-at", "02:00", waits, next)
                        .out())
                .contains("Granted");
    }

    @Test
    void aVisitOfARunIsExplained() {
        CommandRun run = visit("ada", "2025-03-05T02:00:00Z");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .startsWith(
                        "visit to Ada Byrne (ada), Wed 2025-03-05 02:00",
                        "Declined",
                        "  CAKE  The participant's date of birth is not known.");
        assertThat(run.out()).doesNotContain("TEN");
        assertThat(visit("bob", "2025-03-05T02:00:00Z").out().lines())
                .containsExactly(
                        "visit to bob, Wed 2025-03-05 02:00", "Granted", "  CAKE  3.00 EUR  CAKE  rule BDY-010");
        assertThat(visit("bob", "2025-03-06T02:00:00Z").out()).contains("Declined", "NOT_TODAY");
    }

    @Test
    void theRunsBeforeAVisitCountWhereTheyAreAskedFor() {
        assertThat(visit("bob", "2025-03-05T12:00:00Z", "--runs-at", "02:00").out())
                .contains("Declined", "  CAKE  ");
        assertThat(visit("bob", "2025-03-05T02:00:00Z", "--runs-at", "02:00").out())
                .as("the run of that very instant is the one that is explained")
                .contains("Granted");
        assertThat(visit("bob", "2025-03-05T12:00:00Z").out()).contains("Granted");
    }

    @Test
    void anOfferThatWaitsForEventsIsNotAskedAtAVisit() {
        CommandRun run = visit("bob", "2025-03-05T12:00:00Z", "--offer", "TEN");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("The offer (TEN) does not wait for visits.");
    }

    @Test
    void aVisitToWhoIsNotThereIsWrongUsage() {
        assertUnusable(
                visit("eve", "2025-03-05T02:00:00Z"),
                "The participant (eve) is not in " + directory.resolve("events.jsonl") + ", or not yet registered.");
        assertUnusable(
                visit("bob", "2025-02-03T08:00:00Z"),
                "The participant (bob) is not in " + directory.resolve("events.jsonl") + ", or not yet registered.");
        assertUnusable(
                visit("ada", "2025-03-05T02:00:00Z", "--event", "p1"),
                "--event is about an event, --participant and --as-of are about a visit; both were given.");
        assertUnusable(explainIn(LIKES, List.of("--participant", "ada")), "A visit needs --participant and --as-of.");
        assertUnusable(
                explainIn(LIKES, List.of()), "What to explain is missing: --event, or --participant and --as-of.");
        assertUnusable(
                explainIn(LIKES, List.of("--event", "r1", "--run", "NIGHTLY")),
                "--run names the run that --runs-at executes; --runs-at is missing.");
    }

    @Test
    void whatIsNotThereIsWrongUsage() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "9.00");
        assertUnusable(explain("p9", purchase), "The event (p9) is not in " + directory.resolve("events.jsonl") + ".");
        assertUnusable(
                explain("p1", "--offer", "NONE", purchase),
                "The offer (NONE) is not in the programme; it has TEN, TWICE.");
    }

    private static final String LIKES = Kiosk.PROGRAMME
                    .replace("schemes: [{code: CLUB}]", "schemes: [{code: CLUB}, {code: ALL, signUp: {option: AUTO}}]")
                    .replace(
                            "offers:\n",
                            "  - {code: LIKES, classification: REWARD_BEHAVIOR}\n"
                                    + "  - {code: WELCOME, classification: REWARD_SIGN_UPS}\noffers:\n")
            + """
              - number: 3
                code: LIKE
                scheme: CLUB
                type: LIKES
                classification: REWARD_BEHAVIOR
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {page: p.example/us}
                award: {amount: 0.50}
              - number: 4
                code: HELLO
                scheme: ALL
                type: WELCOME
                classification: REWARD_SIGN_UPS
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                award: {amount: 2.00}
            """;

    private static String event(String type, String id, String day, String rest) {
        return """
                {"type":"%s","id":"%s","participant":"ada","unit":"SHOP","performedOn":"%sT10:00:00Z",%s}""".formatted(type, id, day, rest);
    }

    /** A visit in a programme with a birthday offer; bob was born on 5 March and joined on 3 February. */
    private CommandRun visit(String participant, String asOf, String... options) {
        String programme = Kiosk.PROGRAMME.replace(
                        "offers:\n", "  - {code: BIRTHDAYS, classification: REWARD_ON_BIRTHDAY}\noffers:\n")
                + """
                  - number: 3
                    code: CAKE
                    scheme: CLUB
                    type: BIRTHDAYS
                    classification: REWARD_ON_BIRTHDAY
                    state: EFFECTIVE
                    effectiveSince: 2025-01-01
                    award: {amount: 3.00}
                """;
        List<String> all = new ArrayList<>(List.of("--participant", participant, "--as-of", asOf));
        all.addAll(List.of(options));
        return explainIn(
                programme,
                all,
                Kiosk.REGISTERED
                        .replace("\"ada\"", "\"bob\"")
                        .replace("r1", "r2")
                        .replace("2025-01-02", "2025-02-03")
                        .replace("\"name\":\"Ada Byrne\"", "\"dateOfBirth\":\"1990-03-05\""),
                Kiosk.SIGNED_UP.replace("ada", "bob").replace("s1", "s2").replace("2025-01-02", "2025-02-03"));
    }

    private CommandRun explainIn(String programme, String event, List<String> options, String... lines) {
        List<String> all = new ArrayList<>(List.of("--event", event));
        all.addAll(options);
        return explainIn(programme, all, lines);
    }

    private CommandRun explainIn(String programme, List<String> options, String... lines) {
        List<String> args = new ArrayList<>(List.of("explain"));
        args.addAll(List.of("--programme", kiosk.file("programme.yaml", programme), "--events", kiosk.events(lines)));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static void assertUnusable(CommandRun run, String message) {
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards explain --help");
    }

    /** Explains an event; two dashes begin an option and its value, everything else is a line of events. */
    private CommandRun explain(String event, String... rest) {
        List<String> options = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rest.length; i++) {
            if (rest[i].startsWith("--")) {
                options.add(rest[i]);
                options.add(rest[++i]);
            } else {
                lines.add(rest[i]);
            }
        }
        List<String> args = new ArrayList<>(List.of("explain", "--event", event));
        args.addAll(List.of("--programme", kiosk.programme()));
        args.addAll(List.of("--events", kiosk.events(lines.toArray(String[]::new))));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
