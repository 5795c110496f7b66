package io.rewards.rules.drools;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.Results;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has Drools compile rules. */
final class KieBases {

    private static final Logger LOG = LoggerFactory.getLogger(KieBases.class);

    /** In the folder that equals the package; Drools warns otherwise. */
    private static final String RESOURCE = "src/main/resources/" + DrlWriter.PACKAGE.replace('.', '/') + "/rules.drl";

    private KieBases() {}

    /**
     * The rules compiled; empty when Drools finds something wrong with them. Drools keeps nothing of the build, so that
     * a KieBase that is dropped is gone.
     */
    static Optional<KieBase> build(List<Rule> rules) {
        ClassLoader loader = KieBases.class.getClassLoader();
        KieServices services = KieServices.get();
        // Each build needs a name of its own, or one would replace the other in the repository of Drools.
        ReleaseId release =
                services.newReleaseId("io.rewards.rules", UUID.randomUUID().toString(), "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(RESOURCE, DrlWriter.write(rules));
        try {
            KieBuilder builder = services.newKieBuilder(files, loader).buildAll();
            Results results = builder.getResults();
            if (results.hasMessages(Message.Level.ERROR)) {
                LOG.debug("Drools does not compile {} rules: {}", rules.size(), results.getMessages());
                return Optional.empty();
            }
            return Optional.of(services.newKieContainer(release, loader).newKieBase(configuration(services)));
        } catch (RuntimeException e) {
            // Some mistakes are not among the results, but thrown.
            LOG.debug("Drools does not compile {} rules", rules.size(), e);
            return Optional.empty();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    static KieBaseConfiguration configuration(KieServices services) {
        KieBaseConfiguration configuration = services.newKieBaseConfiguration();
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        // Above 0, a condition is interpreted at first and compiled later, which may change what it means.
        configuration.setOption(ConstraintJittingThresholdOption.get(0));
        return configuration;
    }
}
