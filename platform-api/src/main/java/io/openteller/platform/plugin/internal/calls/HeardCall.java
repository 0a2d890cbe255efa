package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.Trials.Exchange;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A call whose exchanges with other machines are kept, up to their first {@link #MOST} bytes. */
record HeardCall(CallContext call, Masks masks, List<Exchange> heard) implements CallContext {

    private static final int MOST = 64 * 1024;

    @Override
    public String bank() {
        return call.bank();
    }

    @Override
    public String callId() {
        return call.callId();
    }

    @Override
    public String trace() {
        return call.trace();
    }

    @Override
    public Instant deadline() {
        return call.deadline();
    }

    @Override
    public boolean cancelled() {
        return call.cancelled();
    }

    @Override
    public @Nullable String setting(String name) {
        return call.setting(name);
    }

    @Override
    public Http http() {
        return request -> {
            long begun = System.nanoTime();
            try {
                return new Listened(call.http().call(request), request, begun);
            } catch (Http.HttpFault fault) {
                heard.add(exchange(request, begun, null, null, fault.kind() + ": " + masks.text(String.valueOf(fault.getMessage()))));
                throw fault;
            }
        };
    }

    private Exchange exchange(
            HttpRequest request, long begun, @Nullable Integer status, @Nullable String answer, @Nullable String fault) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(one -> headers.put(one.name(), masks.header(one.name(), one.value())));
        return new Exchange(
                request.method(),
                masks.text(request.address().toString()),
                headers,
                masks.text(text(request.body(), request.body().length)),
                status,
                answer,
                fault,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(length, MOST), StandardCharsets.UTF_8);
    }

    /** Noted when the plugin has read it. */
    private final class Listened implements HttpAnswer {

        private final HttpAnswer answer;
        private final HttpRequest request;
        private final long begun;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final InputStream body;
        private boolean noted;

        Listened(HttpAnswer answer, HttpRequest request, long begun) {
            this.answer = answer;
            this.request = request;
            this.begun = begun;
            this.body = new FilterInputStream(answer.body()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    if (one >= 0 && read.size() < MOST) {
                        read.write(one);
                    }
                    return one;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int count = super.read(into, offset, length);
                    if (count > 0 && read.size() < MOST) {
                        read.write(into, offset, count);
                    }
                    return count;
                }
            };
        }

        @Override
        public int status() {
            return answer.status();
        }

        @Override
        public @Nullable String header(String name) {
            return answer.header(name);
        }

        @Override
        public InputStream body() {
            return body;
        }

        @Override
        public void close() {
            if (!noted) {
                noted = true;
                byte[] bytes = read.toByteArray();
                heard.add(exchange(request, begun, answer.status(), masks.text(text(bytes, bytes.length)), null));
            }
            answer.close();
        }
    }
}
