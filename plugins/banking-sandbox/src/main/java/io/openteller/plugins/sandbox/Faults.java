package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.plugins.sandbox.operations.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the bank should misbehave, by operation. The control file is read at every call, and wins over the settings; it looks
 * like {@code {"cards.block/v1": "APPLIED_THEN_TIMEOUT", "*": {"fault": "SLOW", "millis": 500}}}. The name {@code reconcile}
 * is for questions about earlier calls. A file that cannot be read is as if the bank were down, so that no test passes by it.
 */
final class Faults {

    private Faults() {}

    /** In which way. */
    enum Mode {
        /** Not at all. */
        NONE,
        /** Answers late. */
        SLOW,
        /** Does nothing and says so. */
        DOWN,
        /** Does it, and never says so. */
        APPLIED_THEN_TIMEOUT,
        /** Reads from yesterday's books, and says so by the time it gives. */
        STALE,
        /** Does it, and answers something that nobody understands. */
        WRONG_SCHEMA,
        /** Asked what became of a call, it cannot say. */
        UNSURE
    }

    /** @param millis how long it takes; null for as long as is usual for that fault */
    record Fault(Mode mode, @Nullable Long millis) {}

    static Fault of(Path file, SandboxSettings settings, String operation) {
        JsonNode control;
        try {
            control = Json.read(Files.readString(file));
            for (String name : new String[] {operation, "*"}) {
                if (control.has(name)) {
                    return read(control.path(name));
                }
            }
        } catch (NoSuchFileException usual) {
            return ofSettings(settings, operation);
        } catch (IOException | IllegalArgumentException | Malformed unreadable) {
            return new Fault(Mode.DOWN, null);
        }
        return ofSettings(settings, operation);
    }

    private static Fault read(JsonNode written) {
        return written.isTextual()
                ? new Fault(Mode.valueOf(written.textValue()), null)
                : new Fault(
                        Mode.valueOf(written.path("fault").asText()),
                        written.has("millis") ? written.path("millis").asLong() : null);
    }

    private static Fault ofSettings(SandboxSettings settings, String operation) {
        boolean meant = settings.faultIn() == null
                || Arrays.asList(settings.faultIn().split("[,\\s]+")).contains(operation);
        return new Fault(settings.fault() == null || !meant ? Mode.NONE : settings.fault(), null);
    }
}
