package io.openteller.bench.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Processor time of processes. */
public final class CpuTime {

    /** {@code utime stime cutime cstime}, counted after the name, which may have spaces. */
    private static final int FIRST = 11;

    private static final double TICKS_A_SECOND = 100;

    private CpuTime() {}

    /** Seconds of the process itself. */
    public static double alone(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Seconds of the process itself and, where the system tells, of children of it that have ended. */
    public static double seconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIRST; i < FIRST + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException noSuchFile) {
            return alone(process);
        }
    }
}
