package io.openteller.plugins.restbank;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results of reads, for a short time. */
final class Kept {

    private static final int MOST = 5_000;
    private static final int LONGEST = 64 * 1024;

    private final Clock clock;
    private final Map<Question, Result> results = new LinkedHashMap<>();

    Kept(Clock clock) {
        this.clock = clock;
    }

    /** @param connector the whole document: another version asks anew */
    record Question(String bank, String address, String connector, String operation, String customerRef, String arguments) {}

    /** @param asOf when the bank knew it, not when it was kept */
    record Result(String json, Instant asOf, Instant until) {}

    synchronized @Nullable Result get(Question question) {
        Result result = results.get(question);
        if (result != null && !clock.instant().isBefore(result.until())) {
            results.remove(question);
            return null;
        }
        return result;
    }

    synchronized void put(Question question, String json, Instant asOf, int seconds) {
        if (json.length() > LONGEST) {
            return;
        }
        results.remove(question);
        results.put(question, new Result(json, asOf, clock.instant().plusSeconds(seconds)));
        var oldest = results.entrySet().iterator();
        while (results.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }
}
