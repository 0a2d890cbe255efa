package io.openteller.bench.turns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * @param jvm how the platforms' Java machines differ from the usual
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
        Jvm jvm,
        long seed,
        Besides besides) {

    /**
     * The platforms' Java machines.
     *
     * @param profile whether they record what they do
     * @param heap at most, such as {@code 6g}; null for the usual
     * @param learnt whether they begin with what one learnt in a life before, in which customers talked as long as code warms up
     */
    record Jvm(boolean profile, @Nullable String heap, boolean learnt) {

        static final Jvm USUAL = new Jvm(false, null, false);

        /** What they are started with, after the usual. */
        List<String> flags() {
            List<String> flags = new ArrayList<>();
            if (profile) {
                flags.add("-XX:StartFlightRecording=settings=profile,disk=true,jdk.CPUTimeSample#enabled=true");
                flags.add("-XX:FlightRecorderOptions=stackdepth=96");
            }
            if (heap != null) {
                flags.add("-Xmx" + heap);
            }
            return flags;
        }
    }

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
                banks, stored, platforms, together, messagesPerSecond, idle, warming, steady, null, demo, reports, jvm, seed,
                new Besides(null, 0, 0, besides.fresh(), besides.documents()));
    }
}
