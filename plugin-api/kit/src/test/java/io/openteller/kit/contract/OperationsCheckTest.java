package io.openteller.kit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.host.HostOptions;
import io.openteller.host.Hosted;
import io.openteller.host.Mode;
import io.openteller.host.PluginHost;
import io.openteller.kit.contract.Playbook.Performed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plugin that blocks cards by name, with one mistake in it. */
class OperationsCheckTest {

    private static final String OWN = """
            package probe;
            import io.openteller.spi.*;
            record Own(@Setting(title = "Address") String baseUrl) {
                static final SettingsSpec<Own> SPEC = SettingsSpec.of(Own.class, "Probe");
            }
            """;

    private static final String DESCRIPTION = """
            package probe;
            import io.openteller.spi.*;
            import io.openteller.spi.Capability.*;
            import io.openteller.spi.banking.OperationProvider;
            import java.util.List;
            @org.pf4j.Extension
            public class Description implements OpentellerPlugin {
                public String name() { return "Probe"; }
                public String settingsSchema() { return Own.SPEC.schema(); }
                public List<Capability> capabilities() {
                    return List.of(Capability.of(OperationProvider.class,
                            new Operation("supplied", RiskClass.READ, Assurance.ANONYMOUS, false, true),
                            new Operation("perform", RiskClass.MONEY, Assurance.STEPPED_UP, false, true),
                            new Operation("reconcile", RiskClass.READ, Assurance.STEPPED_UP, false, true)));
                }
                public Health check(CallContext context) { return Health.down("not asked"); }
            }
            """;

    private static final String SUPPLIED = "Outcome.done(List.of(\"cards.block/v1\"), Instant.EPOCH)";
    private static final String RESULT = "\"{\\\"blockedAt\\\": \\\"2026-05-04T09:31:00Z\\\", \\\"alreadyBlocked\\\": false}\"";
    private static final String PERFORM = "customer.equals(\"C-1\") ? Outcome.done(" + RESULT
            + ", Instant.EPOCH) : Outcome.notFound(\"customer\")";
    private static final String PAST = "Outcome.done(callId.startsWith(\"never\") ? Past.never() : Past.performed(" + RESULT
            + "), Instant.EPOCH)";

    @TempDir
    Path folder;

    private List<String> faults(Mode mode, String supplied, String perform, String past) throws Exception {
        String probe = """
                package probe;
                import io.openteller.spi.*;
                import io.openteller.spi.banking.OperationProvider;
                import java.time.Instant;
                import java.util.List;
                @org.pf4j.Extension
                public class Probe implements OperationProvider {
                    public Outcome<List<String>> supplied(CallContext context) { return @SUPPLIED@; }
                    public Outcome<String> perform(CallContext context, String operation, String customer, String input) {
                        return @PERFORM@;
                    }
                    public Outcome<Past> reconcile(CallContext context, String operation, String customer, String callId) {
                        return @PAST@;
                    }
                }
                """.replace("@SUPPLIED@", supplied).replace("@PERFORM@", perform).replace("@PAST@", past);
        var verified = Probe.packed(folder, Map.of("Own.java", OWN, "Description.java", DESCRIPTION, "Probe.java", probe));
        Playbook playbook = new Playbook(Map.of(), Map.of(), List.of(),
                List.of(new Performed("cards.block/v1", "C-1", "{\"card\": \"card-1\", \"reason\": \"LOST\"}")));
        try (Heard heard = new Heard();
                Hosted hosted = PluginHost.open(verified, mode, HostOptions.usual())) {
            return new OperationsCheck().on(Subject.of(hosted, playbook, heard)).faults();
        }
    }

    private List<String> faults(String supplied, String perform, String past) throws Exception {
        return faults(Mode.IN_PROCESS, supplied, perform, past);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void one_that_does_as_it_says_passes(Mode mode) throws Exception {
        assertThat(faults(mode, SUPPLIED, PERFORM, PAST)).isEmpty();
    }

    @Test
    void a_name_that_the_catalogue_does_not_know() throws Exception {
        assertThat(faults(SUPPLIED.replace("block/v1\"", "block/v1\", \"cards.melt/v1\""), PERFORM, PAST))
                .singleElement().asString().contains("cards.melt/v1");
    }

    @Test
    void an_operation_that_is_not_supplied_after_all() throws Exception {
        assertThat(faults(SUPPLIED.replace("block", "unblock"), PERFORM, PAST))
                .singleElement().asString().contains("does not supply");
    }

    @Test
    void a_result_that_is_not_of_the_schema() throws Exception {
        assertThat(faults(SUPPLIED, PERFORM.replace("blockedAt", "stoppedAt"), PAST))
                .isNotEmpty().allSatisfy(fault -> assertThat(fault).contains("not of its schema"));
    }

    @Test
    void done_for_whoever_asks() throws Exception {
        assertThat(faults(SUPPLIED, "Outcome.done(" + RESULT + ", Instant.EPOCH)", PAST))
                .singleElement().asString().contains("nobody knows");
    }

    @Test
    void another_result_for_the_same_call() throws Exception {
        String changing = PERFORM.replace("2026", "\" + (2000 + (int) (System.nanoTime() % 900)) + \"");
        assertThat(faults(SUPPLIED, changing, PAST)).singleElement().asString().contains("for the same call again");
    }

    @Test
    void a_call_that_was_done_and_is_denied() throws Exception {
        assertThat(faults(SUPPLIED, PERFORM, "Outcome.done(Past.never(), Instant.EPOCH)"))
                .singleElement().asString().contains("was done");
    }

    @Test
    void a_call_that_never_was_and_is_claimed() throws Exception {
        assertThat(faults(SUPPLIED, PERFORM, "Outcome.done(Past.performed(\"{}\"), Instant.EPOCH)"))
                .singleElement().asString().contains("never was");
    }
}
