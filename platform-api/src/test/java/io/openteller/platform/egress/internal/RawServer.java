package io.openteller.platform.egress.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every request on a connection with the same bytes, whether they are HTTP or not. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final byte[] answer;
    private final boolean closes;
    private final long pauseMillis;

    /** @param pauseMillis between two bytes of the answer; 0 to send it at once */
    RawServer(String answer, boolean closes, long pauseMillis) {
        this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        this.closes = closes;
        this.pauseMillis = pauseMillis;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI at(String path) {
        return URI.create("http://localhost:" + socket.getLocalPort() + path);
    }

    int connections() {
        return connections.get();
    }

    /** Connections that ended on the other side. */
    int hungUp() {
        return hungUp.get();
    }

    List<String> heads() {
        return heads;
    }

    private void accept() {
        try {
            while (true) {
                Socket one = socket.accept();
                open.add(one);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(one));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket one) {
        try (one) {
            InputStream in = one.getInputStream();
            OutputStream out = one.getOutputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                heads.add(head);
                if (pauseMillis == 0) {
                    out.write(answer);
                } else {
                    for (byte b : answer) {
                        out.write(b);
                        Thread.sleep(pauseMillis);
                    }
                }
                if (closes) {
                    return;
                }
            }
            hungUp.incrementAndGet();
        } catch (IOException gone) {
            hungUp.incrementAndGet();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
