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
 * @param idle streams that are open beside, over all banks
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
        long seed,
        Besides besides) {

    /**
     * What is tried besides.
     *
     * @param modelMillis how long the banks' model takes in a time after the first one, in which it answers at once; null if they
     *     have none
     * @param noisy how many times its share one bank sends in a time of its own; 0 if none does
     * @param share part of what came out at most that is sent in a time of its own; 0 for no such time
     * @param fresh whether no question is asked twice in the same words
     * @param documents of each bank at most
     */
    record Besides(@Nullable Integer modelMillis, int noisy, double share, boolean fresh, int documents) {

        static final Besides NOTHING = new Besides(null, 0, 0, false, Integer.MAX_VALUE);
    }

    Plan of(int banks, int messagesPerSecond) {
        return new Plan(
                banks, stored, platforms, together, messagesPerSecond, idle, warming, steady, null, demo, reports, profile, seed,
                new Besides(null, 0, 0, besides.fresh(), besides.documents()));
    }
}
