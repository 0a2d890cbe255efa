package io.openteller.bench.router;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks OpenAI's chat interface and does nothing else: it answers at once, whole or in as many pieces as the name
 * of the model says ({@code stream-20}). In a process of its own, so that its time is not taken for the platform's.
 */
public final class WireServer {

    private static final String MODEL = "\"model\":\"bench\"";
    private static final String USAGE = "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7,\"total_tokens\":27}";
    private static final String CHUNK = "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\"," + MODEL + ",\"choices\":";
    private static final byte[] WHOLE = whole();
    private static final int WRITTEN_AT_ONCE = 32_000;

    private WireServer() {}

    /** Prints its port, and ends when its standard input does. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress())) {
            System.out.println(socket.getLocalPort());
            Thread.ofPlatform().daemon().start(WireServer::endWithParent);
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything.
            }
        } catch (IOException gone) {
            // Likewise.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream(), 16_384);
                OutputStream out = connection.getOutputStream()) {
            String request;
            while ((request = request(in)) != null) {
                int at = request.indexOf("stream-");
                if (request.replace(" ", "").contains("\"stream\":true")) {
                    int end = request.indexOf('"', at);
                    stream(out, Integer.parseInt(request.substring(at + "stream-".length(), end)));
                } else {
                    out.write(WHOLE);
                }
                out.flush();
            }
        } catch (IOException gone) {
            // The client closed its connection.
        }
    }

    /** @return null at the end of the connection */
    private static @Nullable String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int state = 0;
        while (state < 4) {
            int one = in.read();
            if (one < 0) {
                return null;
            }
            head.append((char) one);
            state = one == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : 0;
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at < 0) {
            return "";
        }
        int length = Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** The same answer in pieces: blanks are no part of what it says. */
    private static void stream(OutputStream out, int pieces) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunked(piece("{\\\"answered\\\": false, ")));
        out.flush();
        String blank = chunked(piece(" "));
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < pieces - 2; i++) {
            more.append(blank);
            if (more.length() > WRITTEN_AT_ONCE) {
                write(out, more.toString());
                more.setLength(0);
            }
        }
        more.append(chunked(piece("\\\"sentences\\\": []}")))
                .append(chunked(CHUNK + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"))
                .append(chunked(CHUNK + "[]," + USAGE + "}\n\n"))
                .append(chunked("data: [DONE]\n\n"))
                .append("0\r\n\r\n");
        write(out, more.toString());
    }

    private static String piece(String text) {
        return CHUNK + "[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"" + text + "\"}}]}\n\n";
    }

    private static String chunked(String data) {
        return Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] whole() {
        String body = "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1," + MODEL + ",\"choices\":[{\"index\":0,\"message\":"
                + "{\"role\":\"assistant\",\"content\":\"{\\\"answered\\\": false, \\\"sentences\\\": []}\"},"
                + "\"finish_reason\":\"stop\"}]," + USAGE + "}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
