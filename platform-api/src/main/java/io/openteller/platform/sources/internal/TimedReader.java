package io.openteller.platform.sources.internal;

import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.Fault;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadOutcome;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.LanguageDetection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Reads a file on a thread of its own, which is given up if it does not come back: a parser that goes round in circles must
 * not take the others with it. Tells the language where nothing states it.
 */
@Singleton
class TimedReader {

    private static final Duration BEAT = Duration.ofSeconds(4);
    private static final int ENOUGH_TO_TELL = 1_000;
    private static final double SURE = 0.6;

    private final DocumentReader reader;
    private final LanguageDetection languages;
    private final SourceLimits limits;

    TimedReader(DocumentReader reader, LanguageDetection languages, SourceLimits limits) {
        this.reader = reader;
        this.languages = languages;
        this.limits = limits;
    }

    /** @param goOn asked every few seconds; false gives the file up */
    ReadOutcome open(HandedFile file, BooleanSupplier goOn) {
        FutureTask<ReadOutcome> task = new FutureTask<>(() -> told(reader.open(file)));
        // Not a virtual thread: reading never waits, and would keep those that answer customers from running.
        Thread thread = Thread.ofPlatform().daemon().name("source-reader").start(task);
        long end = System.nanoTime() + limits.readWithin().toNanos();
        try {
            while (System.nanoTime() < end) {
                try {
                    return task.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    if (!goOn.getAsBoolean()) {
                        break;
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            return new ReadOutcome.Unreadable(Fault.BROKEN, "Reading it needs more than this machine has");
        }
        thread.interrupt();
        return new ReadOutcome.Unreadable(
                Fault.BROKEN, "It could not be read within " + limits.readWithin().toSeconds() + " seconds");
    }

    private ReadOutcome told(ReadOutcome outcome) {
        if (!(outcome instanceof ReadOutcome.Read(ReadDocument document, boolean known, var notes)) || known) {
            return outcome;
        }
        StringBuilder sample = new StringBuilder();
        for (var section : document.sections()) {
            if (sample.length() >= ENOUGH_TO_TELL) {
                break;
            }
            sample.append(section.heading()).append(' ').append(section.text()).append('\n');
        }
        Language language = languages.of(sample.substring(0, Math.min(sample.length(), 2 * ENOUGH_TO_TELL)));
        return new ReadOutcome.Read(
                new ReadDocument(
                        document.title(),
                        document.category(),
                        language.confidence() >= SURE ? language.code() : document.language(),
                        document.format(),
                        document.sections()),
                true,
                notes);
    }
}
