package io.openteller.host.apart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a plugin's process prints: always read, so that it never waits; logged only so far. */
final class ChildOutput {

    private static final Logger log = LoggerFactory.getLogger(ChildOutput.class);
    private static final int LINES_PER_MINUTE = 100;
    private static final int LONGEST = 500;
    private static final int LAST = 5;

    private final String name;
    private final Deque<String> last = new ArrayDeque<>();
    private long minute = System.nanoTime();
    private int lines;

    private ChildOutput(String name) {
        this.name = name;
    }

    static ChildOutput of(String name, Process process) {
        ChildOutput output = new ChildOutput(name);
        Thread.ofPlatform().daemon().name("plugin-output-" + name).start(() -> output.read(process.getInputStream()));
        return output;
    }

    private void read(InputStream stream) {
        byte[] piece = new byte[8192];
        StringBuilder line = new StringBuilder();
        try (stream) {
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                for (char one : new String(piece, 0, count, StandardCharsets.UTF_8).toCharArray()) {
                    if (one == '\n') {
                        say(line.toString());
                        line.setLength(0);
                    } else if (line.length() < LONGEST && one != '\r') {
                        line.append(one);
                    }
                }
            }
        } catch (IOException ended) {
            log.debug("output of a plugin ended plugin={}", name, ended);
        }
        if (!line.isEmpty()) {
            say(line.toString());
        }
    }

    private synchronized void say(String line) {
        last.addLast(line);
        if (last.size() > LAST) {
            last.removeFirst();
        }
        long now = System.nanoTime();
        if (now - minute > 60_000_000_000L) {
            minute = now;
            lines = 0;
        }
        lines++;
        if (lines <= LINES_PER_MINUTE) {
            log.info("plugin={} says {}", name, line);
        } else if (lines == LINES_PER_MINUTE + 1) {
            log.warn("plugin={} says too much; the rest of this minute is dropped", name);
        }
    }

    /** What it printed in the end, for whoever wonders why it did. */
    synchronized String lastWords() {
        return String.join(" / ", last);
    }
}
