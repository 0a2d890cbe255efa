package io.openteller.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A stream that is read byte by byte when somebody cares to, over a connection with next to no room. */
public final class RawStream implements AutoCloseable {

    private static final int ROOM = 4_096;

    private final Socket socket = new Socket();

    public RawStream(int port, String origin, String path, String token) throws IOException {
        socket.setReceiveBufferSize(ROOM);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin + "\r\nAuthorization: Bearer " + token
                                + "\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** All that is still to be had, until the other side has ended it. @return null if it did not within that time */
    public @Nullable String rest(int millis) {
        StringBuilder heard = new StringBuilder();
        byte[] piece = new byte[65_536];
        long end = System.nanoTime() + millis * 1_000_000L;
        try {
            InputStream in = socket.getInputStream();
            while (true) {
                int left = (int) ((end - System.nanoTime()) / 1_000_000);
                if (left <= 0) {
                    return null;
                }
                socket.setSoTimeout(left);
                int length = in.read(piece);
                if (length < 0) {
                    return heard.toString();
                }
                heard.append(new String(piece, 0, length, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException goesOn) {
            return null;
        } catch (IOException cut) {
            return heard.toString();
        }
    }

    /** What comes within that time, and whether more would come. */
    public String some(int millis) {
        StringBuilder heard = new StringBuilder();
        byte[] piece = new byte[65_536];
        long end = System.nanoTime() + millis * 1_000_000L;
        try {
            while (System.nanoTime() < end) {
                socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
                int length = socket.getInputStream().read(piece);
                if (length < 0) {
                    break;
                }
                heard.append(new String(piece, 0, length, StandardCharsets.UTF_8));
            }
        } catch (IOException enough) {
            // That was the time.
        }
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
