package io.openteller.platform.plugin.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.egress.EgressCall;
import io.openteller.platform.egress.EgressOutcome;
import io.openteller.platform.plugin.internal.calls.TurnedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A directory behind an address. */
class DirectoryTest {

    private static final String CATALOGUE = """
            {"packages": [{"id": "core", "version": "1.0.0", "name": "Core", "file": "core.zip", "sha256": "%s"}]}
            """.formatted("0".repeat(64));

    private final TurnedClock clock = new TurnedClock();
    private final List<EgressCall> calls = new ArrayList<>();
    private boolean gone;
    private String body = CATALOGUE;

    private final Directory directory = new Directory(this::answer, clock, "https://packages.example/plugins");

    private EgressOutcome answer(EgressCall call) {
        calls.add(call);
        return gone
                ? new EgressOutcome.Failed(EgressOutcome.Fault.UNKNOWN_HOST, call.address())
                : new EgressOutcome.Answered(
                        200, call.address(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void it_is_asked_at_its_own_host_and_not_for_every_look() {
        assertThat(directory.look().entries()).extracting(Catalogue.Entry::id).containsExactly("core");
        directory.look();
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().address()).hasToString("https://packages.example/plugins/catalogue.json");
        assertThat(calls.getFirst().allowed().names()).containsExactly("packages.example");
        clock.on(Duration.ofMinutes(2));
        directory.look();
        assertThat(calls).hasSize(2);
    }

    @Test
    void without_a_network_the_last_look_is_shown_and_said_to_be_that() {
        directory.look();
        gone = true;
        clock.on(Duration.ofMinutes(2));
        Directory.Look later = directory.look();
        assertThat(later.reachable()).isFalse();
        assertThat(later.detail()).contains("UNKNOWN_HOST", "as it was at 2026-11-21T10:00:00Z");
        assertThat(later.entries()).hasSize(1);
    }

    @Test
    void a_catalogue_that_points_elsewhere_is_none() {
        body = CATALOGUE.replace("core.zip", "../../etc/core.zip");
        assertThat(directory.look().reachable()).isFalse();
        body = "<html>";
        assertThat(directory.look().detail()).contains("cannot be read");
    }

    @Test
    void a_file_of_another_hash_is_not_handed_on() {
        assertThatThrownBy(() -> directory.fetch("core", "1.0.0")).hasMessageContaining("no plugin that can be loaded");
        assertThatThrownBy(() -> directory.fetch("core", "2.0.0")).hasMessageContaining("nothing here");
    }
}
