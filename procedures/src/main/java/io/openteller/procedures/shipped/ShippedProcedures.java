package io.openteller.procedures.shipped;

import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The procedures that every bank begins with. Never change while the platform runs; safe for any thread. */
public final class ShippedProcedures {

    private static final class Read {
        static final Map<String, Definition> ALL = read();
    }

    private ShippedProcedures() {}

    /** In the order in which they are shown; those that only other procedures call come last. */
    public static List<Definition> all() {
        return List.copyOf(Read.ALL.values());
    }

    /** As it was written, comments and all. @throws IllegalArgumentException if there is none with that id */
    public static String text(String id) {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("no shipped procedure: " + id);
        }
        return resource(id + ".yaml");
    }

    private static List<String> ids() {
        return resource("index.txt").lines().toList();
    }

    private static Map<String, Definition> read() {
        Map<String, Definition> all = new LinkedHashMap<>();
        for (String id : ids()) {
            try {
                all.put(id, Definitions.read(resource(id + ".yaml")));
            } catch (BadDefinition fault) {
                throw new IllegalStateException("shipped procedure " + id, fault);
            }
        }
        return all;
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(ShippedProcedures.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
