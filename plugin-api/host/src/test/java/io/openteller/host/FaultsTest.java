package io.openteller.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openteller.host.PluginFailure.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plugins do that they should not, in both modes. After each of it the next call is answered. */
class FaultsTest {

    @TempDir
    Path folder;

    private Hosted hosting(Mode mode, String run) {
        return PluginHost.open(
                Steps.doing(folder, "if (call.step().equals(\"well\")) return done(\"well\");\n" + run),
                mode,
                HostOptions.usual());
    }

    private static PluginFailure failure(Hosted hosted, String step) {
        PluginFailure failure = catchThrowableOfType(PluginFailure.class, () -> Steps.run(hosted, step));
        assertThat(failure).as("a failure of %s", step).isNotNull();
        return failure;
    }

    private static void stillAnswers(Hosted hosted) {
        assertThat(Steps.run(hosted, "well")).isEqualTo("well");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void what_is_thrown_is_a_failure_that_says_where(Mode mode) {
        try (Hosted hosted = hosting(mode, """
                switch (call.step()) {
                    case "exception": throw new IllegalStateException("no such ledger");
                    case "checked": throw new IOException("checked");
                    case "error": throw new LinkageError("linked to nothing");
                    case "deep": return run2(context, call);
                    case "evil": throw new RuntimeException() {
                        public String getMessage() { throw new IllegalStateException("gotcha"); }
                    };
                    default: return null;
                }
                """)) {
            PluginFailure thrown = failure(hosted, "exception");
            assertThat(thrown.kind()).isEqualTo(Kind.THREW);
            assertThat(thrown.said()).isEqualTo("no such ledger");
            assertThat(thrown).hasMessageContaining("IllegalStateException at probe.Probe.run2").hasNoCause();
            assertThat(thrown.getMessage() + thrown.trace()).doesNotContain("ledger");
            assertThat(thrown.trace()).contains("probe.Probe.run2");
            assertThat(failure(hosted, "checked").said()).isEqualTo("checked");
            assertThat(failure(hosted, "error")).hasMessageContaining("LinkageError");
            assertThat(failure(hosted, "deep")).hasMessageContaining("StackOverflowError");
            assertThat(failure(hosted, "evil").said()).isEmpty();
            assertThat(failure(hosted, "null")).hasMessageContaining("returned nothing");
            stillAnswers(hosted);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void ten_megabytes_are_carried_and_printing_them_holds_nobody_up(Mode mode) {
        try (Hosted hosted = hosting(mode, """
                if (call.step().equals("print")) {
                    if (PRINT) { System.out.println("x".repeat(10_000_000)); System.err.print("y\\n".repeat(1_000_000)); }
                    return done("printed");
                }
                return done("x".repeat(10_000_000));
                """.replace("PRINT", mode == Mode.ISOLATED ? "true" : "false"))) {
            assertThat(Steps.run(hosted, "big")).hasSize(10_000_000);
            assertThat(Steps.run(hosted, "print")).isEqualTo("printed");
            stillAnswers(hosted);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void system_exit_ends_nothing(Mode mode) {
        try (Hosted hosted = hosting(mode, """
                if (call.step().equals("halt")) { Runtime.getRuntime().halt(7); }
                System.exit(7);
                return done("left");
                """)) {
            assertThat(failure(hosted, "exit")).hasMessageContaining("System.exit is closed to plugins");
            assertThat(failure(hosted, "halt")).hasMessageContaining("Runtime.halt is closed to plugins");
            stillAnswers(hosted);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void no_process_is_started(Mode mode) {
        Path proof = folder.resolve("proof");
        try (Hosted hosted = hosting(mode, """
                String[] command = {"/bin/touch", "PROOF"};
                switch (call.step()) {
                    case "builder": new ProcessBuilder(command).start().waitFor(); break;
                    case "runtime": Runtime.getRuntime().exec(command).waitFor(); break;
                    default:
                }
                return done("started");
                """.replace("PROOF", proof.toString()))) {
            assertThat(failure(hosted, "builder"))
                    .hasMessageContaining("NoClassDefFoundError")
                    .hasMessageContaining("java.lang.ProcessBuilder is closed to plugins");
            assertThat(failure(hosted, "runtime")).hasMessageContaining("Runtime.exec is closed to plugins");
            assertThat(proof).doesNotExist();
            stillAnswers(hosted);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void no_socket_arrives(Mode mode) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Hosted hosted = hosting(mode, """
                        int port = PORT;
                        switch (call.step()) {
                            case "socket": new Socket("127.0.0.1", port).close(); break;
                            case "channel": java.nio.channels.SocketChannel.open(new InetSocketAddress("127.0.0.1", port)).close(); break;
                            case "client": java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port)).build(), java.net.http.HttpResponse.BodyHandlers.discarding()); break;
                            case "stream": new URL("http://127.0.0.1:" + port).openStream().close(); break;
                            default:
                        }
                        return done("arrived");
                        """.replace("PORT", "" + listening.getLocalPort()))) {
            for (String way : new String[] {"socket", "channel", "client", "stream"}) {
                assertThat(failure(hosted, way)).hasMessageContaining("closed to plugins");
            }
            listening.setSoTimeout(200);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
            stillAnswers(hosted);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_bank_sees_its_own_settings_only(Mode mode) {
        try (Hosted hosted = hosting(mode, """
                String found = "";
                for (Thread thread : Thread.getAllStackTraces().keySet()) { found += thread.getName(); }
                return done(context.bank() + " " + context.setting("key") + " " + System.getenv());
                """)) {
            var harbour = TestContext.of("harbour", Map.of("key", "harbour-secret"), Duration.ofSeconds(5));
            var meridian = TestContext.of("meridian", Map.of("key", "meridian-secret"), Duration.ofSeconds(5));
            assertThat(Steps.run(hosted, "read", harbour)).startsWith("harbour harbour-secret").doesNotContain("meridian");
            assertThat(Steps.run(hosted, "read", meridian)).startsWith("meridian meridian-secret").doesNotContain("harbour");
            if (mode == Mode.ISOLATED) {
                assertThat(Steps.run(hosted, "read", harbour)).endsWith("{}");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void threads_left_behind_harm_nobody(Mode mode) {
        Hosted hosted = hosting(mode, """
                for (int i = 0; i < 50; i++) {
                    Thread leaked = new Thread(() -> {
                        try { Thread.sleep(3_600_000); } catch (InterruptedException stop) { }
                    }, "leaked-probe");
                    leaked.start();
                }
                return done("leaked");
                """);
        assertThat(Steps.run(hosted, "leak")).isEqualTo("leaked");
        stillAnswers(hosted);
        hosted.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("leaked-probe")) {
                assertThat(joined(thread)).as("a leaked thread ended").isTrue();
            }
        }
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "loop", "memory", "kill"})
    void a_dead_process_is_a_failed_call_and_comes_back(String way) throws Exception {
        try (Hosted hosted = hosting(Mode.ISOLATED, """
                switch (call.step()) {
                    case "exit": Class.forName("java.lang.Runtime").getMethod("halt", int.class).invoke(Runtime.getRuntime(), 9);
                    case "loop": while (true) { Thread.interrupted(); }
                    case "memory": List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[1 << 20]); }
                    case "kill": Files.writeString(Path.of("RUNNING"), "" + ProcessIdOf.me()); Thread.sleep(20_000);
                }
                return done("never");
                """.replace("ProcessIdOf.me()", "Files.readSymbolicLink(Path.of(\"/proc/self\"))")
                        .replace("RUNNING", folder.resolve("running").toString()))) {
            long before = hosted.process().orElseThrow();
            if (way.equals("kill")) {
                Thread.ofVirtual().start(() -> {
                    while (!Files.exists(folder.resolve("running"))) {
                        Thread.onSpinWait();
                    }
                    ProcessHandle.of(before).orElseThrow().destroyForcibly();
                });
            }
            var context = TestContext.within(Duration.ofSeconds(way.equals("loop") ? 2 : 20));
            PluginFailure failure = catchThrowableOfType(PluginFailure.class, () -> Steps.run(hosted, way, context));
            assertThat(failure).isNotNull();
            switch (way) {
                case "exit" -> assertThat(failure).hasMessageContaining("ended with 9");
                case "memory" -> assertThat(failure).hasMessageContaining("out of memory");
                case "kill" -> assertThat(failure).hasMessageContaining("ended with 137");
                default -> assertThat(failure.kind()).isEqualTo(Kind.TOO_SLOW);
            }
            stillAnswers(hosted);
            assertThat(hosted.process().orElseThrow()).isNotEqualTo(before);
            assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }
}
