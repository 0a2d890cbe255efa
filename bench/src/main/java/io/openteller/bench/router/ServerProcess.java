package io.openteller.bench.router;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** {@link WireServer} in a process of its own. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WireServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(process, Integer.parseInt(port));
    }

    String url() {
        return "http://localhost:" + port + "/v1";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
