package io.openteller.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.bench.faults.FaultProxy.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that says back what it hears. */
class FaultProxyTest {

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket one = echo.accept();
                    Thread.ofVirtual().start(() -> {
                        try (one) {
                            one.getInputStream().transferTo(one.getOutputStream());
                        } catch (IOException gone) {
                            // Cut, as tests do.
                        }
                    });
                } catch (IOException stopped) {
                    return;
                }
            }
        });
        proxy = new FaultProxy(List.of(echo.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String said(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return new String(socket.getInputStream().readNBytes(text.length()), StandardCharsets.UTF_8);
    }

    @Test
    void what_comes_passes_both_ways() throws IOException {
        try (Socket socket = open()) {
            assertThat(said(socket, "hello")).isEqualTo("hello");
        }
        assertThat(proxy.connections()).isEqualTo(1);
    }

    @Test
    void what_is_frozen_comes_after_the_thaw() throws IOException {
        try (Socket socket = open()) {
            assertThat(said(socket, "a")).isEqualTo("a");
            proxy.set(new Fault.Freeze());
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> said(socket, "b")).isInstanceOf(SocketTimeoutException.class);
            proxy.set(new Fault.None());
            socket.setSoTimeout(5_000);
            assertThat(socket.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void nobody_listens_while_it_refuses_and_it_is_back_at_the_same_address() throws IOException {
        try (Socket socket = open()) {
            proxy.set(new Fault.Refuse());
            assertThat(socket.getInputStream().read()).isNegative();
        }
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
        proxy.set(new Fault.None());
        try (Socket socket = open()) {
            assertThat(said(socket, "again")).isEqualTo("again");
        }
    }

    @Test
    void a_slow_line_takes_its_time() throws IOException {
        proxy.set(new Fault.Slow(10));
        try (Socket socket = open()) {
            long begun = System.nanoTime();
            assertThat(said(socket, "12345")).isEqualTo("12345");
            assertThat(System.nanoTime() - begun).isGreaterThan(450_000_000L);
        }
    }

    @Test
    void latency_adds_up_in_both_directions() throws IOException {
        proxy.set(new Fault.Latency(100));
        try (Socket socket = open()) {
            long begun = System.nanoTime();
            said(socket, "x");
            assertThat(System.nanoTime() - begun).isGreaterThan(199_000_000L);
        }
    }

    @Test
    void an_answer_is_cut_in_its_middle() throws IOException {
        proxy.set(new Fault.CutAfter(3));
        try (Socket socket = open()) {
            assertThat(said(socket, "abcdef")).isEqualTo("abc");
        }
    }

    @Test
    void the_next_one_takes_who_the_first_does_not() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (FaultProxy two = new FaultProxy(List.of(nobody, echo.getLocalPort()))) {
            for (int i = 0; i < 2; i++) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), two.port())) {
                    socket.setSoTimeout(5_000);
                    assertThat(said(socket, "hey")).isEqualTo("hey");
                }
            }
        }
    }
}
