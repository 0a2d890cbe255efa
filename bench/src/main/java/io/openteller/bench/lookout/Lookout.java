package io.openteller.bench.lookout;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Reading;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.load.Client;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.PlatformProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Goes round while others put load on: one bank's desk every two seconds, all else every thirty; seldom enough to cost next to nothing. */
public final class Lookout implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final int A_DESK_MILLIS = 2_000;
    private static final int DESKS_FOR_ONE_LOOK = 15;
    private static final int MOST_DESKS = 50;
    private static final List<String> METRICS = List.of("/prometheus", "/metrics");

    private final Machine machine;
    private final List<PlatformProcess> platforms;
    private final List<SandboxBank> banks;
    private final Canaries canaries;
    private final Tails tails;
    private final Desk desk;
    private final Followed followed;
    private final RedisEar redis;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lookout");

    private Lookout(
            Machine machine, List<PlatformProcess> platforms, List<SandboxBank> banks, Client client, Canaries canaries) {
        this.machine = machine;
        this.platforms = platforms;
        this.banks = banks;
        this.canaries = canaries;
        this.tails = new Tails(canaries);
        this.desk = new Desk(canaries);
        this.followed = new Followed(client);
        this.redis = new RedisEar(machine.redis().url(), banks, canaries);
    }

    /**
     * @param platforms looked at anew each time; the first one that runs is asked
     * @param client over which colleagues follow what goes on
     */
    public static Lookout begin(
            Machine machine, List<PlatformProcess> platforms, List<SandboxBank> banks, Client client, Canaries canaries) {
        Lookout lookout = new Lookout(machine, platforms, banks, client, canaries);
        lookout.thread.setDaemon(true);
        lookout.thread.start();
        return lookout;
    }

    private void run() {
        try {
            for (int round = 0; !over.await(A_DESK_MILLIS, TimeUnit.MILLISECONDS); round++) {
                visit(banks.get(round % banks.size()));
                if (round % DESKS_FOR_ONE_LOOK == 0) {
                    look();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(SandboxBank bank) {
        for (PlatformProcess platform : platforms) {
            if (platform.pid() > 0) {
                desk.look(platform, bank).ifPresent(conversation -> followed.instead(bank, conversation));
                return;
            }
        }
    }

    /** At all that is to be seen now. */
    public synchronized void look() {
        redis.saySomething();
        redis.look();
        for (PlatformProcess platform : platforms) {
            tails.read(Way.LOG, null, platform.log());
            for (String path : METRICS) {
                figures(platform, path);
            }
        }
        systems();
    }

    /** The same, and every bank's desk and documents once; of a thousand banks fifty. */
    public void lookEverywhere() {
        for (SandboxBank bank : banks.subList(0, Math.min(MOST_DESKS, banks.size()))) {
            visit(bank);
            for (PlatformProcess platform : platforms) {
                if (platform.pid() > 0) {
                    desk.library(platform, bank);
                    break;
                }
            }
        }
        look();
    }

    private void figures(PlatformProcess platform, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.url() + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                Reading reading = canaries.reading(Way.METRICS, () -> null);
                reading.whole(answer.body());
            }
        } catch (IOException away) {
            // It does not run, or has no time.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the sandbox was told to do, and what it sent to customers. */
    private void systems() {
        Path books = machine.books().resolve("banking-sandbox");
        if (!Files.isDirectory(books)) {
            return;
        }
        try (Stream<Path> files = Files.list(books)) {
            files.filter(file -> file.toString().endsWith(".jsonl"))
                    .forEach(file -> banks.stream()
                            .filter(bank -> file.getFileName().toString().startsWith(bank.slug() + "-" + bank.dataset() + "."))
                            .forEach(bank -> tails.read(Way.PLUGIN, bank.slug(), file)));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        followed.close();
        redis.close();
    }
}
