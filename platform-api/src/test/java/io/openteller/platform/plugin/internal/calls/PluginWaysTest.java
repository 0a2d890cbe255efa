package io.openteller.platform.plugin.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.packages.Manifest;
import io.openteller.platform.egress.LiveEgress;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PluginWaysTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final List<Passage> asked = new ArrayList<>();
    private final LiveEgress egress = (request, passage) -> {
        asked.add(passage);
        throw new HttpFault(HttpFault.Kind.UNREACHABLE, "nobody is there");
    };
    private final PluginWays ways = new PluginWays(egress, Clock.fixed(NOW, ZoneOffset.UTC), List.of("localhost"));
    private final AtomicBoolean gone = new AtomicBoolean();

    private Passage passage(String... hosts) {
        Manifest manifest =
                ManifestBuilder.reader("reader", "1.0.0").calling(hosts).build();
        assertThatThrownBy(() -> ways.open(manifest, new Call(gone)).call(HttpRequest.get(URI.create("https://any.example/"))))
                .isInstanceOf(HttpFault.class);
        return asked.getLast();
    }

    private record Call(AtomicBoolean gone) implements CallContext {

        @Override
        public String bank() {
            return "bank";
        }

        @Override
        public String callId() {
            return "call-1";
        }

        @Override
        public String trace() {
            return "trace";
        }

        @Override
        public Instant deadline() {
            return NOW.plusSeconds(5);
        }

        @Override
        public boolean cancelled() {
            return gone.get();
        }

        @Override
        public @Nullable String setting(String name) {
            return null;
        }

        @Override
        public Http http() {
            throw new IllegalStateException("it is what is tested");
        }
    }

    @Test
    void what_is_declared_is_open_and_nothing_else() {
        assertThat(passage("one.example").allowed().names()).containsExactly("one.example");
        assertThat(passage("two.example").allowed().names()).containsExactly("two.example");
        assertThat(passage().allowed().names()).isEmpty();
    }

    @Test
    void a_call_ends_a_little_before_its_caller_has_gone() {
        Passage passage = passage();
        assertThat(passage.within()).isLessThan(Duration.ofSeconds(5)).isGreaterThan(Duration.ofMillis(4_900));
        assertThat(passage.unwanted().getAsBoolean()).isFalse();
        gone.set(true);
        assertThat(passage.unwanted().getAsBoolean()).isTrue();
        assertThat(passage.mostBytes()).isEqualTo(16 * 1024 * 1024);
    }

    @Test
    void what_the_operator_named_is_open_inside_and_nothing_else() throws Exception {
        Passage passage = passage();
        assertThat(passage.insides().allow(URI.create("http://localhost:11434/"), InetAddress.getLoopbackAddress()))
                .isTrue();
        assertThat(passage.insides().allow(URI.create("http://core.example/"), InetAddress.getByName("10.0.0.1")))
                .isFalse();
    }
}
