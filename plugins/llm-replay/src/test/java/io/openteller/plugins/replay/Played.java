package io.openteller.plugins.replay;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A call whose way out leads to a recording. */
final class Played implements CallContext {

    private final Recorded recorded;
    private final Map<String, String> settings;
    HttpRequest sent;

    Played(Recorded recorded, Map<String, String> settings) {
        this.recorded = recorded;
        this.settings = settings;
    }

    @Override
    public Http http() {
        return request -> {
            sent = request;
            return new Answer(recorded);
        };
    }

    private record Answer(Recorded recorded) implements HttpAnswer {

        @Override
        public int status() {
            return recorded.status();
        }

        @Override
        public String header(String name) {
            return recorded.headers().get(name.toLowerCase(Locale.ROOT));
        }

        /** In small parts, so that no event comes whole. */
        @Override
        public InputStream body() {
            return new ByteArrayInputStream(recorded.body()) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    return super.read(into, offset, Math.min(length, 7));
                }
            };
        }

        @Override
        public void close() {
            // There is nothing to hang up.
        }
    }

    @Override
    public String bank() {
        return "replay";
    }

    @Override
    public String callId() {
        return recorded.name();
    }

    @Override
    public String trace() {
        return "replay";
    }

    @Override
    public Instant deadline() {
        return Instant.now().plusSeconds(60);
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public String setting(String name) {
        return settings.get(name);
    }
}
