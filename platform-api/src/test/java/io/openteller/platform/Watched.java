package io.openteller.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** The ways out of a platform that no request asks for: its log, down to what only developers switch on, and its Redis. */
final class Watched implements AutoCloseable {

    private static final String EVERYTHING = "io.openteller";

    private final Path file;
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();
    private final Logger logger;
    private final Level before;
    private final Socket redis;
    private final Queue<String> commands = new ConcurrentLinkedQueue<>();

    Watched(Path file, int redisPort) throws IOException {
        this.file = file;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        logger = context.getLogger(EVERYTHING);
        before = logger.getLevel();
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%d %level %thread %logger %mdc %msg%n%ex");
        lines.start();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(lines);
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
        redis = new Socket(InetAddress.getLoopbackAddress(), redisPort);
        redis.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(redis.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                commands.add(line);
            }
        } catch (IOException closed) {
            commands.add("# closed");
        }
    }

    /** Every command that Redis was given since the beginning, with its arguments. */
    Queue<String> commands() {
        return commands;
    }

    String log() {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        logger.detachAppender(appender);
        logger.setLevel(before);
        appender.stop();
        redis.close();
    }
}
