package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.channel.MessageChannel;
import io.openteller.spi.channel.OutgoingMessage;
import io.openteller.spi.channel.Received;
import io.openteller.spi.channel.Sent;
import io.openteller.spi.channel.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A provider of messages, over a server of the test's own. */
public abstract class MessageChannelContract extends PluginUnderTest {

    protected abstract MessageChannel channel();

    /** A delivery of the message {@code text}, signed as the provider signs. */
    protected abstract Delivery delivery(String text);

    /** What the provider has taken from us, oldest first. */
    protected abstract List<String> taken();

    /** From now on, whether the provider is out of order. */
    protected abstract void provider(boolean outOfOrder);

    /** One delivery. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Delivery(String method, String target, Map<String, String> headers, byte[] body) implements Webhook {

        @Override
        public @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        Delivery with(String body) {
            return new Delivery(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One message to a customer. */
    public record Message(String to, String text, boolean byAssistant) implements OutgoingMessage {}

    private Message hello() {
        return new Message("customer-1", "Your card is on its way.", true);
    }

    @Test
    void what_a_customer_wrote_is_read() {
        assertThat(channel().receive(call(), delivery("Where is my card?")))
                .isInstanceOfSatisfying(Received.Messages.class, got -> assertThat(got.messages())
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.text()).isEqualTo("Where is my card?");
                            assertThat(one.id()).isNotBlank();
                            assertThat(one.from()).isNotBlank();
                        }));
    }

    @Test
    void what_was_changed_on_its_way_is_not_believed() {
        Delivery signed = delivery("Where is my card?");
        String changed = new String(signed.body(), StandardCharsets.UTF_8).replace("card", "loan");
        assertThat(channel().receive(call(), signed.with(changed))).isInstanceOf(Received.Unsigned.class);
    }

    @Test
    void what_is_not_signed_is_not_believed() {
        Delivery signed = delivery("Where is my card?");
        var bare = new Delivery(signed.method(), signed.target(), Map.of(), signed.body());
        assertThat(channel().receive(call(), bare)).isInstanceOf(Received.Unsigned.class);
    }

    @Test
    void the_same_delivery_twice_is_the_same_message() {
        Delivery signed = delivery("Where is my card?");
        assertThat(channel().receive(call(), signed)).isEqualTo(channel().receive(call(), signed));
    }

    @Test
    void a_message_reaches_the_provider_once_however_often_it_is_called() {
        Sent first = channel().send(call("send-1"), hello());
        assertThat(first).isInstanceOf(Sent.Accepted.class);
        assertThat(channel().send(call("send-1"), hello())).isEqualTo(first);
        assertThat(taken()).hasSize(1).allSatisfy(one -> assertThat(one).contains("on its way"));
    }

    @Test
    void a_provider_that_is_out_of_order_is_unavailable() {
        provider(true);
        Sent refused = channel().send(call(), hello());
        assertThat(refused).isInstanceOf(Sent.Unavailable.class);
        assertThat(refused.toString()).as("what operators read").doesNotContain("on its way");
    }

    @Test
    void garbage_under_a_signature_of_something_else_is_not_believed() {
        Delivery signed = delivery("Where is my card?");
        for (String garbage : List.of("", "{", "null", "[[[[", "\u0000", "x".repeat(1024 * 1024))) {
            assertThat(channel().receive(call(), signed.with(garbage))).isInstanceOf(Received.Unsigned.class);
        }
    }

    @Test
    void letters_of_every_script_arrive_as_they_were_written() {
        String text = "Où est ma carte ? 💳 मेरा कार्ड कहाँ है";
        assertThat(channel().receive(call(), delivery(text)))
                .isInstanceOfSatisfying(Received.Messages.class, got -> assertThat(got.messages())
                        .extracting(Received.Incoming::text)
                        .containsExactly(text));
    }

    @Test
    void without_settings_nothing_is_believed_and_nothing_sent() {
        var unset = new TestCall(bank, "send-2", Instant.now().plusSeconds(60), Map.of());
        assertThat(channel().receive(unset, delivery("Hello"))).isNotInstanceOf(Received.Messages.class);
        assertThat(channel().send(unset, hello())).isNotInstanceOf(Sent.Accepted.class);
    }
}
