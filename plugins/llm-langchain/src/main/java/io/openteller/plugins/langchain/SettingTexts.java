package io.openteller.plugins.langchain;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settings that hold more than one value. */
public final class SettingTexts {

    private SettingTexts() {}

    /** What stands between commas. */
    public static List<String> names(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /**
     * {@code Name: value}, one per line or between bars.
     *
     * @throws IllegalArgumentException naming the setting, but not its content
     */
    public static Map<String, String> headers(@Nullable String written, String setting) {
        Map<String, String> more = new LinkedHashMap<>();
        for (String line : written == null ? new String[0] : written.split("[|\\n]")) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2 && parts[0].strip().matches("[A-Za-z0-9-]{1,60}")) {
                more.put(parts[0].strip(), parts[1].strip());
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("the setting " + setting + " cannot be read");
            }
        }
        return more;
    }

    /** An address without its query and without slashes at the end. */
    public static String base(String address) {
        return address.replaceFirst("\\?.*$", "").replaceFirst("/+$", "");
    }

    public static Map<String, String> query(String address) {
        Map<String, String> query = new LinkedHashMap<>();
        int start = address.indexOf('?');
        for (String pair : start < 0 ? new String[0] : address.substring(start + 1).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                query.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
        }
        return query;
    }

    /** @throws IllegalArgumentException if it is no address */
    public static URI below(String address, String path) {
        String query = query(address).entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        return URI.create(base(address) + path + (query.isEmpty() ? "" : "?" + query));
    }
}
