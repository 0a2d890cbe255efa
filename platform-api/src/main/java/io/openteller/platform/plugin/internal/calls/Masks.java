package io.openteller.platform.plugin.internal.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes secrets out of what is shown: the bank's own, in each way in which they are written, and what signs a caller in. */
final class Masks {

    static final String MASK = "•••";

    private static final int SHORTEST = 4;
    private static final Set<String> SIGNS_IN =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey", "x-auth-token");
    private static final Pattern TOKENS =
            Pattern.compile("(\"[a-z_]*(?:token|secret|password)[a-z_]*\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*", Pattern.CASE_INSENSITIVE);

    private final List<String> secrets;

    Masks(List<String> given) {
        Set<String> all = new TreeSet<>(java.util.Comparator.comparing(String::length).reversed().thenComparing(text -> text));
        for (String secret : given) {
            // A shorter one is a password of a file, which is sent nowhere, and would take half of the text with it.
            if (secret.length() >= SHORTEST) {
                all.add(secret);
                String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
                all.add(encoded);
                all.add(encoded.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
                all.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
            }
        }
        secrets = List.copyOf(all);
    }

    String text(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return TOKENS.matcher(masked).replaceAll("$1" + MASK);
    }

    String header(String name, String value) {
        return SIGNS_IN.contains(name.toLowerCase(Locale.ROOT)) ? MASK : text(value);
    }
}
