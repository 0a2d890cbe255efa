package io.openteller.packages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of an entry in {@code egress}. */
final class Egress {

    private static final Pattern HOST = Pattern.compile(
            "(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::(\\d{1,5}))?");
    private static final Pattern SETTING = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]{0,79})\\}");
    private static final int LONGEST = 260;

    private Egress() {}

    static String read(String path, JsonNode one) {
        String text = one.isTextual() ? one.textValue() : "";
        Matcher host = HOST.matcher(text);
        boolean good = host.matches() && port(host.group(1)) && wide(text);
        if (text.length() > LONGEST || !(good || SETTING.matcher(text).matches())) {
            throw Fields.bad(
                    path, "must be a host such as api.bank.example, *.bank.example or host:8443, or {setting}");
        }
        return text;
    }

    private static boolean port(String port) {
        return port == null || Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
    }

    /** {@code *.example} would be everybody of a whole domain. */
    private static boolean wide(String host) {
        return !host.startsWith("*.") || host.substring(2).contains(".");
    }

    /** A setting that the administrator cannot fill in would be a hole that nobody sees. */
    static void checkSettings(Manifest manifest) {
        for (String entry : manifest.egress()) {
            Matcher setting = SETTING.matcher(entry);
            if (setting.matches()) {
                JsonNode type = manifest.settings().path("properties").path(setting.group(1)).path("type");
                if (!type.asText().equals("string")) {
                    throw Fields.bad("egress", "names " + entry + ", and there is no such setting that is a text");
                }
            }
        }
    }
}
