package io.openteller.kit.contract;

import io.openteller.host.Mode;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is left of the plugin when it is closed. The last of the checks, and it closes the plugin. */
final class LeftoversCheck {

    private static final String SENTENCE = "closed, it leaves nothing: no thread, no process, none of its classes";
    private static final String MEND = "start no threads, or end them in your lifecycle class's stop(); put nothing of your own"
            + " into the JDK's registries (shutdown hooks, DriverManager, ThreadLocals of threads that are not yours)";
    private static final Pattern THREAD = Pattern.compile("left a thread behind plugin=\\S+ thread=(.*)");

    /** Threads of the host itself in a plugin's process, which end with it. */
    private static final String CALLS = "call";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private LeftoversCheck() {}

    static Finding of(Subject subject) throws InterruptedException {
        OptionalLong process = subject.hosted().process();
        Mode mode = subject.hosted().mode();
        subject.hosted().close();
        Set<String> faults = new TreeSet<>();
        Matcher thread = THREAD.matcher(subject.heard().all());
        while (thread.find()) {
            if (mode == Mode.ISOLATED && thread.group(1).strip().equals(CALLS)) {
                continue;
            }
            faults.add("it left the thread '" + thread.group(1).strip() + "' behind");
        }
        if (mode == Mode.ISOLATED && process.isPresent() && !ends(process.getAsLong())) {
            faults.add("its process did not end");
        }
        return new Finding(SENTENCE, List.copyOf(faults), MEND, 1);
    }

    /** Whether its classes go once nobody here holds any of its objects. Asked after the subject itself is out of reach. */
    static Finding classesGone(Finding before, @Nullable WeakReference<ClassLoader> classes) throws InterruptedException {
        if (classes == null) {
            return before;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (classes.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(20);
        }
        if (classes.get() == null) {
            return before;
        }
        Set<String> faults = new TreeSet<>(before.faults());
        faults.add("its classes stay: something outside of it still holds one of its objects");
        return new Finding(SENTENCE, List.copyOf(faults), MEND, 1);
    }

    private static boolean ends(long process) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
