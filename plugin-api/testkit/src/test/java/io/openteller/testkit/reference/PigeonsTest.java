package io.openteller.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.CallContext;
import io.openteller.spi.channel.MessageChannel;
import io.openteller.spi.channel.OutgoingMessage;
import io.openteller.spi.channel.Received;
import io.openteller.spi.channel.Sent;
import io.openteller.spi.channel.Webhook;
import io.openteller.testkit.MessageChannelContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pigeons keep the contract of channels; spoilt ones are found. */
class PigeonsTest {

    abstract static class Shared extends MessageChannelContract {

        private final Pigeons pigeons;

        Shared(Pigeons pigeons) {
            this.pigeons = pigeons;
        }

        @Override
        protected MessageChannel channel() {
            return pigeons;
        }

        @Override
        protected Delivery delivery(String text) {
            byte[] body = ("id-1\ncustomer-1\n" + text).getBytes(StandardCharsets.UTF_8);
            return new Delivery(
                    "POST", "/", Map.of(Pigeons.SIGNATURE, Pigeons.signature(settings().getOrDefault("secret", ""), body)), body);
        }

        @Override
        protected List<String> taken() {
            return pigeons.taken;
        }

        @Override
        protected void provider(boolean outOfOrder) {
            pigeons.outOfOrder = outOfOrder;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("secret", "a secret of pigeons");
        }

        @Override
        protected void restart() {}
    }

    static class Kept extends Shared {
        Kept() {
            super(new Pigeons());
        }
    }

    @Test
    void they_keep_the_contract() {
        assertThat(Failing.of(Kept.class)).isEmpty();
    }

    static class Believing extends Shared {
        Believing() {
            super(new Pigeons() {
                @Override
                boolean isSigned(String secret, @Nullable String signature, byte[] body) {
                    return signature != null;
                }
            });
        }
    }

    @Test
    void a_signature_that_nobody_looks_at_is_found() {
        assertThat(Failing.of(Believing.class))
                .contains("what_was_changed_on_its_way_is_not_believed", "garbage_under_a_signature_of_something_else_is_not_believed");
    }

    static class Repeating extends Shared {
        Repeating() {
            super(new Pigeons() {
                @Override
                public Sent send(CallContext context, OutgoingMessage message) {
                    Sent before = super.send(context, message);
                    return before instanceof Sent.Accepted ? taken(message) : before;
                }
            });
        }
    }

    @Test
    void a_message_that_is_sent_at_every_call_is_found() {
        assertThat(Failing.of(Repeating.class)).containsExactly("a_message_reaches_the_provider_once_however_often_it_is_called");
    }

    static class Numbering extends Shared {
        Numbering() {
            super(new Pigeons() {
                private int number;

                @Override
                public Received receive(CallContext context, Webhook webhook) {
                    return super.receive(context, webhook) instanceof Received.Messages got
                            ? Received.messages(got.messages().stream()
                                    .map(one -> new Received.Incoming("" + number++, one.from(), one.name(), one.text(), one.at()))
                                    .toList())
                            : Received.unsigned();
                }
            });
        }
    }

    @Test
    void ids_that_are_not_the_providers_own_are_found() {
        assertThat(Failing.of(Numbering.class)).containsExactly("the_same_delivery_twice_is_the_same_message");
    }

    static class Telling extends Shared {
        Telling() {
            super(new Pigeons() {
                @Override
                public Sent send(CallContext context, OutgoingMessage message) {
                    return outOfOrder ? Sent.unavailable("not sent: " + message.text()) : super.send(context, message);
                }
            });
        }
    }

    @Test
    void a_detail_that_tells_what_was_written_is_found() {
        assertThat(Failing.of(Telling.class)).containsExactly("a_provider_that_is_out_of_order_is_unavailable");
    }

    static class Throwing extends Shared {
        Throwing() {
            super(new Pigeons() {
                @Override
                public Received receive(CallContext context, Webhook webhook) {
                    if (webhook.body().length == 0) {
                        throw new IllegalArgumentException("empty");
                    }
                    return super.receive(context, webhook);
                }
            });
        }
    }

    @Test
    void an_exception_at_garbage_is_found() {
        assertThat(Failing.of(Throwing.class)).containsExactly("garbage_under_a_signature_of_something_else_is_not_believed");
    }
}
