package io.openteller.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.VerifiedPackage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionsTest {

    private static final int UPGRADES = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void calls_go_on_across_twenty_upgrades_and_none_is_lost(Mode mode) throws Exception {
        List<Hosted> opened = new ArrayList<>();
        Queue<Throwable> lost = new ConcurrentLinkedQueue<>();
        Set<String> answering = ConcurrentHashMap.newKeySet();
        try (Versions versions = new Versions(Duration.ofSeconds(30))) {
            opened.add(upgraded(versions, mode, 0));
            AtomicBoolean done = new AtomicBoolean();
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                callers.add(Thread.ofVirtual().start(() -> {
                    while (!done.get()) {
                        try (Lease lease = versions.lease("probe").orElseThrow()) {
                            answering.add(Steps.run(lease.hosted(), "version"));
                        } catch (RuntimeException failure) {
                            lost.add(failure);
                        }
                    }
                }));
            }
            for (int version = 1; version <= UPGRADES; version++) {
                opened.add(upgraded(versions, mode, version));
                versions.retire("probe", "1." + (version - 1) + ".0");
                // Calls are made of every version before it is replaced.
                while (!answering.contains("1." + version + ".0") && lost.isEmpty()) {
                    Thread.sleep(5);
                }
            }
            done.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(lost).isEmpty();
            assertThat(answering).hasSize(UPGRADES + 1);
            assertThat(versions.all()).containsExactly(opened.getLast());
            assertThat(opened.subList(0, UPGRADES)).allSatisfy(old -> assertThat(old.process()).isEmpty());
        }
    }

    private Hosted upgraded(Versions versions, Mode mode, int version) {
        String number = "1." + version + ".0";
        VerifiedPackage one = Steps.version(folder, number, "Thread.sleep(1); return done(\"" + number + "\");");
        Hosted hosted = PluginHost.open(one, mode, HostOptions.usual());
        versions.add(hosted);
        return hosted;
    }

    @Test
    void a_version_that_is_to_go_waits_for_its_calls() throws Exception {
        try (Versions versions = new Versions(Duration.ofSeconds(30))) {
            upgraded(versions, Mode.IN_PROCESS, 1);
            Lease kept = versions.lease("probe", "1.1.0").orElseThrow();
            versions.retire("probe", "1.1.0");
            assertThat(versions.lease("probe", "1.1.0")).isEmpty();
            assertThat(Steps.run(kept.hosted(), "still")).isEqualTo("1.1.0");
            kept.close();
            assertThat(closed(kept.hosted())).isTrue();
        }
    }

    @Test
    void a_call_that_keeps_its_version_too_long_does_not_keep_it_for_ever() throws Exception {
        try (Versions versions = new Versions(Duration.ofMillis(50))) {
            upgraded(versions, Mode.IN_PROCESS, 1);
            Lease kept = versions.lease("probe").orElseThrow();
            versions.retire("probe", "1.1.0");
            CountDownLatch gone = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                while (!closed(kept.hosted())) {
                    Thread.onSpinWait();
                }
                gone.countDown();
            });
            assertThat(gone.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            kept.close();
        }
    }

    @Test
    void the_highest_version_is_the_newest_whichever_came_last() {
        try (Versions versions = new Versions(Duration.ofSeconds(1))) {
            upgraded(versions, Mode.IN_PROCESS, 10);
            upgraded(versions, Mode.IN_PROCESS, 9);
            assertThat(versions.newest("probe")).contains("1.10.0");
            assertThat(versions.newest("other")).isEmpty();
            assertThat(versions.lease("probe", "1.9.0")).isPresent();
        }
    }

    private static boolean closed(Hosted hosted) {
        try {
            Steps.run(hosted, "x");
            return false;
        } catch (PluginFailure failure) {
            return failure.kind() == PluginFailure.Kind.NOT_CALLED;
        }
    }
}
