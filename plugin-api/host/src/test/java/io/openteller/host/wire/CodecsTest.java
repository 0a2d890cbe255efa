package io.openteller.host.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.spi.Capability;
import io.openteller.spi.ClientCertificate;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.spi.banking.OperationProvider.Past;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.channel.MessageChannel;
import io.openteller.spi.channel.Received;
import io.openteller.spi.channel.Sent;
import io.openteller.spi.identity.OneTimeCode;
import io.openteller.spi.knowledge.DocumentSource;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.EmbeddingModel;
import io.openteller.spi.llm.EmbeddingResult;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {

    private static final List<Class<?>> POINTS = List.of(
            OpentellerPlugin.class, AccountReader.class, CardControl.class, CustomerDirectory.class, DisputeDesk.class,
            TransactionReader.class, MessageChannel.class, OneTimeCode.class, DocumentSource.class, ChatModel.class,
            EmbeddingModel.class, StepProvider.class, OperationProvider.class);

    private static Type result(Class<?> point, String method) {
        return Arrays.stream(point.getMethods())
                .filter(one -> one.getName().equals(method))
                .findFirst()
                .orElseThrow()
                .getGenericReturnType();
    }

    private static Object carried(Type type, Object value) {
        Out out = new Out();
        Codecs.of(type).write(out, value);
        In in = read(out.frame());
        Object back = Codecs.of(type).read(in);
        in.atEnd();
        return java.util.Objects.requireNonNull(back);
    }

    private static In read(ByteBuffer frame) {
        return new In(frame.array(), 4, frame.limit(), Borrowing.NONE);
    }

    @Test
    void every_method_of_the_plugin_interface_can_be_carried() {
        assertThat(POINTS).allSatisfy(point -> assertThat(Shape.of(point).calls()).isNotEmpty());
    }

    @Test
    void a_request_travels_with_the_certificate_that_it_shows_and_without_one() {
        HttpRequest plain = HttpRequest.get(URI.create("https://api.bank.example/"));
        ClientCertificate certificate = new ClientCertificate("material", null, "authorities");
        assertThat(((HttpRequest) carried(HttpRequest.class, plain.withCertificate(certificate))).certificate())
                .isEqualTo(certificate);
        assertThat(((HttpRequest) carried(HttpRequest.class, plain)).certificate()).isNull();
    }

    @Test
    void values_arrive_as_they_were() {
        Instant now = Instant.parse("2026-11-21T10:15:30.123456789Z");
        var account = new AccountReader.Account("A1", "SAVINGS", "Überschuss 🏦", "1234", new Money(-5, "EUR"));
        Type accounts = result(AccountReader.class, "accounts");
        for (Outcome<?> outcome : List.of(
                Outcome.done(List.of(account, account), now),
                Outcome.notFound("x"), Outcome.refused(""), Outcome.unavailable("y"))) {
            assertThat(carried(accounts, outcome)).isEqualTo(outcome);
        }
        var loan = new CustomerDirectory.Loan("L", "HOME", new Money(1, "EUR"), 525, new Money(2, "EUR"), LocalDate.of(2027, 2, 1));
        var investment = new CustomerDirectory.Investment("I", "BOND", "B", new Money(Long.MIN_VALUE, "EUR"), null);
        Outcome<?> holdings = Outcome.done(new CustomerDirectory.Holdings(List.of(loan), List.of(investment)), now);
        assertThat(carried(result(CustomerDirectory.class, "holdings"), holdings)).isEqualTo(holdings);
        for (Object one : List.of(
                ChatResult.limited(Duration.ofMillis(1500)), ChatResult.limited(null),
                ChatResult.answered("text", new ChatResult.Usage(1, Integer.MAX_VALUE), "m"))) {
            assertThat(carried(ChatResult.class, one)).isEqualTo(one);
        }
        for (Object one : List.of(Received.challenge("c"), Received.unsigned(),
                Received.messages(List.of(new Received.Incoming("1", "+44", "", "hello", now))))) {
            assertThat(carried(Received.class, one)).isEqualTo(one);
        }
        assertThat(carried(Sent.class, Sent.accepted("r"))).isEqualTo(Sent.accepted("r"));
        assertThat(carried(OneTimeCode.Check.class, OneTimeCode.Check.wrong(2))).isEqualTo(OneTimeCode.Check.wrong(2));
        assertThat(carried(StepResult.class, StepResult.unknown("?"))).isEqualTo(StepResult.unknown("?"));
        for (Past past : List.of(Past.performed("{\"blockedAt\": \"…\"}"), Past.never(), Past.unknown())) {
            Outcome<?> outcome = Outcome.done(past, now);
            assertThat(carried(result(OperationProvider.class, "reconcile"), outcome)).isEqualTo(outcome);
        }
        Outcome<?> names = Outcome.done(List.of("cards.block/v1", "cards.list/v1"), now);
        assertThat(carried(result(OperationProvider.class, "supplied"), names)).isEqualTo(names);
        var operation = new Capability.Operation(
                "pay", Capability.RiskClass.MONEY, Capability.Assurance.STEPPED_UP, false, true);
        var capability = new Capability("X", List.of(operation));
        assertThat(carried(Capability.class, capability)).isEqualTo(capability);
    }

    @Test
    void arrays_arrive_as_they_were() {
        var embedded = (EmbeddingResult.Embedded) carried(
                EmbeddingResult.class, EmbeddingResult.embedded(List.of(new float[] {1, Float.NaN}), ChatResult.Usage.NONE, "m"));
        assertThat(embedded.vectors().getFirst()).containsExactly(1, Float.NaN);
        var request = (HttpRequest) carried(
                HttpRequest.class, HttpRequest.postJson(URI.create("https://bank.example/a?b"), "{}").withHeader("A", "b"));
        assertThat(request.address()).hasToString("https://bank.example/a?b");
        assertThat(request.headers()).hasSize(2);
        assertThat(request.body()).asString().isEqualTo("{}");
    }

    @Test
    void a_list_that_grows_while_it_is_written_does_not_bring_the_message_out_of_step() {
        List<Object> growing = new java.util.ArrayList<>(List.of("a")) {
            private static final long serialVersionUID = 1;

            @Override
            public int size() {
                return 1_000;
            }
        };
        assertThat(carried(result(ChatModel.class, "models"), growing)).isEqualTo(List.of("a"));
    }

    @Test
    void a_message_of_more_than_sixteen_megabytes_is_not_written() {
        Out out = new Out();
        assertThatThrownBy(() -> out.block(new byte[17 << 20])).isInstanceOf(Malformed.class).hasMessageContaining("16 MB");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nonsense_is_malformed_and_nothing_worse(long seed) {
        Random random = new Random(seed);
        List<Codec> codecs = Stream.of(
                        ChatResult.class, Received.class, StepResult.class, EmbeddingResult.class, Capability.class,
                        HttpRequest.class, result(AccountReader.class, "accounts"),
                        result(CustomerDirectory.class, "profile"), result(DocumentSource.class, "list"),
                        result(OperationProvider.class, "reconcile"))
                .map(Codecs::of)
                .toList();
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                // Small numbers are what gets furthest.
                bytes[j] = random.nextInt(3) > 0 ? (byte) random.nextInt(4) : bytes[j];
            }
            try {
                codecs.get(i % codecs.size()).read(new In(bytes, 0, bytes.length, Borrowing.NONE));
                read++;
            } catch (Malformed expected) {
                assertThat(expected).hasMessageNotContaining("io.openteller.host");
            }
        }
        assertThat(read).as("some of it happens to be a value").isPositive();
    }
}
