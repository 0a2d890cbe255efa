package io.openteller.platform.sources.internal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How much of a machine reading may use.
 *
 * @param readers files read at the same time in this process
 * @param maxFileBytes of one document
 * @param maxArchiveBytes of one archive as it is sent
 * @param maxUnpackedBytes of everything in one upload
 * @param maxFiles in one upload
 * @param maxDepth of archives in archives
 * @param maxRatio by which an archive's file may grow; more is made to do harm
 * @param readWithin a file that takes longer is given up
 * @param lease after which a file of a process that died is taken over; renewed while it is being read
 */
@ConfigurationProperties("openteller.sources")
record SourceLimits(
        @Bindable(defaultValue = "0") int readers,
        @Bindable(defaultValue = "20971520") long maxFileBytes,
        @Bindable(defaultValue = "524288000") long maxArchiveBytes,
        @Bindable(defaultValue = "2147483648") long maxUnpackedBytes,
        @Bindable(defaultValue = "10000") int maxFiles,
        @Bindable(defaultValue = "2") int maxDepth,
        @Bindable(defaultValue = "200") int maxRatio,
        @Bindable(defaultValue = "2m") Duration readWithin,
        @Bindable(defaultValue = "20s") Duration lease) {

    static SourceLimits standard() {
        return new SourceLimits(
                0, 20 << 20, 500L << 20, 2L << 30, 10_000, 2, 200, Duration.ofMinutes(2), Duration.ofSeconds(20));
    }

    /** Half of the processors unless said otherwise: customers who wait for an answer come first. */
    int readersHere() {
        return readers > 0 ? readers : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
