package io.openteller.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformJvmTest {

    @Test
    void a_collector_that_is_asked_for_is_the_only_one() throws Exception {
        List<String> usual = PlatformJvm.command("classes", "Main", List.of());
        assertThat(usual).contains("-XX:+UseParallelGC").endsWith("-cp", "classes", "Main");
        List<String> other = PlatformJvm.command("classes", "Main", List.of("-XX:+UseSerialGC"));
        assertThat(other).doesNotContain("-XX:+UseParallelGC").contains("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
        assertThat(starts(usual)).isZero();
        assertThat(starts(other)).isZero();
    }

    @Test
    void what_is_learnt_and_a_module_that_is_tried_out_do_not_go_together() {
        assertThat(PlatformJvm.command("classes", "Main", List.of())).contains("jdk.incubator.vector");
        assertThat(PlatformJvm.command("classes", "Main", List.of("-XX:AOTCache=platform.aot"))).doesNotContain("--add-modules", "jdk.incubator.vector");
    }

    /** Whether a Java machine takes the settings: it says its version instead of running anything. */
    private static int starts(List<String> command) throws Exception {
        List<String> line = new ArrayList<>(command.subList(0, command.indexOf("-cp")));
        line.add("-version");
        return new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
