package io.openteller.bench.processes;

import io.openteller.bench.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Kills a platform at random moments, about every so often, and starts it again. */
public final class Killing {

    private final PlatformProcess platform;
    private final Duration about;
    private final Random chance;
    private final Progress progress;
    private final LongConsumer killed;
    private final List<Duration> starts = new ArrayList<>();
    private final Thread thread;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failed;

    private Killing(
            PlatformProcess platform, Duration about, Random chance, Progress progress, LongConsumer killed) {
        this.killed = killed;
        this.platform = platform;
        this.about = about;
        this.chance = chance;
        this.progress = progress;
        this.thread = new Thread(this::run, "killing");
    }

    /** @param about from one start to the next kill, half of it to one and a half of it */
    public static Killing begin(PlatformProcess platform, Duration about, Random chance, Progress progress) {
        return begin(platform, about, chance, progress, signal -> {});
    }

    /**
     * The same, and tells when.
     *
     * @param killed told once the platform is dead when the signal was sent, by {@link System#nanoTime()}
     */
    public static Killing begin(
            PlatformProcess platform, Duration about, Random chance, Progress progress, LongConsumer killed) {
        Killing killing = new Killing(platform, about, chance, progress, killed);
        killing.thread.start();
        return killing;
    }

    private void run() {
        try {
            while (!over.await((long) (about.toMillis() * (0.5 + chance.nextDouble())), TimeUnit.MILLISECONDS)) {
                long signal = System.nanoTime();
                platform.kill();
                killed.accept(signal);
                Duration took = platform.start();
                starts.add(took);
                progress.say("killed and up again after %.1f s".formatted(took.toMillis() / 1000.0));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            failed = broken;
        }
    }

    /** Whether the platform did not come up again: nothing more can be expected. */
    public boolean isBroken() {
        return failed != null;
    }

    /** Returns when the platform is up and will not be killed any more. @return how long each start took */
    public List<Duration> end() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        RuntimeException broken = failed;
        if (broken != null) {
            throw broken;
        }
        return List.copyOf(starts);
    }
}
