package io.openteller.platform.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The one place that says what is not tried, and why: one line each, the name and the reason. */
final class NotTried {

    private NotTried() {}

    /** @param list one of the files beside this class, without its ending */
    static Map<String, String> in(String list) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(NotTried.class.getResourceAsStream(list + ".txt"), list)) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int colon = line.indexOf(" : ");
                if (colon < 0 || line.substring(colon + 3).isBlank()) {
                    throw new IllegalStateException("no reason in: " + line);
                }
                reasons.put(line.substring(0, colon).strip(), line.substring(colon + 3).strip());
            }
        }
        return reasons;
    }
}
