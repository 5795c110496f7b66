package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.problem.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a programme is told at once, where it is, and nothing that only follows from it. */
class ProgrammeProblemsTest {

    private static final String HEAD = "name: Test\nsettings: {zone: Europe/London, currency: EUR}\n";
    private static final String CLUB = HEAD + """
            schemes: [{code: CLUB}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            """;

    @Test
    void twelveMistakesAreTwelveProblems() {
        assertThat(Examples.problemsOfProgramme(Examples.text("twelve-mistakes.yaml")))
                .containsExactly(
                        "settings.resolutions: The field (resolutions) is not known here."
                                + " Maybe you meant resolution. (line 7)",
                        "units[U1]: The code (U1) is used twice. (line 11)",
                        "offers[QUIET-NIGHT].category: The category (MARKETING) is not one of [LOYALTY],"
                                + " which the type (QUIET) allows. (line 23)",
                        "offers[QUIET-NIGHT].award.amount: The amount (2.505) must have at most 2 decimals,"
                                + " as EUR demands. (line 24)",
                        "offers[QUIET-NIGHT].conditions.times.hours[1]: The hours (22:00-02:00) must not run over"
                                + " midnight: write times as a list of windows, such as [{days: [FRIDAY], from:"
                                + " \"22:00\", to: \"02:00\"}], which belong to the day on which they start. (line 26)",
                        "offers[BASKET-A].scheme: The scheme (CLBU) is not in the programme; it has [CLUB]. Maybe you meant"
                                + " CLUB. (line 29)",
                        "offers[BASKET-A].evaluation: The evaluation (BATCHED) must be one of BATCH,"
                                + " BATCH_AND_INTERACTIVE. Maybe you meant BATCH. (line 32)",
                        "offers[BASKET-A].award: The award names amount and percentage; it must name exactly one of"
                                + " amount, percentage, percentageOfAwarded, rate. (line 34)",
                        "offers[BASKET-B].number: The number (three) must be a whole number of at most 18 digits,"
                                + " such as 12. (line 35)",
                        "offers[BASKET-B].terms.from: The field (from) is missing; it must be given. (line 40)",
                        "offers[BASKET-B].award.percentage: The percentage (25 %) is above the maximum (20 %) of the"
                                + " settings. (line 41)",
                        "offers[BASKET-B].validity.birthday: The days before (200) and after (3) must each be 0 to"
                                + " 182. (line 42)");
    }

    @Test
    void theExceptionNamesTheSourceAndSaysThatNothingWasUsed() {
        assertThatThrownBy(() -> ProgrammeReader.read("shop.yaml", "name: Shop\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("shop.yaml")
                .hasMessageContaining("nothing was used")
                .hasMessageContaining("settings: The field (settings) is missing; it must be given.");
    }

    @Test
    void brokenSettingsCauseNoProblemsInOffers() {
        String offers = """
                schemes: [{code: CLUB}]
                offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
                offers:
                  - number: 1
                    code: A
                    scheme: CLUB
                    classification: INCREASE_REVENUE_TRANSACTION_BASED
                    type: BASKET
                    effectiveSince: 2024-01-01
                    terms: {from: 2.505}
                    award: {amount: 100 PTS}
                    caps: [{of: ALL, amount: 1000 PTS}]
                """;

        assertThat(Examples.problemsOfProgramme("name: T\nsettings: {zone: Moon, currency: EURO}\n" + offers))
                .containsExactly(
                        "settings.zone: The zone (Moon) must be a time zone, such as Europe/London. (line 2)",
                        "settings.currency: The currency (EURO) must be a currency of ISO 4217, such as EUR,"
                                + " or an object {code, scale}. (line 2)");
        assertThat(Examples.problemsOfProgramme("name: T\nsetings: {zone: Europe/London, currency: EUR}\n" + offers))
                .containsExactly("setings: The field (setings) is not known here. Maybe you meant settings. (line 2)");
        assertThat(Examples.problemsOfProgramme(
                        "name: T\nsettings: {zone: Europe/London, currency: EUR, points: [{code: PTS}]}\n" + offers))
                .containsExactly(
                        "settings.points[PTS].scale: The field (scale) is missing; it must be given. (line 2)",
                        "offers[A].terms.from: The from (2.505) must have at most 2 decimals, as EUR demands. (line 12)");
        assertThat(Examples.problemsOfProgramme(
                        "name: T\nsettings: {zone: Europe/London, currency: EUR, point: [{code: PTS, scale: 0}]}\n"
                                + offers.replace("2.505", "2.50")))
                .containsExactly(
                        "settings.point: The field (point) is not known here. Maybe you meant points. (line 2)");
    }

    @Test
    void whatCannotBeReadIsNotMissedByWhatRefersToIt() {
        String offer = """
                offers:
                  - {number: 1, code: A, scheme: CLUB, type: BASKET, category: LOYALTY, terms: {from: 5},
                     classification: INCREASE_REVENUE_TRANSACTION_BASED, award: {amount: 1},
                     conditions: {attributes: [{attribute: event.channel, is: [WEB]}], units: [U1]}}
                """;
        assertThat(Examples.problemsOfProgramme(HEAD + """
                attributes: [{owner: EVENT, name: channel, type: STRING}]
                units: {U1: {name: High Street}}
                scheems: [{code: CLUB}]
                categories: LOYALTY
                offerTypes: [{code: BASKET}]
                """ + offer))
                .containsExactly(
                        "attributes[event.channel].type: The type (STRING) must be one of TEXT, WHOLE_NUMBER, AMOUNT,"
                                + " DATE. (line 3)",
                        "units: The units must be a list, not an object. (line 4)",
                        "scheems: The field (scheems) is not known here. Maybe you meant schemes. (line 5)",
                        "categories: The categories (LOYALTY) must be a list. (line 6)",
                        "offerTypes[BASKET].classification: The field (classification) is missing; it must be given."
                                + " (line 7)");
        assertThat(Examples.problemsOfProgramme(CLUB.replace("schemes", "attribute: [{owner: EVENT}]\nschemes")
                        + "units: [{code: U1}]\ncategories: [{code: LOYALTY}]\n" + offer))
                .containsExactly(
                        "attribute: The field (attribute) is not known here. Maybe you meant attributes. (line 3)");
    }

    @Test
    void oneMisspeltFieldIsOneProblem() {
        assertThat(Examples.problemsOfProgramme(CLUB + """
                offers:
                  - {number: 1, cod: A, schem: CLUB, type: BASKET, term: {from: 5}, awrd: {amount: 1},
                     clasification: INCREASE_REVENUE_TRANSACTION_BASED}
                """))
                .containsExactly(
                        "offers[1].cod: The field (cod) is not known here. Maybe you meant code. (line 6)",
                        "offers[1].schem: The field (schem) is not known here. Maybe you meant scheme. (line 6)",
                        "offers[1].term: The field (term) is not known here. Maybe you meant terms. (line 6)",
                        "offers[1].awrd: The field (awrd) is not known here. Maybe you meant award. (line 6)",
                        "offers[1].clasification: The field (clasification) is not known here."
                                + " Maybe you meant classification. (line 7)");
        assertThat(Examples.problemsOfProgramme(
                        CLUB.replace("INCREASE_REVENUE_TRANSACTION_BASED", "UTILISE_FREE_CAPACITY") + """
                offers:
                  - {number: 1, code: A, scheme: CLUB, type: BASKET, classification: UTILISE_FREE_CAPACITY,
                     award: {amout: 1}, conditions: {time: {days: [MONDAY]}}}
                """))
                .containsExactly(
                        "offers[A].award.amout: The field (amout) is not known here. Maybe you meant amount. (line 7)",
                        "offers[A].conditions.time: The field (time) is not known here. Maybe you meant times."
                                + " (line 7)");
    }

    /** Every field of the programme that uses all of them, misspelt, without a value, or with a list of lists in its place. */
    @Test
    void aMistakeInOneFieldIsOneProblem() {
        for (Mutations.Mutation mutation : List.<Mutations.Mutation>of(
                (object, field) -> object.set(field.substring(0, field.length() - 1), object.remove(field)),
                (object, field) -> object.putNull(field),
                (object, field) -> object.putArray(field).addArray())) {
            Mutations.ofEveryField(Schemas.YAML.readTree(Examples.text("every-field.yaml")), mutation, mutated -> {
                assertThat(Examples.problemsOfProgramme(mutated.toString()))
                        .as(mutated.toString())
                        .hasSize(1);
            });
        }
    }

    @Test
    void aFieldThatIsNothingLikeAnotherNamesThoseThatExist() {
        assertThat(Examples.problemsOfProgramme(HEAD + "units: [{code: U1, colour: red}]\n"))
                .containsExactly("units[U1].colour: The field (colour) is not known here."
                        + " The fields here are code, name, group, zone. (line 3)");
    }

    @Test
    void fieldsWrittenTwiceAreProblems() {
        assertThat(Examples.problemsOfProgramme(HEAD + "units: [{code: U1}]\nunits: [{code: U2, code: U3}]\n"))
                .containsExactlyInAnyOrder(
                        "units: The field (units) is written twice; it must be written once. (line 4)",
                        "units[U3].code: The field (code) is written twice; it must be written once. (line 4)");
        assertThat(Examples.problemsOfProgramme("""
                {"name": "A", "name": "B", "settings": {"zone": "Europe/London", "currency": "EUR"}}"""))
                .containsExactly("name: The field (name) is written twice; it must be written once.");
    }

    @Test
    void aWrongElementIsNamedByItsCodeWhereOneCanBeRead() {
        assertThat(Examples.problemsOfProgramme(HEAD + """
                units:
                  - {code: U1, zone: London}
                  - {name: No code}
                  - just text
                  - {code: [U4]}
                  - {code: ""}
                  -
                """))
                .containsExactly(
                        "units[U1].zone: The zone (London) must be a time zone, such as Europe/London. (line 4)",
                        "units[2].code: The field (code) is missing; it must be given. (line 5)",
                        "units[3]: The units[3] (just text) must be an object with fields. (line 6)",
                        "units[4].code: The code must be text, not a list. (line 7)",
                        "units[5].code: The code () must not be blank. (line 8)",
                        "units[6]: The value of units[6] must not be empty; where it is not needed it must be left out. (line 9)");
    }

    @Test
    void whatARecordRefusesIsAProblemAtItsPath() {
        assertThat(Examples.problemsOfProgramme(HEAD + """
                attributes: [{owner: EVENT, name: Sales Channel, type: TEXT}]
                segments:
                  - {code: S1, entity: REWARDS_PARTICIPANT, offers: [A]}
                  - {code: S2, entity: AWARD_TRANSACTION}
                  - {code: S3, entity: AWARD_TRANSACTION, offers: [[A]]}
                schemes:
                  - {code: CLUB, awardValidity: {validAfter: 30 DAYS, expires: {after: 4 WEEKS}}}
                  - {code: BLUB, awardValidity: {expires: {after: 4 DAYS, on: 2024-01-01}}}
                """))
                .hasSize(6)
                .anyMatch(problem -> problem.startsWith("attributes[event.Sales Channel]: The name (Sales Channel)"))
                .anyMatch(problem -> problem.startsWith("segments[S1]: The segment (S1) of REWARDS_PARTICIPANT"))
                .anyMatch(problem -> problem.startsWith("segments[S2]: The segment (S2) of AWARD_TRANSACTION"))
                .anyMatch(problem -> problem.startsWith("segments[S3].offers[1]: The offers[1] must be text, not"))
                .anyMatch(problem -> problem.startsWith("schemes[CLUB].awardValidity: The award is valid after"))
                .anyMatch(problem -> problem.startsWith("schemes[BLUB].awardValidity.expires: The expires names"
                        + " after and on; it must name exactly one of after, on."));
    }

    @Test
    void attributesAreReadAsDeclared() {
        assertThat(Examples.problemsOfProgramme(HEAD + """
                attributes:
                  - {owner: PRODUCT, name: organic, type: TEXT}
                  - {owner: PRODUCT, name: weight, type: WHOLE_NUMBER}
                  - {owner: PRODUCT, name: deposit, type: AMOUNT}
                  - {owner: PRODUCT, name: since, type: DATE}
                products:
                  - code: TEA
                    attributes: {organik: yes, weight: 1.5, deposit: 2 USD, since: 2024-02-30}
                """))
                .containsExactly(
                        "products[TEA].attributes.organik: The attribute (product.organik) is not declared in the"
                                + " attributes of the programme. Maybe you meant product.organic. (line 10)",
                        "products[TEA].attributes.weight: The weight (1.5) must be a whole number of at most"
                                + " 18 digits, such as 12. (line 10)",
                        "products[TEA].attributes.deposit: The deposit (2 USD) must be in a denomination of the"
                                + " programme; it has [EUR]. (line 10)",
                        "products[TEA].attributes.since: The since (2024-02-30) must be a date, such as 2024-03-01."
                                + " 2024-02 has the days 01 to 29."
                                + " (line 10)");
    }

    @Test
    void amountsAreExact() {
        assertThat(problemsOfAward("2.5")).isEmpty();
        assertThat(problemsOfAward("\"2.50\"")).isEmpty();
        assertThat(problemsOfAward("1e1")).isEmpty();
        assertThat(problemsOfAward("2.500"))
                .singleElement()
                .asString()
                .contains("(2.500) must have at most 2 decimals");
        assertThat(problemsOfAward("\"2,50\"")).singleElement().asString().contains("(2,50) must be an amount");
        assertThat(problemsOfAward("0")).singleElement().asString().contains("(0.00 EUR) must be above 0");
        assertThat(problemsOfAward("-1")).singleElement().asString().contains("(-1.00 EUR) must be above 0");
        assertThat(problemsOfAward("99999999999999999"))
                .singleElement()
                .asString()
                .contains("fit 18 digits");
        assertThat(problemsOfAward("10000000000000")).singleElement().asString().contains("larger than any award");
        assertThat(problemsOfAward("1e99")).singleElement().asString().contains("must be an amount");
        assertThat(problemsOfAward("1e999999999")).singleElement().asString().contains("must be an amount");
        assertThat(problemsOfAward(".inf")).singleElement().asString().contains("must be an amount");
        assertThat(problemsOfAward("[1]")).singleElement().asString().contains("must be text, not a list");
    }

    @Test
    void howMoneyIsSpentIsCheckedWhereItIsWritten() {
        String settings = "name: T\nsettings: {zone: Europe/London, currency: EUR, points: [{code: PTS, scale: 0}],\n"
                + " spending: %s}\n";
        assertThat(Examples.problemsOfProgramme(settings.formatted("{minimumRequest: 0.01}")))
                .isEmpty();
        assertThat(Examples.problemsOfProgramme(settings.formatted("{minimumRequest: 0}")))
                .containsExactly(
                        "settings.spending.minimumRequest: The minimumRequest (0.00 EUR) must be above 0. (line 3)");
        assertThat(Examples.problemsOfProgramme(settings.formatted("{minimumRequest: 5 PTS}")))
                .containsExactly("settings.spending.minimumRequest: The minimumRequest (5 PTS) must be in EUR, the"
                        + " currency of purchases. (line 3)");
        assertThat(Examples.problemsOfProgramme(
                        settings.formatted("{specificAmount: 1, minimumRequest: 0.001, order: LAST, clawback: ALL}")))
                .containsExactly(
                        "settings.spending.specificAmount: The specificAmount (1) must be true or false. (line 3)",
                        "settings.spending.minimumRequest: The minimumRequest (0.001) must have at most 2 decimals, as"
                                + " EUR demands. (line 3)",
                        "settings.spending.order: The order (LAST) must be one of SOONEST_EXPIRY, FIFO, LIFO. (line 3)",
                        "settings.spending.clawback: The clawback (ALL) must be one of CLAWBACK_NEGATIVE,"
                                + " CLAWBACK_AVAILABLE, NONE. (line 3)");
        assertThat(Examples.problemsOfProgramme(
                        settings.formatted("{minimumRequest: 5 PTS}").replace("EUR", "EURO")))
                .containsExactly("settings.currency: The currency (EURO) must be a currency of ISO 4217, such as EUR,"
                        + " or an object {code, scale}. (line 2)");
    }

    @Test
    void whatMerchantsAgreeToIsCheckedWhereItIsWritten() {
        assertThat(Examples.problemsOfProgramme(HEAD + """
                units: [{code: U1}]
                agreements: [{code: A, unit: U1, contribution: 0}]
                """)).isEmpty();
        assertThat(Examples.problemsOfProgramme(HEAD + """
                units: [{code: U1}, {code: U2}]
                agreements:
                  - {code: A, unit: U1, automaticSpending: yes, reduction: TILL, contribution: 100.000000001}
                  - {code: B, unit: U2, contribution: -1}
                """))
                .containsExactly(
                        "agreements[A].automaticSpending: The automaticSpending (yes) must be true or false. (line 5)",
                        "agreements[A].reduction: The reduction (TILL) must be one of FRONT_END, BACK_END. (line 5)",
                        "agreements[A].contribution: The contribution (100.000000001) must be at most 100. (line 5)",
                        "agreements[B].contribution: The percentage (-1) must be above 0. (line 6)");
    }

    @Test
    void whatStoodInUnitsOnceSaysWhereItStandsNowWhereAnAgreementSaysOtherwise() {
        assertThat(Examples.problemsOfProgramme(HEAD
                        + "units: [{code: U1, automaticSpending: true, contribution: 25}]\n"
                        + "agreements: [{code: A, unit: U1}]\n"))
                .containsExactlyInAnyOrder(
                        "units[U1].automaticSpending: What a merchant agrees to is no field of its unit"
                                + " (automaticSpending), but an agreement in the list agreements: {code: ..., unit: ...,"
                                + " automaticSpending: ...}. Under an agreement the merchant gives all of each award, so"
                                + " one that gives nothing says contribution: 0. (line 3)",
                        "units[U1].contribution: What a merchant agrees to is no field of its unit (contribution), but an"
                                + " agreement in the list agreements: {code: ..., unit: ..., contribution: ...}. Under an"
                                + " agreement the merchant gives all of each award, so one that gives nothing says"
                                + " contribution: 0. (line 3)");
    }

    @Test
    void agreementsAreCheckedAsAWhole() {
        assertThat(Examples.problemsOfProgramme(HEAD + """
                groups: [{code: G}]
                units: [{code: U1}]
                agreements:
                  - {code: A, unit: U1}
                  - {code: B, unit: U1, group: G}
                  - {code: C}
                  - {code: D, unit: U1, schemes: [NONE], types: [NONE], group: ""}
                  - code: E
                    group: G
                    contributions:
                      - {code: ALL, percentage: 10}
                      - {code: R, percentage: 10, offers: [GONE]}
                      - {code: R, percentage: 0, when: {awardFrom: 5.00}}
                      - {code: S, percentage: 0, when: {awardFrom: 5.00, awardTo: 4.99}}
                  - {code: F, group: G, budget: {amount: 0.00}}
                """).stream().map(each -> each.replaceAll(" [(]line.*", "")))
                .containsExactlyInAnyOrder(
                        "agreements[B]: The agreement (B) is about the unit (U1) and the group (G); it must be about either"
                                + " a unit or a group.",
                        "agreements[C]: The agreement (C) is about nobody; it must be about either a unit or a group.",
                        "agreements[D].group: The group () must not be blank.",
                        "agreements[E].contributions[ALL]: The contribution rule (ALL) must name offers or have conditions."
                                + " What holds for all awards is the contribution of the agreement.",
                        "agreements[E].contributions[S].when: The least award (5.00 EUR) must be at most the greatest (4.99"
                                + " EUR), in the same denomination.",
                        "agreements[F].budget: The budget (0.00 EUR) must be above 0. For a merchant that gives nothing say"
                                + " the contribution 0.");
    }

    @Test
    void aUnitOrAGroupHasOneAgreementAndAContributionRuleACodeOfItsOwn() {
        assertThat(Examples.problemsOfProgramme(HEAD + """
                groups: [{code: G}]
                units: [{code: G}]
                agreements:
                  - {code: A, unit: G}
                  - {code: B, group: G, contributions: [{code: R, percentage: 10, offers: [GONE]}]}
                  - {code: C, unit: G, state: NOT_EFFECTIVE}
                  - {code: D, group: G, budget: {amount: 5.00}, contributions: [{code: R, percentage: 0, when: {participants: OWN}}]}
                """))
                .containsExactlyInAnyOrder(
                        "agreements[C].unit: The unit (G) has the agreement (A) already; it can have one. (line 8)",
                        "agreements[D].group: The group (G) has the agreement (B) already; it can have one. (line 9)",
                        "agreements[B].contributions[R].offers: The offer (GONE) is not in the programme; it has []. Add it"
                                + " to offers. (line 7)",
                        "agreements[D].contributions[R].code: The code (R) belongs to a contribution rule of agreement (B)"
                                + " already. Offers name rules by their codes, so each must be unique in the programme."
                                + " (line 9)");
    }

    @Test
    void whatHappensToAnAwardIsCheckedWhereItIsWritten() {
        String offer = CLUB + """
                offers:
                  - {number: 1, code: A, scheme: CLUB, type: BASKET, terms: {from: 5}, award: {amount: 1},
                     classification: INCREASE_REVENUE_TRANSACTION_BASED, %s}
                """;
        assertThat(Examples.problemsOfProgramme(
                        offer.formatted("spendMethod: SPEND_INSTANTLY_THROUGH_VOUCHER, partialVoucher: true")))
                .isEmpty();
        assertThat(Examples.problemsOfProgramme(
                        offer.formatted("onReturn: KEEP, awaitsConfirmation: 1, partialVoucher: yes")))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("offers[A].onReturn", "offers[A].awaitsConfirmation", "offers[A].partialVoucher");
        assertThat(Examples.problemsOfProgramme(offer.formatted(
                        "spendMethod: SPEND_INSTANTLY, awaitsConfirmation: true, partialVoucher: true")))
                .containsExactly(
                        "offers[A].awaitsConfirmation: An award that awaits confirmation cannot be spent instantly: it"
                                + " can be spent only once the host has confirmed it. (line 7)",
                        "offers[A].spendMethod: An award of SPEND_INSTANTLY has no voucher that could be used several"
                                + " times, as partialVoucher says; only SPEND_INSTANTLY_THROUGH_VOUCHER has. (line 7)");
    }

    @Test
    void exceptedValuesOfAttributesAreCheckedWhereTheyAreWritten() {
        String programme = """
                name: Shop
                settings:
                  zone: Europe/Nicosia
                  currency: EUR
                  neverRewarded: {attributes: {ageLimit: [18, old], agelimit: [18]}}
                  neverPaid: {attributes: {deposit: [0.25], until: ["2024-1-1"], ageLimit: []}}
                attributes:
                  - {owner: LINE, name: ageLimit, type: WHOLE_NUMBER}
                  - {owner: LINE, name: deposit, type: AMOUNT}
                  - {owner: LINE, name: until, type: DATE}
                """;
        assertThat(Examples.problemsOfProgramme(programme))
                .containsExactly(
                        "settings.neverRewarded.attributes.ageLimit: The value (old) of attribute (line.ageLimit) is not of"
                                + " its type WHOLE_NUMBER, written such as 18. (line 5)",
                        "settings.neverRewarded.attributes.agelimit: The attribute (line.agelimit) is not declared in"
                                + " attributes. Maybe you meant line.ageLimit. (line 5)",
                        "settings.neverPaid.attributes.ageLimit: The ageLimit must name at least one value, not a list."
                                + " (line 6)",
                        "settings.neverPaid.attributes.deposit: The value (0.25) of attribute (line.deposit) is not of its"
                                + " type AMOUNT, written such as \"2.50 EUR\". (line 6)",
                        "settings.neverPaid.attributes.until: The value (2024-1-1) of attribute (line.until) is not of its"
                                + " type DATE, written such as 2024-12-31. (line 6)");
    }

    @Test
    void theBaseIsCheckedWhereItIsWritten() {
        String offer = CLUB + """
                offers:
                  - {number: 1, code: A, scheme: CLUB, type: BASKET, terms: {from: 5}, award: {amount: 1},
                     classification: INCREASE_REVENUE_TRANSACTION_BASED, %s}
                """;
        assertThat(Examples.problemsOfProgramme(offer.formatted("base: {threshold: NET}")))
                .isEmpty();
        assertThat(Examples.problemsOfProgramme(offer.formatted("base: {threshold: net, award: 1, points: GROSS}")))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("offers[A].base.threshold", "offers[A].base.award", "offers[A].base.points");
    }

    private static List<String> problemsOfAward(String amount) {
        return Examples.problemsOfProgramme(CLUB + """
                offers:
                  - {number: 1, code: A, scheme: CLUB, type: BASKET, terms: {from: 5}, award: {amount: %s},
                     classification: INCREASE_REVENUE_TRANSACTION_BASED}
                """.formatted(amount));
    }
}
