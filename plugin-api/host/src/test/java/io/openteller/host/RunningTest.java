package io.openteller.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same package, unchanged, in both modes. */
class RunningTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_package_runs_and_is_told_its_circumstances(Mode mode) {
        var one = Steps.doing(folder, """
                return done(context.bank() + " " + context.callId() + " " + context.trace() + " " + context.setting("endpoint")
                    + " " + context.setting("key") + " " + call.step() + call.input() + call.customerRef());
                """);
        try (Hosted hosted = PluginHost.open(one, mode, HostOptions.usual())) {
            assertThat(hosted.plugin().name()).isEqualTo("Probe");
            var context = TestContext.of("harbour", Map.of("endpoint", "https://bank.example"), Duration.ofSeconds(5));
            assertThat(Steps.run(hosted, "greet", context))
                    .isEqualTo("harbour call-1 trace-1 https://bank.example null greet{}C-1");
        }
    }
}
