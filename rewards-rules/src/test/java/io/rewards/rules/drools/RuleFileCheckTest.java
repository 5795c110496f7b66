package io.rewards.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rewards.catalogue.Classification;
import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule file may not say, and how it is told. */
class RuleFileCheckTest {

    private static final String GRANT = "propose.grant( $c, $c.award() );";
    private static final String TYPE = "TransactionRevenueCandidate";
    private static final int LINE_OF_CONDITION = RuleTexts.FIRST_LINE + 2;
    private static final int LINE_OF_CALL = RuleTexts.FIRST_LINE + 4;

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            bace >= minimum                    | There is no word (bace) of TransactionRevenueCandidate. Maybe you meant base.
            base >= target                     | There is no word (target) of TransactionRevenueCandidate. The guide to writing rules lists its words.
            base >= 10                         | The word (base) is an amount and (10) is a whole number; only values of one kind can be compared. Amounts and dates are never written in a rule: they belong in the offer.
            base >= 10.50                      | The number (10.50) must be whole, of at most 9 digits, without leading zeros. Amounts are never written in a rule: they belong in the offer.
            base == 0.1B                       | The number (0.1B) must be whole
            quantity > 010                     | The number (010) must be whole
            quantity > 5L                      | The number (5L) must be whole
            quantity > 1234567890              | The number (1234567890) must be whole, of at most 9 digits
            quantity > -                       | Found ()) where (a whole number) must come. Only a number can be negative.
            performedOn > "2026-01-01"         | Amounts and dates are never written in a rule: they belong in the offer.
            quantity > performedOn             | The word (quantity) is a whole number and (performedOn) is a moment; only values of one kind can be compared.
            number("event.n") == "5"           | The word (number("event.n")) is a whole number and ("5") is a text
            offerState == "EFFECTIVE"          | Write a constant, such as OfferState.NOT_EFFECTIVE.
            offerState == OfferState.EFECTIVE  | There is no OfferState.EFECTIVE. Maybe you meant EFFECTIVE.
            offerState != SchemeState.EFFECTIVE | is one of OfferState and (SchemeState.EFFECTIVE) is one of SchemeState
            offerState > OfferState.EFFECTIVE  | The word (offerState) is one of OfferState, which has no order; compare it with == or !=.
            unitCode < "A"                         | The word (unitCode) is a text, which has no order
            signedUp > false                   | The word (signedUp) is yes or no, which has no order
            unitCode == 'A'                        | Found ('). A text is written between double quotes.
            unitCode == null                       | Found (null). Every word always has a value.
            "A" == unitCode                        | A condition starts with a word of the candidate, as in base < minimum.
            quantity                           | The word (quantity) is a whole number and not yes or no, so it must be compared with something.
            !base                              | The word (base) is an amount and not yes or no
            signedUp = true                    | Found (=) where an operator must come. Equal is written ==.
            tiersWanted == tier                | The word (tiersWanted) is a set of texts, so it cannot be compared. Use contains.
            tiersWanted contains 5             | so it cannot contain (5), which is a whole number.
            weekdays contains "MONDAY"         | The word (weekdays) is a set of DayOfWeek, so it cannot contain ("MONDAY"), which is a text.
            unitCode contains "A"                  | The word (unitCode) is a text; only a set can contain.
            tier memberOf tiersWanted          | Write it the other way round: set contains value.
            unitCode in ("A", "B")                 | Found (in) where an operator must come.
            attributesMissed == attributesMissed | is a list that can only be shown, so it cannot be compared.
            base > minimum && base < maximum   | Found (&&) after the condition (base > minimum). Separate conditions with commas.
            base > minimum || signedUp         | Found (||) after the condition (base > minimum). Write two rules instead.
            quantity (> 1 && < 5)              | A condition names it without parentheses: quantity.
            quantity > 1 && < 5                | Found (&&) after the condition (quantity > 1).
            base > minimum signedUp            | Found (signedUp) after the condition (base > minimum). Separate conditions with commas.
            base + base > minimum              | Found (+) where an operator must come. Rules do not calculate: what must be worked out is a word of the candidate.
            quantity / 2 > 1                   | Rules do not calculate
            quantity == awardTimes + 1         | Found (+) after the condition (quantity == awardTimes). Rules do not calculate
            -quantity < 0                      | Found (-) where (a word of the candidate) must come.
            (base > minimum)                   | Found (() where (a word of the candidate) must come.
            !(signedUp)                        | Found (() where (a word of the candidate) must come.
            base() > minimum                   | Found (base(...)). A condition names it without parentheses: base.
            $c.base > minimum                  | Found ($c). A condition names words of the candidate bare: base, not $c.base.
            $b : base                          | Found ($b). A condition names words of the candidate bare
            base : quantity                    | Found (:) where an operator must come. Only the candidate itself is bound to a name.
            signedUp;                          | Found (;) where an operator must come. Only the call after then ends with a semicolon.
            signedUp,                          | Found ()) where (a word of the candidate) must come.
            has("channel")                     | The attribute (channel) must be written like event.channel: event, participant or offer, a dot and its name. Lines and products have many values: use texts.
            attribute("line.colour") == "red"  | The attribute (line.colour) must be written like event.channel
            texts("event.colour") contains "x" | The attribute (event.colour) must be written like line.colour: line or product, a dot and its name.
            attribute(unitCode) == "WEB"           | Found (unitCode) where (an attribute in double quotes) must come.
            atribute("event.x") == "WEB"       | Found (atribute(...)). Only the look-ups amount, attribute, date, has, number, texts are called. Maybe you meant attribute.
            """)
    void aConditionOutsideTheHouseRulesIsToldWithItsLine(String condition, String message) {
        RuleProblem problem = onlyProblem(RuleTexts.file(RuleTexts.rule("TST-010", TYPE, condition)));

        assertThat(problem.message()).contains(message);
        assertThat(problem.file()).isEqualTo(RuleTexts.FILE);
        assertThat(problem.line()).isEqualTo(LINE_OF_CONDITION);
        assertThat(problem.rule()).isEqualTo("TST-010");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            propose.grant( $c, $c.awrd() );             | There is no word (awrd) of TransactionRevenueCandidate. Maybe you meant award.
            propse.grant( $c, $c.award() );             | Found (propse) where (propose) must come. Maybe you meant propose.
            propose.grnt( $c, $c.award() );             | There is no propose.grnt. Maybe you meant grant.
            propose.refuse( $c );                       | There is no propose.refuse. A rule does one thing
            propose.grant( $c, $c.quantity() );         | There is no grant( the candidate, a whole number ). Write one of these: grant( the candidate, an amount ).
            propose.grant( $c );                        | There is no grant( the candidate ).
            propose.grant( $d, $c.award() );            | Found ($d) in a proposal. It hands on the candidate $c, its words such as $c.base(), and constants such as DeclineReason.HOUSE_RULE, nothing else.
            propose.grant( $c, award );                 | Found (award) in a proposal.
            propose.grant( $c, $c.award );              | Found ()) where (() must come. Write $c.award().
            propose.grant( $c, 5 );                     | Found (5) in a proposal.
            propose.grant( $c, "5 EUR" );               | Found ("5 EUR") in a proposal.
            propose.grant( $c, $c.award().times(2) );   | Found (.times) after award(). A proposal hands on the words of the candidate as they are, and nothing inside them.
            propose.grant( $c, $c.award() + $c.base() ); | Found (+) after ($c.award()). A proposal hands on words of the candidate as they are and calculates nothing.
            propose.decline( $c, DeclineReason.HOUSERULE ); | There is no DeclineReason.HOUSERULE. Maybe you meant HOUSE_RULE.
            propose.decline( $c, $c.unitCode() );           | There is no decline( the candidate, a text ). Write one of these: decline( the candidate, one of DeclineReason );
            propose.decline( $c, DeclineReason.HOUSE_RULE, $c.base() ); | There is no decline( the candidate, one of DeclineReason, an amount ).
            propose.decline( $c, DeclineReason.NO_RULE_GRANTS ); | The reason (NO_RULE_GRANTS) is the engine's own. Say the reason in the name of the rule and use DeclineReason.HOUSE_RULE.
            propose.decline( $c, DeclineReason.BELOW_MINIMUM ); | The sentence of DeclineReason.BELOW_MINIMUM is (The purchase counts {actual}: {distance} less than the minimum of {required}.), so the call must give what was found and what was required.
            propose.decline( $c, DeclineReason.BELOW_MINIMUM, $c.base(), $c.quantity() ); | What was found ($c.base()) is an amount and what was required ($c.quantity()) is a whole number; they must be of one kind.
            propose.decline( $c, DeclineReason.BELOW_MINIMUM, $c.unitCode(), $c.tier() ); | so what was found and what was required must be two amounts, whole numbers, moments or days.
            propose.decline( $c, DeclineReason.HOUSE_RULE, $c, $c.unitCode() ); | There is no decline( the candidate, one of DeclineReason, the candidate, a text ).
            propose.decline( $c, DeclineReason.HOUSE_RULE, $c.unitCode(), $c ); | There is no decline( the candidate, one of DeclineReason, a text, the candidate ).
            propose.grant( $c, $c.award() ); propose.grant( $c, $c.award() ); | Found (propose) after the call. A rule does one thing: propose.grant( ... ); or propose.decline( ... ); and then ends.
            insert( $c );                               | Found (insert) where (propose) must come.
            """)
    void aProposalOutsideTheHouseRulesIsToldWithItsLine(String call, String message) {
        RuleProblem problem = onlyProblem(RuleTexts.file(RuleTexts.rule("TST-010", TYPE, "base >= minimum", call)));

        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).isEqualTo(LINE_OF_CALL);
        assertThat(problem.rule()).isEqualTo("TST-010");
    }

    @Test
    void aMissingSemicolonIsToldOnTheLineWhereItIsMissed() {
        RuleProblem problem = onlyProblem(
                RuleTexts.file(RuleTexts.rule("TST-010", TYPE, "base >= minimum", "propose.grant( $c, $c.award() )")));

        assertThat(problem.line()).isEqualTo(LINE_OF_CALL + 1);
        assertThat(problem.message()).startsWith("Found (end) where (;) must come.");
    }

    @Test
    void aParenthesisThatIsNotClosedIsTold() {
        String rule = RuleTexts.rule("TST-010", TYPE, "base >= minimum", GRANT).replace("minimum )", "minimum");

        assertThat(onlyProblem(RuleTexts.file(rule)))
                .hasToString("house/house.drl:7 [TST-010] Found (then) after the condition (base >= minimum)."
                        + " The parenthesis of the condition must be closed before it.");
    }

    @Test
    void typosInWhenAndInThenOfOneRuleAreToldTogether() {
        String file = RuleTexts.file(RuleTexts.rule(
                "TST-010", TYPE, "signedUpp, base >= minimun, !weekdayListed", "propose.grant( $c, $c.awrd() );"));

        assertThat(problems(RuleTexts.pack(file)))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "house/house.drl:6 [TST-010] There is no word (signedUpp) of TransactionRevenueCandidate."
                                + " Maybe you meant signedUp.",
                        "house/house.drl:6 [TST-010] There is no word (minimun) of TransactionRevenueCandidate."
                                + " Maybe you meant minimum.",
                        "house/house.drl:8 [TST-010] There is no word (awrd) of TransactionRevenueCandidate."
                                + " Maybe you meant award.");
    }

    @Test
    void everyConditionIsToldWithTheLineOnWhichItStands() {
        String file = RuleTexts.file(RuleTexts.rule("TST-010", TYPE, "signedUp,\n\n  bace >= minimum,\n\n  tierListd"));

        assertThat(problems(RuleTexts.pack(file))).extracting(RuleProblem::line).containsExactly(8, 10);
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnceInOrder() {
        RulePack pack = RulePack.builtIn()
                .with(
                        "test",
                        Map.of(
                                "b/b.drl", RuleTexts.file(RuleTexts.rule("BBB-010", TYPE, "bace >= minimum")),
                                "a/a.drl",
                                        RuleTexts.file(
                                                RuleTexts.rule("AAA-010", TYPE, "base >= minimum", "System.exit( 1 );"),
                                                RuleTexts.rule("AAA-020", TYPE, "eval( true )"))));

        RuleCompilationException refused =
                catchThrowableOfType(RuleCompilationException.class, () -> RuleFileCheck.check(pack));

        assertThat(refused.problems())
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.rule())
                .containsExactly("a/a.drl:8 AAA-010", "a/a.drl:12 AAA-020", "b/b.drl:6 BBB-010");
        assertThat(refused)
                .message()
                .startsWith("The rule pack (test) cannot be used:\na/a.drl:8 [AAA-010] Found (System)");
        assertThat(refused.getMessage().lines()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            import java.util.*;                     | Found (import java.util.*). An import names one type of the rule words, such as io.rewards.decision.Candidate.
            import java.util.List;                  | The import (java.util.List) is not a type that rules use. Known are io.rewards.catalogue.AgreementState,
            import io.rewards.decision.Candidte;    | The import (io.rewards.decision.Candidte) is not a type that rules use. Maybe you meant io.rewards.decision.Candidate.
            import io.rewards.amount.Amount;        | The import (io.rewards.amount.Amount) is not a type that rules use.
            import function java.lang.System.exit;  | Found (import function).
            import static java.lang.System.exit;    | Found (import static).
            import accumulate java.util.List sum;   | Found (import accumulate).
            global java.util.List list;             | The global (java.util.List list) is not known. The only one is: global io.rewards.rules.Proposals propose;
            function void f() { }                   | Found (function) where a rule must start. A rule file holds a package, imports, the global propose and rules, nothing else. What needs code of its own is made in Java and becomes a word of the candidate.
            declare Thing end                       | Found (declare) where a rule must start.
            query all() Candidate() end             | Found (query) where a rule must start.
            unit House;                             | Found (unit) where a rule must start.
            dialect "mvel"                          | Found (dialect) where a rule must start.
            no-loop true                            | Found (no) where a rule must start.
            package again;                          | Found (package) where a rule must start.
            ;                                       | Found (;) where a rule must start.
            /* never closed                         | The comment that starts here must end with */.
            "never closed                           | The text that starts here must end with a double quote on the same line.
            """)
    void whatAFileMayNotHoldIsToldWithItsLine(String line, String message) {
        RuleProblem problem = onlyProblem(RuleTexts.file(line, RuleTexts.rule("TST-010", TYPE, "signedUp")));

        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).isEqualTo(RuleTexts.FIRST_LINE);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            rule "House"                                  | Found (when) where (@id) must come. Below the name of the rule comes its id, as in @id( ABC-010 )
            rule "House" @id( "ABC-010" )                 | The id ("ABC-010") of the rule has another shape.
            rule "House" @id( abc-010 )                   | The id (abc-010) of the rule has another shape.
            rule "House" @id( ABC - 010 )                 | The id (ABC - 010) of the rule has another shape.
            rule "House" @id( )                           | The id () of the rule has another shape.
            rule "House" @id( ABC-010 ) @watch( * )       | Found (@watch). A rule has no annotation but its id.
            rule "House" @Deprecated @id( ABC-010 )       | Found (@Deprecated). A rule has no annotation but its id.
            rule "House" @id( ABC-010 ) salience 10       | Found the attribute (salience). Rules have no order and no switches
            rule "House" salience 10 @id( ABC-010 )       | Found the attribute (salience).
            rule "House" @id( ABC-010 ) no-loop           | Found the attribute (no).
            rule "House" @id( ABC-010 ) agenda-group "x"  | Found the attribute (agenda).
            rule "House" @id( ABC-010 ) dialect "mvel"    | Found the attribute (dialect).
            rule "House" extends "Other" @id( ABC-010 )   | Found (extends). A rule stands alone: write its conditions out.
            rule House @id( ABC-010 )                     | Found (House) where (the name of the rule) must come.
            rule " " @id( ABC-010 )                       | The name of the rule must not be blank.
            """)
    void theHeadOfARuleIsItsNameAndItsId(String head, String message) {
        String rule =
                RuleTexts.rule("TST-010", TYPE, "signedUp").replace("rule \"House: TST-010\" @id( TST-010 )", head);

        assertThat(onlyProblem(RuleTexts.file(rule)).message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            Candidate( signedUp )                             | Found (Candidate) where ($c) must come. The condition of a rule looks like
            not Candidate( signedUp )                         | Found (not). A rule matches one candidate and compares its words.
            exists( Candidate( signedUp ) )                   | Found (exists). A rule matches one candidate
            forall( Candidate( signedUp ) )                   | Found (forall). A rule matches one candidate
            eval( true )                                      | Found (eval). A rule matches one candidate
            accumulate( Candidate(); $n : count() )           | Found (accumulate). A rule matches one candidate
            $c : Candidate( signedUp ) from list              | Found (from). A rule matches one candidate
            $c : Candidate( signedUp ) from entry-point "x"   | Found (from). A rule matches one candidate
            $c : Candidate( signedUp ) $d : Candidate()       | Found ($d) where (then) must come. A rule matches one candidate
            $c : Candidate( signedUp ) or Candidate()         | Found (or). A rule matches one candidate
            $c : ( Candidate() or Candidate() )               | Found (() where (a type of candidate) must come.
            $c : Candidate( signedUp ) @watch( * )            | Found (@watch). A rule has no annotation but its id.
            $c : Candidate( signedUp ) over window:length( 5 ) | Found (over) where (then) must come.
            $c : /candidates[ signedUp ]                      | Found (/) where (a type of candidate) must come.
            ?query( $c; )                                     | Found (?) where ($c) must come.
            $c : Object()                                     | There is no candidate (Object). Known are AccumulatingCandidate, AchievementsCandidate,
            $c : Candidte()                                   | There is no candidate (Candidte). Maybe you meant Candidate.
            $c : io.rewards.decision.Candidate()              | There is no candidate (io).
            $c = Candidate()                                  | Found (=) where (:) must come.
            """)
    void theConditionOfARuleIsOneCandidate(String pattern, String message) {
        String rule = RuleTexts.rule("TST-010", TYPE, "signedUp").replace("$c : " + TYPE + "( signedUp )", pattern);

        RuleProblem problem = onlyProblem(RuleTexts.file(rule));
        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).isEqualTo(LINE_OF_CONDITION);
    }

    @Test
    void whatIsNotImportedIsToldWithTheLineToAdd() {
        String file = """
                package rules.house;
                rule "House" @id( TST-010 )
                when
                    $c : Candidate( offerState == OfferState.EFFECTIVE )
                then
                    propose.decline( $c, DeclineReason.HOUSE_RULE );
                end
                """;

        assertThat(problems(RuleTexts.pack(file)))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "house/house.drl:2 [TST-010] The file must hold this line before its rules:"
                                + " global io.rewards.rules.Proposals propose;",
                        "house/house.drl:4 [TST-010] The type (Candidate) must be imported."
                                + " Add: import io.rewards.decision.Candidate;",
                        "house/house.drl:4 [TST-010] The type (OfferState) must be imported."
                                + " Add: import io.rewards.catalogue.OfferState;",
                        "house/house.drl:6 [TST-010] The type (DeclineReason) must be imported."
                                + " Add: import io.rewards.decision.DeclineReason;");
    }

    @Test
    void importsAndTheGlobalComeBeforeTheRules() {
        String rule = RuleTexts.rule("TST-010", TYPE, "signedUp");

        assertThat(onlyProblem(RuleTexts.file(rule, "import io.rewards.decision.Candidate;")))
                .hasToString(
                        "house/house.drl:10 Found (import) after a rule. Imports and the global come before the rules.");
    }

    @Test
    void aFileWithoutAPackageOrWithoutARuleIsRefused() {
        assertThat(onlyProblem("// Nothing yet."))
                .hasToString("house/house.drl:1 Found (the end of the file) where (package) must come."
                        + " A rule file begins with its package, such as package rules.house;");
        assertThat(onlyProblem("// Nothing yet.\npackage rules.house;"))
                .hasToString("house/house.drl:1 The file holds no rule. Write one, or delete the file.");
    }

    @Test
    void idsAndNamesAreUniqueOverThePack() {
        String sameName = RuleTexts.rule("TST-020", TYPE, "signedUp").replace("House: TST-020", "House: TST-010");
        String sameId = RuleTexts.rule("SHR-010", TYPE, "signedUp");
        String file = RuleTexts.file(RuleTexts.rule("TST-010", TYPE, "signedUp"), sameName, sameId);

        assertThat(problems(RuleTexts.pack(file)))
                .extracting(RuleProblem::toString)
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo(
                                "house/house.drl:10 [TST-020] The name (House: TST-010) of the rule is already that of the"
                                        + " rule at house/house.drl:4. Choose another."))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("shared/shared.drl:")
                        .contains("[SHR-010] The id (SHR-010) of the rule is already that of the rule at"
                                + " house/house.drl:16. Choose another."));
    }

    @Test
    void aPackMustGrantOffersOfEveryClassification() {
        String path = "utilise_free_capacity/utilise_free_capacity.drl";
        String onlyDeclines = RuleTexts.file(RuleTexts.rule("TST-010", "FreeCapacityCandidate", "signedUp"));

        assertThat(problems(RulePack.builtIn().with("test", Map.of(path, onlyDeclines))))
                .extracting(RuleProblem::toString)
                .containsExactly("test No rule grants offers of the classification (UTILISE_FREE_CAPACITY)."
                        + " Add one that matches FreeCapacityCandidate and calls propose.grant.");
    }

    @Test
    void aGrantForAllCandidatesDoesNotStandForAClassification() {
        String path = "utilise_free_capacity/utilise_free_capacity.drl";
        String general = RuleTexts.file(RuleTexts.rule("TST-010", "Candidate", "signedUp", GRANT));

        assertThat(problems(RulePack.builtIn().with("test", Map.of(path, general))))
                .hasSize(1);
    }

    @Test
    void anEmptyPackLacksAllClassifications() {
        RulePack empty = new RulePack("nothing", new java.util.TreeMap<>(Map.of()), new java.util.TreeMap<>(Map.of()));

        assertThat(problems(empty)).hasSameSizeAs(Classification.values());
    }

    @Test
    void commentsMayStandAnywhereAndSayAnything() {
        String rule = """
                // then end rule "x" when System.exit( 1 ); \\u000a propose.grant( $c, $c.award() );
                rule /* "not the name" */ "House // /* then end; ||" // "
                    @id( /* AAA-010 */ TST-010 ) /* salience 10
                    then */
                when // end
                    $c /* : */ : TransactionRevenueCandidate( // base >= 10
                        base >= minimum /* || eval( true ) */, // )
                        unitCode != "then end; // no comment /* nor this */ rule" )
                then /* System.exit( 1 ); */
                    propose // .decline
                        .grant( $c, /* $c.base() */ $c.award() ) /* ; */ ;
                end // end
                """;

        List<Rule> rules = RuleFileCheck.check(RuleTexts.pack(RuleTexts.file(rule)));

        Rule read = rules.stream()
                .filter(each -> each.id().equals("TST-010"))
                .findFirst()
                .orElseThrow();
        assertThat(read.name()).isEqualTo("House // /* then end; ||");
        assertThat(read.line()).isEqualTo(RuleTexts.FIRST_LINE + 1);
        assertThat(read.conditions())
                .containsExactly("base >= minimum", "unitCode != \"then end; // no comment /* nor this */ rule\"");
        assertThat(read.proposal()).isEqualTo("propose.grant( $c, $c.award() );");
        assertThat(read.grants()).isTrue();
    }

    @Test
    void theVariableMayHaveAnotherNameAndLayoutDoesNotMatter() {
        String rule = "rule\"House\"@id(TST-010)when $offer:TransactionRevenueCandidate(!signedUp)then"
                + " propose.decline($offer,DeclineReason.HOUSE_RULE,$offer.base(),$offer.minimum());end";

        List<Rule> rules = RuleFileCheck.check(RuleTexts.pack(RuleTexts.file(rule)));

        assertThat(rules)
                .filteredOn(each -> each.id().equals("TST-010"))
                .singleElement()
                .extracting(Rule::proposal)
                .isEqualTo("propose.decline( $c, DeclineReason.HOUSE_RULE, $c.base(), $c.minimum() );");
    }

    private static RuleProblem onlyProblem(String file) {
        List<RuleProblem> problems = problems(RuleTexts.pack(file));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<RuleProblem> problems(RulePack pack) {
        RuleCompilationException refused =
                catchThrowableOfType(RuleCompilationException.class, () -> RuleFileCheck.check(pack));
        assertThat(refused).as("the pack should be refused").isNotNull();
        return refused.problems();
    }
}
