package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.rules.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of cases in the documentation is a real one. */
class CasesDocumentTest {

    private static final Pattern EXAMPLE = Pattern.compile("## Cases.*?```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleOfCasesPasses() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/writing-rules.md")));
        assertThat(example.find()).isTrue();
        CaseReport report =
                RuleCases.run(RulePack.builtIn().with("documented", Map.of("documented.cases.yaml", example.group(1))));
        assertThat(report.results().stream().filter(result -> result.file().equals("documented.cases.yaml")))
                .hasSize(2)
                .allMatch(CaseResult::passed);
    }
}
