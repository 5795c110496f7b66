package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.examples.shop.CornerShop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OffersCommandTest {

    private static final String STOPPED = """
              - number: 3
                code: STOPPED
                name: A tenth of fifty
                scheme: CLUB
                type: SPENDING
                classification: REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED
                terms: {target: 50.00, period: 30 DAYS}
                award: {percentage: 10}
                evaluation: BATCH
            """;

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void listsTheOffersInOrderOfTheirNumbers() {
        CommandRun run = offers();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(line -> Arrays.asList(line.strip().split(" {2,}"))))
                .containsExactly(
                        List.of(
                                "No",
                                "Code",
                                "Name",
                                "Award",
                                "Classification",
                                "Type",
                                "Goal",
                                "Scheme",
                                "State",
                                "Since",
                                "Evaluated"),
                        List.of(
                                "1",
                                "TEN",
                                "1 euro for 10 euro",
                                "1.00 EUR",
                                "INCREASE_REVENUE_TRANSACTION_BASED",
                                "BASKET",
                                "increase revenue",
                                "CLUB",
                                "effective",
                                "2025-01-01",
                                "at once or in runs"),
                        List.of(
                                "2",
                                "TWICE",
                                "TWICE",
                                "0.50 EUR",
                                "REWARD_LOYALTY_TRANSACTION_NUMBER_BASED",
                                "VISITS",
                                "reward loyalty",
                                "CLUB",
                                "effective",
                                "2025-01-01",
                                "at once or in runs"),
                        List.of(
                                "3",
                                "STOPPED",
                                "A tenth of fifty",
                                "10 % of what counts",
                                "REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED",
                                "SPENDING",
                                "reward loyalty",
                                "CLUB",
                                "not effective",
                                "-",
                                "in runs"),
                        List.of("3 offers"));
    }

    @Test
    void choosesByStateGoalAndScheme() {
        assertThat(offers("--state", "NOT_EFFECTIVE").out())
                .contains("STOPPED", "1 of 3 offers")
                .doesNotContain("TEN", "TWICE");
        assertThat(offers("--goal", "REWARD_LOYALTY").out())
                .contains("STOPPED", "TWICE", "2 of 3 offers")
                .doesNotContain("TEN");
        assertThat(offers("--scheme", "CLUB", "--goal", "UTILISE_CAPACITY").out())
                .contains("0 of 3 offers");
        assertThat(offers("--scheme", "CLUB").out()).contains("TEN", "3 offers");
    }

    @Test
    void theGoalOfATypeCountsBeforeThatOfTheClassification() {
        String programme = programme().replace("NUMBER_BASED}", "NUMBER_BASED, goal: CHANGE_BEHAVIOUR}");
        CommandRun run = CommandRun.of("offers", "--programme", kiosk.file("goal.yaml", programme));
        assertThat(run.row("2")).contains("TWICE", "change behaviour");
    }

    @Test
    void showsOneOfferInPlainWords() {
        assertThat(offers("--offer", "TWICE").out().lines())
                .containsExactly(
                        "2 TWICE",
                        "  scheme          CLUB",
                        "  type            VISITS",
                        "  seen by         public",
                        "  classification  REWARD_LOYALTY_TRANSACTION_NUMBER_BASED",
                        "  goal            reward loyalty",
                        "  state           effective since Wed 2025-01-01 00:00",
                        "  evaluated       at once or in runs",
                        "  awards          0.50 EUR",
                        "  for             2 purchases within 1 month",
                        "  valid           since Wed 2025-01-01 00:00",
                        "  spent           at once, as a discount on the purchase",
                        "  spendable       from the award, for ever");
    }

    @Test
    void saysConditionsLimitsAndValidityInPlainWords() {
        String shop = kiosk.file("corner-shop.yaml", CornerShop.programme());
        assertThat(shown(shop, "QUIET-MORNING"))
                .contains(
                        "for=a purchase in quiet hours",
                        "if=at unit MAIN-STREET",
                        "=on Monday, Tuesday, Wednesday, Thursday at 09:00-11:00",
                        "spendable=from the award, until 3 months after it",
                        "awards=4 % of what counts");
        assertThat(shown(shop, "GOLD-BASKET"))
                .contains(
                        "for=a purchase of 15.00 EUR or more",
                        "if=in tier GOLD",
                        "limits=at most 40.00 EUR for each participant",
                        "=only where no other such offer awards more",
                        "spendable=as long as the scheme says");
        assertThat(shown(shop, "BIRTHDAY"))
                .contains(
                        "valid=from 3 days before to 7 days after the birthday",
                        "limits=at most 1 award for each participant");
        assertThat(shown(shop, "MAY-HONEY"))
                .contains(
                        "valid=from Thu 2025-05-01 00:00 to before Sun 2025-06-01 00:00",
                        "if=a line of product HONEY",
                        "only=on product HONEY",
                        "limits=at most 100.00 EUR in all");
        assertThat(shown(shop, "COFFEE-POINTS")).contains("awards=10 PTS for each piece", "if=a line of type COFFEE");
        assertThat(shown(shop, "SUMMER-EXTRA"))
                .contains(
                        "awards=10 % of the EUR awarded within 30 days in schemes CLUB",
                        "for=3 purchases within 2 weeks", "valid=every year from 06-01 through 08-31");
        assertThat(shown(shop, "APP-ORDER")).contains("if=event.channel is app", "limits=at most 500 awards in all");
        assertThat(shown(shop, "REGULAR")).contains("spendable=from 1 day after the award, until 6 months after it");
    }

    @Test
    void saysOfSetsWhatMakesThemAndWhatEachIsWorth() {
        String meals = """
                name: Meals
                settings: {zone: Europe/Nicosia, currency: EUR}
                products: [{code: COFFEE}, {code: CAKE}]
                schemes: [{code: CLUB}]
                offerTypes: [{code: MEALS, classification: INCREASE_REVENUE_PRODUCT_BASED}]
                offers:
                  - number: 1
                    code: MEAL
                    scheme: CLUB
                    type: MEALS
                    classification: INCREASE_REVENUE_PRODUCT_BASED
                    terms: {sets: [{products: {products: [COFFEE]}}, {products: {products: [CAKE]}, quantity: 2}]}
                    award: {amount: 1.00}
                """;
        assertThat(shown(kiosk.file("meals.yaml", meals), "MEAL"))
                .contains(
                        "awards=1.00 EUR for each set",
                        "for=each set of 1 of products [COFFEE] and 2 of products [CAKE] in a purchase");
        assertThat(shown(kiosk.file("share.yaml", meals.replace("amount: 1.00", "percentage: 10")), "MEAL"))
                .contains("awards=10 % of the sets, the cheapest pieces first");
        String dearest = meals.replace("terms: {", "terms: {valuedBy: DEAREST, ");
        assertThat(shown(
                        kiosk.file("rate.yaml", dearest.replace("amount: 1.00", "rate: {amount: 0.10, per: 1.00}")),
                        "MEAL"))
                .contains("awards=0.10 EUR for each full 1.00 EUR of the sets, the dearest pieces first");
    }

    @Test
    void saysInPlainWordsWhatOffersBesidesPurchasesAskFor() {
        String shop = kiosk.file("corner-shop.yaml", CornerShop.programme());
        assertThat(shown(shop, "FIRST-STEPS")).contains("for=signing up to CLUB, once another offer has awarded");
        assertThat(shown(shop, "BRING-A-FRIEND"))
                .contains("for=referring somebody, who is then awarded for the first time");
        assertThat(shown(shop, "LIKE-US"))
                .contains(
                        "for=a like of social.example/corner-shop",
                        "=a visit to corner-shop.example/recipes",
                        "=once ever");
        assertThat(shown(shop, "HOME-COOK")).contains("for=all of RECIPE, TASTING", "=once within 3 months");
        assertThat(shown(shop, "FOOD-BANK"))
                .contains("for=any of DONATION, each of 10.00 EUR or more", "evaluated=in runs");
        assertThat(shown(shop, "GOOD-QUARTER"))
                .contains("for=a statement QUARTER", "=with SPENT from 250", "=with COFFEES from 12");
        assertThat(shown(shop, "BIRTHDAY-CAKE")).contains("for=a birthday", "only=on product APPLE-TART");
        assertThat(shown(shop, "STAY-IN-TOUCH")).contains("for=a date of birth", "=phone of type mobile with number");
        assertThat(shown(shop, "NAME-DAY")).contains("for=a name day", "goal=reward loyalty");
        assertThat(shown(shop, "COFFEE-PASS"))
                .contains(
                        "for=a subscription of 6 months without interruption",
                        "=an interruption of up to 7 days does not matter");
        assertThat(shown(shop, "STORM-RELIEF"))
                .contains(
                        "for=living in a place or being in a segment",
                        "if=living in district Harbour",
                        "spendable=from the award, until 2026-01-01");
    }

    @Test
    void ratesAndLimitsAreSaidInWords() {
        String points =
                STOPPED.replace("award: {percentage: 10}", "award: {rate: {amount: 0.50, per: 10.00}, atLeast: 1.00}");
        String exact = STOPPED.replace(
                "award: {percentage: 10}", "award: {rate: {amount: 0.50, per: 10.00, steps: EXACT}, atMost: 9.00}");
        String share = STOPPED.replace("percentage: 10}", "percentage: 10, atLeast: 1.00, atMost: 5.00}");
        assertThat(shown(kiosk.file("points.yaml", programme().replace(STOPPED, points)), "STOPPED"))
                .contains("awards=0.50 EUR for each full 10.00 EUR, at least 1.00 EUR");
        assertThat(shown(kiosk.file("exact.yaml", programme().replace(STOPPED, exact)), "STOPPED"))
                .contains("awards=0.50 EUR for each 10.00 EUR, at most 9.00 EUR");
        assertThat(shown(kiosk.file("share.yaml", programme().replace(STOPPED, share)), "STOPPED"))
                .contains("awards=10 % of what counts, at least 1.00 EUR, at most 5.00 EUR");
    }

    @Test
    void whatIsExceptedIsSaidInWords() {
        String but = STOPPED.stripTrailing() + "\n    conditions: {products: {except: {types: [TOBACCO]}}}\n";
        String programme = programme()
                .replace(STOPPED, but)
                .replace("offerTypes:\n", "productTypes: [{code: TOBACCO}]\nofferTypes:\n");
        assertThat(shown(kiosk.file("but.yaml", programme), "STOPPED"))
                .contains("if=a line of anything but type TOBACCO");
    }

    @Test
    void aProgrammeWithProblemsIsRefusedWithAllOfThem() {
        String wrong = kiosk.file(
                "wrong.yaml", programme().replace("from: 10.00", "from: -1.00").replace("SHOP", ""));
        CommandRun run = CommandRun.of("offers", "--programme", wrong);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("wrong.yaml: offers[TEN].terms", "wrong.yaml: units[");
    }

    @Test
    void whatIsNotThereIsWrongUsage() {
        assertUnusable(
                offers("--offer", "NONE"), "The offer (NONE) is not in the programme; it has TEN, TWICE, STOPPED.");
        assertUnusable(offers("--scheme", "NONE"), "The scheme (NONE) is not in the programme; it has CLUB.");
        assertUnusable(
                offers("--offer", "TEN", "--scheme", "CLUB"),
                "--offer shows one offer; --scheme, --state and --goal choose among all of them.");
        assertUnusable(
                CommandRun.of("offers", "--programme", "no.yaml"), "The file (no.yaml) of --programme does not exist.");
        assertUnusable(CommandRun.of("offers"), "Missing required option: '--programme=FILE'");
        assertThat(offers("--state", "GONE").err()).contains("--state", "EFFECTIVE", "GONE");
        assertThat(offers("--goal", "GONE").err()).contains("--goal", "REWARD_LOYALTY", "GONE");
    }

    private static void assertUnusable(CommandRun run, String message) {
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards offers --help");
    }

    private static String programme() {
        return Kiosk.PROGRAMME.replace(
                        "offers:\n",
                        "  - {code: SPENDING, classification: REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED}\noffers:\n")
                + STOPPED;
    }

    private CommandRun offers(String... options) {
        List<String> args = new ArrayList<>(List.of("offers", "--programme", kiosk.file("offers.yaml", programme())));
        args.addAll(List.of(options));
        return CommandRun.of(args.toArray(String[]::new));
    }

    /** The printed rows of one offer as {@code label=words}. */
    private static List<String> shown(String programme, String offer) {
        CommandRun run = CommandRun.of("offers", "--programme", programme, "--offer", offer);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        return run.out()
                .lines()
                .skip(1)
                .map(line -> line.startsWith("   ")
                        ? "=" + line.strip()
                        : line.strip().replaceFirst(" {2,}", "="))
                .toList();
    }
}
