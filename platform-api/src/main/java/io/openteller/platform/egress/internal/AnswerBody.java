package io.openteller.platform.egress.internal;

import io.openteller.platform.egress.internal.AnswerHead.Framing;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A body while it comes. Gives its connection back at its end, and hangs up when it is closed before. */
final class AnswerBody extends InputStream {

    private final Line line;
    private final Exchange exchange;
    private final Framing framing;
    private final Consumer<Boolean> done;
    private final boolean keeps;
    private long left;
    private boolean begun;
    private long taken;
    private boolean over;
    private @Nullable HttpFault fault;

    /** @param done is told once, whether the connection can be used again */
    AnswerBody(Line line, Exchange exchange, AnswerHead head, Consumer<Boolean> done) {
        this.line = line;
        this.exchange = exchange;
        this.framing = head.framing();
        this.keeps = head.keepsAlive();
        this.left = head.length();
        this.done = done;
        if (framing == Framing.NONE || framing == Framing.LENGTH && left == 0) {
            finish(keeps);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        if (over) {
            return -1;
        }
        if (length == 0) {
            return 0;
        }
        try {
            int count = some(into, offset, length);
            taken += Math.max(0, count);
            if (taken > exchange.passage().mostBytes()) {
                throw new HttpFault(Kind.TOO_LARGE, "longer than any answer may be");
            }
            return count;
        } catch (IOException broken) {
            fault = exchange.fault(broken, "the answer broke off");
            finish(false);
            throw fault;
        }
    }

    private int some(byte[] into, int offset, int length) throws IOException {
        if (framing == Framing.CLOSE) {
            int count = line.read(into, offset, length);
            if (count < 0) {
                finish(false);
            }
            return count;
        }
        if (framing == Framing.CHUNKS && left == 0 && !nextChunk()) {
            finish(keeps);
            return -1;
        }
        int count = line.read(into, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new IOException("shorter than was said");
        }
        left -= count;
        if (left == 0 && framing == Framing.LENGTH) {
            finish(keeps);
        }
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (begun && !"".equals(AnswerHead.line(line))) {
            throw new IOException("no end of a chunk");
        }
        begun = true;
        String size = AnswerHead.line(line);
        if (size == null) {
            throw new IOException("no chunk");
        }
        int extension = size.indexOf(';');
        left = AnswerHead.number((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
        if (left > 0) {
            return true;
        }
        for (String trailer = AnswerHead.line(line); !"".equals(trailer); trailer = AnswerHead.line(line)) {
            if (trailer == null) {
                throw new IOException("no end of the chunks");
            }
        }
        return false;
    }

    private void finish(boolean again) {
        if (!over) {
            over = true;
            done.accept(again && line.clean());
        }
    }

    @Override
    public void close() {
        finish(false);
    }
}
