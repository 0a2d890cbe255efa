package io.openteller.bench.turns;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is done.
 *
 * @param stored conversations that are there before, over all banks
 * @param together customers who talk at the same time
 * @param perSecond messages that are sent in a second, whatever becomes of the ones before; 0 for as many as {@code together}
 *     customers send who wait for each answer
 * @param idle streams that are open beside, for each bank
 * @param kill about how long a platform lives; null if none is killed
 * @param demo folder with a folder of documents and questions for each data set
 * @param profile whether the platforms record what they do
 */
record Plan(
        int tenants,
        int stored,
        int platforms,
        int together,
        int perSecond,
        int idle,
        Duration warming,
        Duration steady,
        @Nullable Duration kill,
        Path demo,
        Path reports,
        boolean profile,
        long seed) {}
