package io.rewards.cli;

import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Which run a command is to execute. */
final class Runs {

    private static final String EVERYTHING = "EVERYTHING";

    private Runs() {}

    /** The run of this code, or one over everything where no code is given. */
    static RunDefinition of(CommandSpec spec, Programme programme, @Nullable String code) {
        if (code == null) {
            return RunDefinition.ofEverything(EVERYTHING);
        }
        List<String> codes = programme.runs().stream().map(RunDefinition::code).toList();
        Optional<RunDefinition> named = programme.runs().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        return named.orElseThrow(() -> new ParameterException(
                spec.commandLine(),
                "The run (" + code + ") is not in the programme; it has "
                        + (codes.isEmpty() ? "none" : String.join(", ", codes)) + "."));
    }
}
