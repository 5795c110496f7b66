package io.rewards.rules.drools;

import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.rules.RulePack;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** The rule files of a pack as they stand, compiled by the other compiler of Drools, the executable model. */
final class ExecutableRules {

    private static final Pattern PACKAGE = Pattern.compile("^package ([a-z0-9_.]+);", Pattern.MULTILINE);

    private final KieBase base;

    private ExecutableRules(KieBase base) {
        this.base = base;
    }

    static ExecutableRules compile(RulePack pack) {
        Locale before = Locale.getDefault();
        // Its code generator writes names in the locale of the machine, and in Turkish they do not compile.
        Locale.setDefault(Locale.ROOT);
        try {
            return new ExecutableRules(build(pack));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static KieBase build(RulePack pack) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("test", UUID.randomUUID().toString(), "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        pack.files().forEach((path, text) -> {
            Matcher matcher = PACKAGE.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("No package in " + path);
            }
            String folder = matcher.group(1).replace('.', '/');
            files.write("src/main/resources/" + folder + "/" + path.replace('/', '_'), text);
        });
        ClassLoader loader = ExecutableRules.class.getClassLoader();
        KieBuilder builder = services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new AssertionError(builder.getResults().getMessages());
        }
        KieBase base = services.newKieContainer(release, loader).getKieBase();
        services.getRepository().removeKieModule(release);
        return base;
    }

    List<Answer> answer(List<Candidate> candidates) {
        CollectedProposals proposals = new CollectedProposals(candidates);
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("propose", proposals);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    proposals.firing(rule(event.getMatch().getRule()));
                }
            });
            candidates.forEach(session::insert);
            session.fireAllRules();
            return proposals.answers();
        } finally {
            session.dispose();
        }
    }

    /** With the id that Drools itself reads in the file. */
    private static io.rewards.rules.drools.Rule rule(Rule firing) {
        return new io.rewards.rules.drools.Rule(
                String.valueOf(firing.getMetaData().get("id")),
                firing.getName(),
                "",
                0,
                Candidate.class,
                List.of(),
                "",
                false,
                List.of());
    }
}
