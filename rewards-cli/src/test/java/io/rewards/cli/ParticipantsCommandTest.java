package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.participant.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParticipantsCommandTest {

    private static final String BIRTHDAY_OFFER = """
              - number: 3
                code: CAKE
                scheme: CLUB
                type: BIRTHDAYS
                classification: REWARD_ON_BIRTHDAY
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                award: {amount: 100 PTS}
                awardValidity: {validAfter: 1 DAYS, expires: {after: 1 MONTHS}}
                spendConditions: {products: {products: [BREAD]}}
            runs: [{code: NIGHTLY}]
            """;
    private static final String PROGRAMME = Kiosk.PROGRAMME
                    .replace("currency: EUR}", "currency: EUR, points: [{code: PTS, scale: 0}]}")
                    .replace("units:", "products: [{code: BREAD}]\nunits:")
                    .replace("offers:\n", "  - {code: BIRTHDAYS, classification: REWARD_ON_BIRTHDAY}\noffers:\n")
            + BIRTHDAY_OFFER;
    private static final String BOB = """
            {"type":"participant_registered","id":"r2","participant":"bob","unit":"SHOP",\
            "performedOn":"2025-02-03T08:00:00Z","profile":{"name":"Bob Quinn","dateOfBirth":"1990-03-05",\
            "phones":[{"type":"MOBILE","number":"0851234567"}],\
            "emails":[{"type":"PERSONAL","address":"bob@mail.example"}],\
            "addresses":[{"city":"Dunmore","district":"Harbour"}]}}""";
    private static final String BOB_SIGNED_UP =
            Kiosk.SIGNED_UP.replace("ada", "bob").replace("s1", "s2").replace("2025-01-02", "2025-02-03");

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void participantsAreWrittenForOtherProgramsToGoOn() {
        Path csv = directory.resolve("participants.csv");
        Path json = directory.resolve("participants.jsonl");
        participants(
                List.of("--csv", csv.toString(), "--json", json.toString()),
                BOB,
                BOB_SIGNED_UP,
                Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(csv)
                .content()
                .satisfies(text -> assertThat(text.lines())
                        .containsExactly(
                                "participant,name,registered_on,unit,state,tier,schemes,awards,EUR,PTS",
                                "ada,Ada Byrne,2025-01-02T08:00:00Z,SHOP,EFFECTIVE,,CLUB,1,1.00,",
                                "bob,Bob Quinn,2025-02-03T08:00:00Z,SHOP,EFFECTIVE,,CLUB,0,,"));
        assertThat(json)
                .content()
                .satisfies(
                        text -> assertThat(text.lines().findFirst())
                                .contains(
                                        "{\"participant\":\"ada\",\"name\":\"Ada Byrne\",\"registered_on\":\"2025-01-02T08:00:00Z\","
                                                + "\"unit\":\"SHOP\",\"state\":\"EFFECTIVE\",\"schemes\":\"CLUB\",\"awards\":\"1\",\"EUR\":\"1.00\"}"));
    }

    @Test
    void membershipsAreListedAlsoThoseThatHaveEnded() {
        Path csv = directory.resolve("memberships.csv");
        CommandRun run = participants(
                List.of("--memberships", "--csv", csv.toString()),
                BOB,
                BOB_SIGNED_UP,
                Kiosk.event("scheme_sign_off", "o1", "2025-03-02", "\"scheme\":\"CLUB\""));
        assertThat(run.out().lines())
                .containsExactly(
                        "Participant  Scheme  Signed up             Unit  Reference  Signed off",
                        "ada          CLUB    2025-01-02T08:00:00Z  SHOP  -          2025-03-02T12:00:00Z",
                        "bob          CLUB    2025-02-03T08:00:00Z  SHOP  -          -",
                        "2 memberships on Sun 2025-03-02 12:00");
        assertThat(csv).content().startsWith("participant,scheme,signed_up_on,unit,reference_code,signed_off_on\n");
        assertThat(participants(List.of("--memberships", "--participant", "ada"))
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void listsTheParticipantsWithTheirBalances() {
        CommandRun run = participants(
                List.of(), BOB, BOB_SIGNED_UP, Kiosk.purchase("p1", "2025-03-01", "12.00"), left("bob", "2025-03-02"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "Id   Name       Registered  State       Tier  Schemes  Awards   EUR  PTS",
                        "ada  Ada Byrne  2025-01-02  effective   -     CLUB          1  1.00    -",
                        "bob  Bob Quinn  2025-02-03  terminated  -     -             0     -    -",
                        "2 participants on Sun 2025-03-02 10:00");
    }

    @Test
    void theTierIsThatOfTheEngineWhereItOwnsTiers() {
        String programme = kiosk.file("tiers.yaml", Kiosk.PROGRAMME.replace("units:", """
                tiers:
                  - {code: SILVER, reach: 0, period: 12 MONTHS}
                  - {code: GOLD, reach: 500, period: 12 MONTHS}
                units:"""));
        CommandRun run = CommandRun.of(
                "participants",
                "--programme",
                programme,
                "--events",
                kiosk.events(Kiosk.purchase("p1", "2025-03-01", "499.99"), Kiosk.purchase("p2", "2025-03-01", "0.01")));
        assertThat(run.row("Id")).contains("Tier");
        assertThat(run.row("ada")).contains("GOLD");
    }

    @Test
    void withRunsTheirAwardsAreThereToo() {
        List<String> options = List.of("--runs-at", "02:00", "--run", "NIGHTLY", "--as-of", "2025-03-05T12:00:00Z");
        CommandRun run = participants(options, BOB, BOB_SIGNED_UP);
        assertThat(run.row("bob")).contains("1", "100");
        assertThat(participants(List.of("--as-of", "2025-03-05T12:00:00Z"), BOB, BOB_SIGNED_UP)
                        .row("bob"))
                .contains("0", "-");
        assertThat(participants(List.of("--runs-at", "02:00", "--as-of", "2025-03-05T01:59:59Z"), BOB, BOB_SIGNED_UP)
                        .row("bob"))
                .contains("0", "-");
        assertThat(participants(List.of("--runs-at", "02:00", "--as-of", "2025-03-05T02:00:00Z"), BOB, BOB_SIGNED_UP)
                        .row("bob"))
                .contains("1", "100");
    }

    @Test
    void eventsAfterTheMomentAreLeftOut() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "12.00");
        assertThat(participants(List.of("--as-of", "2025-03-01T10:00:00Z"), purchase)
                        .row("ada"))
                .contains("1.00");
        assertThat(participants(List.of("--as-of", "2025-03-01T09:59:59.999Z"), purchase)
                        .row("ada"))
                .contains("-");
    }

    @Test
    void showsOneParticipantInFull() {
        String hash = Secret.of("card").hash();
        CommandRun run = participants(
                List.of("--participant", "bob", "--runs-at", "02:00", "--as-of", "2025-03-05T12:00:00Z", "--days", "1"),
                BOB,
                BOB_SIGNED_UP,
                event("subscription_changed", "u1", "2025-02-10", "\"subscription\":\"pass\",\"change\":\"STARTED\""),
                event("access_token_changed", "t1", "2025-02-11", "\"tokenHash\":\"" + hash + "\",\"valid\":true"),
                event("referral", "f1", "2025-02-12", "\"referrer\":\"ada\""),
                Kiosk.purchase("p1", "2025-03-01", "12.00").replace("ada", "bob"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().takeWhile(line -> !line.startsWith("Standing")))
                .containsExactly(
                        "Bob Quinn (bob) on Wed 2025-03-05 12:00",
                        "  registered   Mon 2025-02-03 08:00 at SHOP",
                        "  state        effective",
                        "  birthday     03-05",
                        "  addresses    home in Dunmore Harbour",
                        "  phones       mobile",
                        "  e-mails      personal",
                        "  tokens       " + hash.substring(0, 8) + "...",
                        "  referred by  ada on Wed 2025-02-12",
                        "",
                        "Memberships",
                        "  CLUB  since Mon 2025-02-03 08:00  at SHOP",
                        "",
                        "Subscriptions",
                        "  pass  since Mon 2025-02-10  effective",
                        "",
                        "Wallet   1.00 EUR, 0 PTS (and 100 PTS later)",
                        "   100 PTS  of CAKE  Wed 2025-03-05    from Thu 2025-03-06 02:00 until Sat 2025-04-05 00:00"
                                + "  only on product BREAD",
                        "  1.00 EUR  of TEN   Sat 2025-03-01    for ever",
                        "",
                        "History",
                        "  Mon 2025-02-03 08:00  registered",
                        "  Mon 2025-02-03 08:00  signed up to CLUB",
                        "  Mon 2025-02-10 10:00  subscription pass started",
                        "  Tue 2025-02-11 10:00  got an access token",
                        "  Wed 2025-02-12 10:00  was referred by ada",
                        "");
        assertThat(run.out()).doesNotContain(hash.substring(0, 9), "0851234567", "bob@mail.example", "1990");
    }

    @Test
    void tellsTheStandingInEveryOfferAndWhatComesNext() {
        CommandRun run = participants(
                List.of("--participant", "bob", "--as-of", "2025-03-02T12:00:00Z"),
                BOB,
                BOB_SIGNED_UP,
                Kiosk.purchase("p1", "2025-03-01", "12.00").replace("ada", "bob"));
        assertThat(run.out().lines().dropWhile(line -> !line.startsWith("Standing")))
                .containsExactly(
                        "Standing",
                        "  TEN    1 award, the last on Sat 2025-03-01  1.00 EUR in a year",
                        "  TWICE  not awarded                                              1 of 2 purchases, until Tue"
                                + " 2025-04-01 10:00",
                        "  CAKE   not awarded",
                        "",
                        "Next 90 days",
                        "  Wed 2025-03-05  birthday: CAKE",
                        "  Tue 2025-04-01  last day before counts begin to lapse: TWICE");
    }

    @Test
    void theCalendarEndsAfterTheDaysThatAreAskedFor() {
        String moment = "2025-03-02T12:00:00Z";
        assertThat(participants(List.of("--participant", "bob", "--as-of", moment, "--days", "3"), BOB, BOB_SIGNED_UP)
                        .out())
                .contains("Next 3 days", "  Wed 2025-03-05  birthday: CAKE");
        assertThat(participants(List.of("--participant", "bob", "--as-of", moment, "--days", "2"), BOB, BOB_SIGNED_UP)
                        .out())
                .contains("Next 2 days", "  nothing that is known now");
    }

    @Test
    void moneyInTheCalendarIsSummedForEachDayAndOffer() {
        CommandRun run = participants(
                List.of("--participant", "bob", "--runs-at", "02:00", "--as-of", "2025-03-05T12:00:00Z"),
                BOB,
                BOB_SIGNED_UP);
        assertThat(run.out())
                .contains(
                        "  Thu 2025-03-06  from now on to spend: 100 PTS of CAKE",
                        "  Fri 2025-04-04  last day to spend: 100 PTS of CAKE")
                .doesNotContain("birthday: CAKE");
    }

    @Test
    void refusedEventsAndBrokenLinesAreReported() {
        CommandRun run = participants(List.of(), "broken", Kiosk.purchase("p1", "2025-03-01", "-1.00"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("events.jsonl:3: ");
        assertThat(run.row("ada")).contains("0");
    }

    @Test
    void onlyThoseAreListedWhoAreSought() {
        for (List<String> bob : List.of(
                List.of("--name", "QUINN"),
                List.of("--email", "Bob@mail.example"),
                List.of("--phone", "1234567"),
                List.of("--state", "TERMINATED"))) {
            CommandRun run = participants(bob, BOB, BOB_SIGNED_UP, left("bob", "2025-03-02"));
            assertThat(run.out().lines().skip(1).map(line -> line.substring(0, 3)))
                    .as(bob.toString())
                    .containsExactly("bob", "1 p");
        }
        List<String> ofClub =
                List.of("--scheme", "CLUB", "--signed-up-from", "2025-02-03", "--signed-up-to", "2025-02-03");
        assertThat(participants(ofClub, BOB, BOB_SIGNED_UP).out())
                .contains("bob")
                .doesNotContain("ada");
        assertThat(participants(ofClub, BOB, BOB_SIGNED_UP, left("bob", "2025-03-02"))
                        .out())
                .doesNotContain("bob");
        assertThat(participants(List.of("--unit", "SHOP", "--signed-up-to", "2025-02-02"), BOB, BOB_SIGNED_UP)
                        .out())
                .contains("ada")
                .doesNotContain("bob");
    }

    @Test
    void whatIsSoughtIsInTheProgramme() {
        assertUnusable(List.of("--scheme", "NONE"), "The code (NONE) of --scheme is not in the programme.");
        assertUnusable(
                List.of("--segment", "NONE"),
                "The code (NONE) of --segment is not in the programme, or its segment is one of transactions.");
        assertUnusable(
                List.of("--participant", "ada", "--name", "a"),
                "--participant shows one participant, the options of a search list several; both were given.");
    }

    @Test
    void whatIsNotThereIsWrongUsage() {
        assertUnusable(
                List.of("--participant", "eve"),
                "The participant (eve) is not in " + directory.resolve("events.jsonl") + ", or not yet registered.");
        assertUnusable(
                List.of("--run", "NIGHTLY"), "--run names the run that --runs-at executes; --runs-at is missing.");
        assertUnusable(
                List.of("--run", "NONE", "--runs-at", "02:00"),
                "The run (NONE) is not in the programme; it has NIGHTLY.");
        assertUnusable(List.of("--days", "0"), "The days (0) of --days must be 1 to 3,660.");
        assertUnusable(List.of("--days", "3661"), "The days (3661) of --days must be 1 to 3,660.");
        assertThat(participants(List.of("--runs-at", "midnight")).err())
                .contains("The time (midnight) must be written like 02:30.");
        assertThat(CommandRun.of("participants", "--programme", kiosk.programme())
                        .err())
                .contains("Missing required option: '--events=FILE'");
    }

    private void assertUnusable(List<String> options, String message) {
        CommandRun run = participants(options);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards participants --help");
    }

    private static String event(String type, String id, String day, String rest) {
        return """
                {"type":"%s","id":"%s","participant":"bob","unit":"SHOP","performedOn":"%sT10:00:00Z",%s}""".formatted(type, id, day, rest);
    }

    private static String left(String participant, String day) {
        return event("participant_terminated", "end", day, "\"reason\":\"CUSTOMER_REQUEST\"")
                .replace("bob", participant);
    }

    private CommandRun participants(List<String> options, String... lines) {
        List<String> args = new ArrayList<>(List.of(
                "participants",
                "--programme",
                kiosk.file("participants.yaml", PROGRAMME),
                "--events",
                kiosk.events(lines)));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
