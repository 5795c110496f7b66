package io.rewards.rules;

/**
 * One thing that is wrong in a rule pack, said so that the author of the rule can mend it. Immutable.
 *
 * @param file path of the rule file within the pack, or the name of the pack where no single file is wrong
 * @param line of the file, from 1; 0 where no single line is wrong
 * @param rule id of the rule, else its name, or empty outside of rules
 * @param message what is wrong and what to do
 */
public record RuleProblem(String file, int line, String rule, String message) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (rule.isEmpty() ? "" : " [" + rule + "]") + " " + message;
    }
}
