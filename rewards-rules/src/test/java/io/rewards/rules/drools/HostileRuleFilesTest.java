package io.rewards.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule files that try to run code of their own, or to mean something else than they say. */
public class HostileRuleFilesTest {

    private static final AtomicInteger RUN = new AtomicInteger();
    private static final String CODE = "io.rewards.rules.drools.HostileRuleFilesTest.run()";
    private static final String GRANT = "propose.grant( $c, $c.award() );";

    /** What the files try to call. */
    public static boolean run() {
        RUN.incrementAndGet();
        return true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE",
                "CODE == true",
                "signedUp == CODE",
                "eval( CODE )",
                "signedUp && CODE",
                "signedUp || CODE",
                "signedUp, CODE",
                "( CODE )",
                "!CODE",
                "attribute( CODE ) == \"x\"",
                "attribute( \"event.x\" + CODE ) == \"x\"",
                "unitCode == \"x\" + CODE",
                "unitCode == \"\\\" + CODE + \\\"\"",
                "unitCode == \"\\u0022 + CODE + \\u0022\"",
                "\\u0065val( CODE )",
                "Runtime.getRuntime().exec( \"true\" ) != null",
                "Runtime.getRuntime() != null",
                "System.exit( 1 )",
                "System != null",
                "java.lang.Runtime.getRuntime() != null",
                "getClass() != null",
                "class != null",
                "this.class != null",
                "this == null",
                "getClass().getClassLoader().loadClass( \"x\" ) != null",
                "new java.io.File( \"x\" ).delete()",
                "with ( base ) { units = 5 }",
                "[ CODE ] contains signedUp",
                "[ \"a\" : CODE ] != null",
                "{ CODE } != null",
                "signedUp ? CODE : CODE",
                "unitCode matches \"(a+)+$\"",
                "unitCode soundslike \"x\"",
                "unitCode str[startsWith] \"x\"",
                "unitCode custom \"x\"",
                "performedOn after[ 5s ] processedOn",
                "offer.code == \"x\"",
                "offer!.code == \"x\"",
                "situation.purchase != null",
                "base#Amount.units > 5",
                "base instanceof java.lang.Object",
                "(io.rewards.decision.Candidate) this != null",
                "`base` > minimum",
                "$b : CODE",
                "$b := base",
                "base = minimum",
                "quantity++ > 0",
                "quantity += 1",
                "hashCode == 0",
                "toString == \"x\"",
                "WORDS_SHOWN == 10",
                "unitCode == \"a\" from CODE",
                "unitCode == \"a\"; CODE",
                "unitCode == \"a\") then CODE; end rule \"x\" when $c : Candidate(",
            })
    void aConditionRunsNoCode(String condition) {
        requireRefused(RuleTexts.file(
                RuleTexts.rule("TST-010", "TransactionRevenueCandidate", condition.replace("CODE", CODE), GRANT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE;",
                "CODE; GRANT",
                "GRANT CODE;",
                "if ( CODE ) GRANT",
                "{ GRANT CODE; }",
                "GRANT; { CODE; }",
                "propose.grant( $c, CODE );",
                "propose.grant( $c, $c.award() ).CODE;",
                "propose.grant( CODE ? $c : $c, $c.award() );",
                "propose.grant( $c, $c.offer().award() );",
                "propose.grant( $c, $c.award().getClass() );",
                "propose.grant( $c, (io.rewards.amount.Amount) $c.award() );",
                "propose.grant( $c, new io.rewards.amount.Amount( null, 5 ) );",
                "propose.getClass().getClassLoader();",
                "propose.decline( $c, DeclineReason.HOUSE_RULE.getClass() );",
                "propose.decline( $c, DeclineReason.valueOf( \"HOUSE_RULE\" ) );",
                "propose.decline( $c, DeclineReason.HOUSE_RULE, $c.attribute( CODE ), $c.unit() );",
                "propose.decline( $c, DeclineReason.HOUSE_RULE, $c.getClass(), $c.unit() );",
                "propose.decline( $c, DeclineReason.HOUSE_RULE, $c.situation(), $c.offer() );",
                "drools.halt();",
                "kcontext.getKieRuntime().halt();",
                "insert( $c );",
                "modify( $c ) { award() }",
                "GRANT end rule \"x\" @id( XXX-010 ) when then CODE; ",
                "/* */ CODE; /* */ GRANT",
                "// \n CODE; \n GRANT",
                "/* \\u002a/ CODE; /* */ CODE; GRANT",
                "\\u0070ropose.grant( $c, $c.award() );",
                "System.out.println( \"end\" ); GRANT",
                "propose.grant( $c, $c.award() ); ;",
                "propose = null;",
                "() -> CODE;",
            })
    void aProposalRunsNoCode(String call) {
        requireRefused(RuleTexts.file(RuleTexts.rule(
                "TST-010",
                "TransactionRevenueCandidate",
                "base >= minimum",
                call.replace("GRANT", GRANT).replace("CODE", CODE))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function boolean f() { return CODE; }",
                "import function io.rewards.rules.drools.HostileRuleFilesTest.run;",
                "import static io.rewards.rules.drools.HostileRuleFilesTest.run;",
                "import io.rewards.rules.drools.HostileRuleFilesTest;",
                "import accumulate io.rewards.rules.drools.HostileRuleFilesTest run;",
                "import java.lang.*;",
                "global io.rewards.rules.drools.HostileRuleFilesTest test;",
                "declare Thing flag : boolean = CODE end",
                "declare enum Flag A( CODE ); end",
                "declare window W Candidate() over window:length( 5 ) end",
                "declare entry-point E end",
                "query q() eval( CODE ) end",
                "unit Hostile;",
                "dialect \"mvel\"",
                "salience ( CODE ? 1 : 0 )",
                "rule \"x\" @id( XXX-010 ) salience ( CODE ? 1 : 0 ) when $c : Candidate() then GRANT end",
                "rule \"x\" @id( XXX-010 ) enabled ( CODE ) when $c : Candidate() then GRANT end",
                "rule \"x\" @id( XXX-010 ) timer ( int: 1s ) when $c : Candidate() then GRANT end",
                "rule \"x\" @id( CODE ) when $c : Candidate() then GRANT end",
                "rule \"x\" @id( XXX-010 ) @x( CODE ) when $c : Candidate() then GRANT end",
                "rule \"x\" @x( CODE ) @id( XXX-010 ) when $c : Candidate() then GRANT end",
                "rule \"x\" @id( XXX-010 ) extends \"y\" when $c : Candidate() then GRANT end",
                "rule \"x\" @id( XXX-010 ) when $c : Candidate() then GRANT then[ other ] CODE; end",
                "rule \"x\" @id( XXX-010 ) when $c : Candidate() do[ other ] then GRANT end",
                "rule \"x\" @id( XXX-010 ) when $c : Candidate() if ( CODE ) do[ other ] then GRANT end",
                "rule \"x\" @id( XXX-010 ) when $c : Candidate() eval( CODE ) then GRANT end",
                "rule \"x\" @id( XXX-010 ) when $c : Candidate() from CODE then GRANT end",
                "rule \"x\" @id( XXX-010 ) when $c : Candidate() and Candidate( CODE ) then GRANT end",
                "rule \"x\" @id( XXX-010 ) when accumulate( Candidate(); $n : sum( CODE ) ) then GRANT end",
                "rule \"x\" @id( XXX-010 ) when ?q( CODE; ) then GRANT end",
                "rule \"x\" @id( XXX-010 ) when then CODE; end",
                "rule \"x\\\" @id( XXX-010 ) when then CODE; end rule \\\"y\" @id( XXX-010 )",
                "[when] signed up = CODE",
                "expander hostile.dsl",
                "#include hostile.drl",
                "/*",
                "*/",
                "\"",
                "\u0000",
                "\u202E",
                "\uFEFF",
                "\uD800",
                "\u2028",
            })
    void aFileRunsNoCode(String line) {
        requireRefused(RuleTexts.file(
                line.replace("GRANT", GRANT).replace("CODE", CODE),
                RuleTexts.rule("TST-010", "Candidate", "signedUp")));
    }

    @Test
    void whatIsUnderstoodIsAllThatAFileSays() {
        RulePack pack = RulePack.builtIn();
        Random random = new Random(20_261_121);
        String alphabet = "(){}[];:,.\"'\\/*@$!=<>&|#`+-%? \naAeEnN01\u00e9";
        int understood = 0;
        for (int round = 0; round < 30_000; round++) {
            List<String> files = List.copyOf(pack.files().values());
            StringBuilder text = new StringBuilder(files.get(random.nextInt(files.size())));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length() - 10);
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 2 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                    default -> text.delete(at, at + 1 + random.nextInt(9));
                }
            }
            List<RuleProblem> problems = new ArrayList<>();
            List<Rule> rules = RuleFileReader.read("file.drl", text.toString(), problems);
            if (problems.isEmpty()) {
                understood++;
                assertThat(said(rules)).as(text.toString()).isEqualTo(pieces(text.toString()));
            }
        }
        assertThat(understood).isGreaterThan(1_000);
    }

    /** The rules as a file would write them, piece by piece. */
    private static String said(List<Rule> rules) {
        return pieces(rules.stream()
                .map(rule -> "rule \"" + rule.name() + "\" @id( " + rule.id() + " ) when $c : "
                        + rule.type().getSimpleName() + "( " + String.join(", ", rule.conditions()) + " ) then "
                        + rule.proposal() + " end")
                .collect(Collectors.joining("\n", "package p; ", "")));
    }

    private static String pieces(String file) {
        List<Token> tokens = Tokens.of(file);
        return tokens.stream()
                .skip(firstRule(tokens))
                .map(token -> token.text().startsWith("$") ? "$c" : token.shown())
                .collect(Collectors.joining(" "));
    }

    private static int firstRule(List<Token> tokens) {
        for (int index = 0; index < tokens.size(); index++) {
            if (tokens.get(index).isWord("rule") && tokens.get(index + 1).kind() == Token.Kind.TEXT) {
                return index;
            }
        }
        return tokens.size();
    }

    private static void requireRefused(String file) {
        int before = RUN.get();
        assertThatExceptionOfType(RuleCompilationException.class)
                .isThrownBy(() -> DroolsRuleCompiler.compile(RuleTexts.pack(file)))
                .satisfies(refused -> assertThat(refused.problems())
                        .allSatisfy(problem -> assertThat(problem.file()).isEqualTo(RuleTexts.FILE)));
        assertThat(RUN.get()).isEqualTo(before);
    }
}
