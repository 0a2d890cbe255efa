package io.openteller.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openteller.host.HostOptions.Network;
import io.openteller.host.PluginFailure.Kind;
import io.openteller.packages.VerifiedPackage;
import io.openteller.spi.Capability;
import io.openteller.spi.Http;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.Tool;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsolatedTest {

    @TempDir
    Path folder;

    private Hosted hosting(String run) {
        return PluginHost.open(Steps.doing(folder, run), Mode.ISOLATED, HostOptions.usual());
    }

    @ParameterizedTest
    @EnumSource(value = Network.class, names = {"AUTO", "OFF"})
    void what_goes_round_the_class_loader_finds_the_doors_of_the_process_shut(Network network) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Hosted hosted = PluginHost.open(Steps.doing(folder, """
                        ClassLoader system = ClassLoader.getSystemClassLoader();
                        InetSocketAddress there = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), PORT);
                        Object made;
                        try {
                            switch (call.step()) {
                                case "socket":
                                    made = system.loadClass("java.net.Socket").getConstructor(InetAddress.class, int.class)
                                        .newInstance(there.getAddress(), PORT);
                                    break;
                                case "channel":
                                    made = system.loadClass("java.nio.channels.SocketChannel").getMethod("open", SocketAddress.class)
                                        .invoke(null, there);
                                    break;
                                case "unix":
                                    made = system.loadClass("java.nio.channels.SocketChannel").getMethod("open", SocketAddress.class)
                                        .invoke(null, UnixDomainSocketAddress.of("/tmp/any"));
                                    break;
                                case "datagram":
                                    made = system.loadClass("java.net.DatagramSocket").getConstructor().newInstance();
                                    break;
                                case "url":
                                    made = URL.class.getMethod("openStream").invoke(new URL("http://127.0.0.1:PORT/"));
                                    break;
                                case "name":
                                    made = InetAddress.getByName("secret.evil.example");
                                    break;
                                case "process":
                                    System.setProperty("jdk.lang.Process.launchMechanism", "FORK");
                                    made = Runtime.class.getMethod("exec", String.class).invoke(Runtime.getRuntime(), "/bin/true");
                                    break;
                                case "native":
                                    made = System.class.getMethod("load", String.class).invoke(null, "/lib/x86_64-linux-gnu/libc.so.6");
                                    break;
                                default:
                                    made = "?";
                            }
                        } catch (java.lang.reflect.InvocationTargetException failure) {
                            return done("shut: " + failure.getCause());
                        } catch (Exception | Error failure) {
                            return done("shut: " + failure);
                        }
                        return done("open: " + made);
                        """.replace("PORT", "" + listening.getLocalPort())),
                        Mode.ISOLATED, HostOptions.usual().withNetwork(network))) {
            for (String way : List.of("socket", "channel", "unix", "datagram", "url", "name", "process", "native")) {
                String said = Steps.run(hosted, way);
                assertThat(said).as(way).startsWith("shut: ");
                if (way.equals("name")) {
                    assertThat(said).contains("not looked up");
                }
            }
            assertThat(Steps.run(hosted, "socket")).contains("CallContext.http()");
            listening.setSoTimeout(200);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void the_platform_calls_other_machines_for_it_and_bodies_come_in_pieces() {
        String body = "line of a body\n".repeat(20_000);
        List<String> asked = new ArrayList<>();
        CountDownLatch hungUp = new CountDownLatch(1);
        Http http = request -> {
            asked.add(request.method() + " " + request.address() + " " + request.headers().getFirst().value() + " "
                    + new String(request.body(), StandardCharsets.UTF_8));
            if (request.address().getHost().equals("evil.example")) {
                throw new Http.HttpFault(Http.HttpFault.Kind.NOT_ALLOWED, "evil.example is not declared");
            }
            return new TestAnswer(body, hungUp);
        };
        try (Hosted hosted = hosting("""
                var request = HttpRequest.postJson(URI.create("https://" + call.step() + "/a"), "{}");
                try (var answer = context.http().call(request)) {
                    String text = new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                    return done(answer.status() + " " + answer.header("X-One") + " " + answer.header("X-Two") + " " + text.length());
                } catch (Http.HttpFault fault) {
                    return done(fault.kind() + " " + fault.getMessage());
                }
                """)) {
            var context = TestContext.within(Duration.ofSeconds(5)).with(http);
            assertThat(Steps.run(hosted, "bank.example", context)).isEqualTo("200 one null " + body.length());
            assertThat(hungUp.getCount()).isZero();
            assertThat(Steps.run(hosted, "evil.example", context)).isEqualTo("NOT_ALLOWED evil.example is not declared");
            assertThat(asked.getFirst()).isEqualTo("POST https://bank.example/a application/json {}");
        }
    }

    private record TestAnswer(String text, CountDownLatch hungUp) implements HttpAnswer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public @Nullable String header(String name) {
            return name.equals("X-One") ? "one" : null;
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            hungUp.countDown();
        }
    }

    @Test
    void a_model_is_asked_and_its_pieces_come_back_until_no_more_are_wanted() {
        VerifiedPackage model = TestPackage.of(folder, "1.0.0", ChatModel.class, """
                public List<String> models(CallContext context) { return List.of("small", "large"); }
                public io.openteller.spi.llm.ChatResult chat(CallContext context, io.openteller.spi.llm.ChatRequest request) {
                    StringBuilder said = new StringBuilder();
                    request.messages().forEach(one -> said.append(one.role()).append(one.text()).append(one.toolCallId()));
                    request.tools().forEach(one -> said.append(one.name()));
                    return io.openteller.spi.llm.ChatResult.calling(said.toString() + request.schema() + request.temperature(),
                        List.of(new io.openteller.spi.llm.ToolCall("1", "pay", "{}")),
                        new io.openteller.spi.llm.ChatResult.Usage(3, 4), "small");
                }
                public io.openteller.spi.llm.ChatResult stream(CallContext context, io.openteller.spi.llm.ChatRequest request, Pieces pieces) {
                    for (int i = 0; i < 1_000; i++) {
                        if (!pieces.take("p" + i)) {
                            return io.openteller.spi.llm.ChatResult.cancelled(io.openteller.spi.llm.ChatResult.Usage.NONE);
                        }
                    }
                    return io.openteller.spi.llm.ChatResult.answered("all", io.openteller.spi.llm.ChatResult.Usage.NONE, "small");
                }
                """);
        try (Hosted hosted = PluginHost.open(model, Mode.ISOLATED, HostOptions.usual())) {
            ChatModel chat = hosted.extension(ChatModel.class).orElseThrow();
            var context = TestContext.within(Duration.ofSeconds(5));
            assertThat(chat.models(context)).containsExactly("small", "large");
            assertThat(chat.chat(context, new Question()))
                    .isInstanceOfSatisfying(ChatResult.Answered.class, answered -> {
                        assertThat(answered.text()).isEqualTo("USERwhat is thisnulllook_upnull0.5");
                        assertThat(answered.toolCalls().getFirst().tool()).isEqualTo("pay");
                        assertThat(answered.usage().outputTokens()).isEqualTo(4);
                    });
            List<String> pieces = new ArrayList<>();
            assertThat(chat.stream(context, new Question(), pieces::add)).isInstanceOf(ChatResult.Answered.class);
            assertThat(pieces).hasSize(1_000).startsWith("p0", "p1").endsWith("p999");
            pieces.clear();
            assertThat(chat.stream(context, new Question(), piece -> pieces.add(piece) && pieces.size() < 3))
                    .isInstanceOf(ChatResult.Cancelled.class);
            assertThat(pieces).hasSize(3);
        }
    }

    private record Question() implements ChatRequest, ChatMessage, Tool {
        @Override
        public String model() {
            return "";
        }

        @Override
        public List<ChatMessage> messages() {
            return List.of(this);
        }

        @Override
        public List<Tool> tools() {
            return List.of(this);
        }

        @Override
        public @Nullable String schema() {
            return null;
        }

        @Override
        public int maxOutputTokens() {
            return 10;
        }

        @Override
        public double temperature() {
            return 0.5;
        }

        @Override
        public Role role() {
            return Role.USER;
        }

        @Override
        public String text() {
            return "what is this";
        }

        @Override
        public List<io.openteller.spi.llm.ToolCall> toolCalls() {
            return List.of();
        }

        @Override
        public @Nullable String toolCallId() {
            return null;
        }

        @Override
        public List<String> images() {
            return List.of();
        }

        @Override
        public String name() {
            return "look_up";
        }

        @Override
        public String description() {
            return "Looks something up";
        }
    }

    @Test
    void who_waits_no_more_is_heard_in_the_process() {
        try (Hosted hosted = hosting("""
                if (call.step().equals("polite")) {
                    try { Thread.sleep(20_000); } catch (InterruptedException stop) { return done("stopped " + context.cancelled()); }
                }
                if (call.step().equals("looking")) {
                    while (!context.cancelled()) { Thread.onSpinWait(); }
                    return done("looked");
                }
                return done("interrupted before? " + Thread.currentThread().isInterrupted());
                """)) {
            long process = hosted.process().orElseThrow();
            // A process that has just begun may need all of a short time to load what it answers with.
            Steps.run(hosted, "first");
            assertThat(Steps.run(hosted, "polite", TestContext.within(Duration.ofMillis(100)))).isEqualTo("stopped true");
            var gone = TestContext.within(Duration.ofSeconds(20));
            gone.gone().set(true);
            assertThat(Steps.run(hosted, "looking", gone)).isEqualTo("looked");
            Thread.currentThread().interrupt();
            assertThat(Steps.run(hosted, "polite")).isEqualTo("stopped true");
            assertThat(Thread.interrupted()).as("the caller's own interrupt").isTrue();
            assertThat(Steps.run(hosted, "next")).isEqualTo("interrupted before? false");
            assertThat(hosted.process()).hasValue(process);
        }
    }

    @Test
    void when_one_call_does_not_end_the_others_fail_with_the_reason() throws Exception {
        Path asleep = folder.resolve("asleep");
        try (Hosted hosted = hosting("""
                if (call.step().equals("loop")) { while (true) { Thread.interrupted(); } }
                java.nio.file.Files.createFile(java.nio.file.Path.of("ASLEEP"));
                Thread.sleep(15_000);
                return done("slept");
                """.replace("ASLEEP", asleep.toString()))) {
            List<PluginFailure> failed = new ArrayList<>();
            Thread other = Thread.ofVirtual().start(() -> failed.add(catchThrowableOfType(
                    PluginFailure.class, () -> Steps.run(hosted, "sleep", TestContext.within(Duration.ofSeconds(10))))));
            while (!Files.exists(asleep)) {
                assertThat(other.isAlive()).isTrue();
                Thread.sleep(5);
            }
            PluginFailure loop = catchThrowableOfType(
                    PluginFailure.class, () -> Steps.run(hosted, "loop", TestContext.within(Duration.ofMillis(500))));
            assertThat(loop.kind()).isEqualTo(Kind.TOO_SLOW);
            other.join();
            assertThat(failed.getFirst().kind()).isEqualTo(Kind.ENDED);
            assertThat(failed.getFirst()).hasMessageContaining("another call");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "endless", "negative", "not lent", "no such case", "too much"})
    void what_is_no_answer_costs_the_process_its_life_and_the_call_its_result(String way) {
        try (Hosted hosted = hosting("""
                if (call.step().equals("well")) { return done("well"); }
                Object at = context;
                for (String name : List.of("call", "connection", "channel")) {
                    var field = at.getClass().getDeclaredField(name);
                    field.setAccessible(true);
                    at = field.get(at);
                }
                byte[] bytes = switch (call.step()) {
                    case "unknown" -> new byte[] {0, 0, 0, 1, 99};
                    case "endless" -> new byte[] {127, 0, 0, 0, 2};
                    case "negative" -> new byte[] {-1, -1, -1, -1, 2};
                    case "not lent" -> new byte[] {0, 0, 0, 3, 4, 77, 0};
                    case "no such case" -> new byte[] {0, 0, 0, 2, 2, 44};
                    default -> new byte[] {0, 0, 0, 6, 2, 1, 1, 1, 'x', 'y'};
                };
                ((java.nio.channels.WritableByteChannel) at).write(java.nio.ByteBuffer.wrap(bytes));
                Thread.sleep(20_000);
                return done("never");
                """)) {
            long process = hosted.process().orElseThrow();
            PluginFailure failure = catchThrowableOfType(PluginFailure.class, () -> Steps.run(hosted, way));
            assertThat(failure).isNotNull();
            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(Steps.run(hosted, "well")).isEqualTo("well");
            assertThat(hosted.process().orElseThrow()).isNotEqualTo(process);
        }
    }

    @Test
    void nothing_runs_that_says_other_things_of_itself_than_its_description() {
        VerifiedPackage honest = Steps.doing(folder, "return done(\"\");");
        VerifiedPackage more = declaring(honest, List.of());
        VerifiedPackage less = declaring(honest, List.of(
                honest.manifest().capabilities().getFirst(), Capability.of(AccountReader.class)));
        VerifiedPackage other = declaring(honest, List.of(new Capability("StepProvider", List.of(new Capability.Operation(
                "run", Capability.RiskClass.READ, Capability.Assurance.ANONYMOUS, true, true)))));
        for (Mode mode : Mode.values()) {
            for (VerifiedPackage lying : List.of(more, less, other)) {
                assertThatThrownBy(() -> PluginHost.open(lying, mode, HostOptions.usual()))
                        .isInstanceOf(PluginRejected.class);
            }
            var none = new VerifiedPackage(honest.manifest(), honest.sha256(), honest.trust(), honest.folder(), List.of());
            assertThatThrownBy(() -> PluginHost.open(none, mode, HostOptions.usual()))
                    .isInstanceOf(PluginRejected.class)
                    .hasMessageContaining("brings no extension");
        }
    }

    private static VerifiedPackage declaring(VerifiedPackage honest, List<Capability> capabilities) {
        var is = honest.manifest();
        var manifest = new io.openteller.packages.Manifest(
                is.id(), is.version(), is.spi(), is.name(), is.description(), is.license(), is.publisher(), is.lifecycle(),
                is.kinds(), capabilities, is.egress(), is.dataRead(), is.resources(), is.settings(), is.privacy());
        return new VerifiedPackage(manifest, honest.sha256(), honest.trust(), honest.folder(), honest.extensions());
    }
}
