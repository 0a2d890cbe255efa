package io.openteller.plugins.langchain;

import dev.langchain4j.http.client.HttpRequest;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One call's way out, and what its refusal can be told by. Used by the calling thread alone. */
final class Exchange {

    /** No model says so much; langchain4j keeps every part of a stream several times over. */
    static final int ANSWER = 4 * 1024 * 1024;
    /** As much as ever comes: some hundred vectors as text. */
    static final int VECTORS = Integer.MAX_VALUE - 8;

    private static final byte[] NOTHING = new byte[0];

    private final CallContext call;
    private final int most;
    private final UnaryOperator<String> repair;
    private @Nullable HttpAnswer answer;
    private @Nullable String error;
    private @Nullable HttpFault fault;
    private boolean enough;
    private boolean blocked;

    /**
     * @param most bytes of an answer
     * @param repair of the events of a stream, for what langchain4j would misread
     */
    Exchange(CallContext call, int most, UnaryOperator<String> repair) {
        this.call = call;
        this.most = most;
        this.repair = repair;
    }

    String event(String data) {
        return repair.apply(data);
    }

    /** Null when the server never answered. */
    @Nullable HttpAnswer answer() {
        return answer;
    }

    /** What the server said was wrong; null if it did not. */
    @Nullable String error() {
        return error;
    }

    /** Why the way out ended; null if it did not. */
    @Nullable HttpFault fault() {
        return fault;
    }

    boolean refused() {
        return answer != null && answer.status() / 100 != 2;
    }

    /** Whether the provider's rules about content ended it. */
    boolean blocked() {
        return blocked;
    }

    /** Takes notice of what langchain4j passes over. */
    void saw(String text) {
        blocked |= Errors.blocked(text);
    }

    void failed(String said) {
        if (error == null) {
            error = said;
        }
    }

    void stop() {
        enough = true;
    }

    boolean stopped() {
        return enough;
    }

    HttpAnswer sent(HttpRequest request) throws HttpFault {
        try {
            HttpAnswer got = call.http().call(plain(request));
            answer = got;
            return got;
        } catch (HttpFault none) {
            fault = none;
            throw none;
        }
    }

    private static io.openteller.spi.HttpRequest plain(HttpRequest request) {
        List<io.openteller.spi.HttpRequest.Header> headers = new ArrayList<>();
        request.headers()
                .forEach((name, values) ->
                        values.forEach(value -> headers.add(new io.openteller.spi.HttpRequest.Header(name, value))));
        String body = request.body();
        return new io.openteller.spi.HttpRequest(
                request.method().name(),
                URI.create(request.url()),
                headers,
                body == null ? NOTHING : body.getBytes(StandardCharsets.UTF_8));
    }

    String text(HttpAnswer from) throws HttpFault {
        try {
            byte[] text = from.body().readNBytes(most);
            if (text.length == most) {
                throw tooMuch();
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw broke(broken);
        }
    }

    private static HttpFault tooMuch() {
        return new HttpFault(HttpFault.Kind.TOO_LARGE, "longer than any answer may be");
    }

    private HttpFault broke(IOException broken) {
        HttpFault known = broken instanceof HttpFault given
                ? given
                : new HttpFault(HttpFault.Kind.UNREACHABLE, "the answer broke off");
        fault = known;
        return known;
    }

    /** Ends when no more is wanted, and remembers why it ended: parsers tell in their own words, or not at all. */
    InputStream watched(HttpAnswer from) {
        InputStream body = from.body();
        return new InputStream() {
            private int left = most;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (enough) {
                    return -1;
                }
                try {
                    int count = body.read(into, offset, length);
                    left -= Math.max(0, count);
                    if (left <= 0) {
                        throw tooMuch();
                    }
                    return count;
                } catch (IOException broken) {
                    throw broke(broken);
                }
            }
        };
    }
}
