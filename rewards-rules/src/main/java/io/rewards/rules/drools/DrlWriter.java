package io.rewards.rules.drools;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what the check understood as the one text that Drools reads. Rules carry their ids as names, so that whatever
 * Drools says of a rule can be traced back.
 */
final class DrlWriter {

    static final String PACKAGE = "io.rewards.rules.checked";

    private DrlWriter() {}

    static String write(List<Rule> rules) {
        StringBuilder drl = new StringBuilder("package ").append(PACKAGE).append(";\n");
        Vocabulary.importable()
                .forEach(type -> drl.append("import ").append(type.getName()).append(";\n"));
        drl.append("global io.rewards.rules.Proposals propose;\n");
        rules.forEach(rule -> drl.append("rule \"")
                .append(rule.id())
                .append("\"\nwhen\n$c : ")
                .append(rule.type().getSimpleName())
                .append(rule.conditions().stream().collect(Collectors.joining(", ", "( ", " )")))
                .append("\nthen\n")
                .append(rule.proposal())
                .append("\nend\n"));
        return drl.toString();
    }
}
