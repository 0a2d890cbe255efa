package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Manifest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a plugin may call under a bank's settings. What is approved and what calls are held to come from here alike: an
 * address in a setting counts as its host, and an address that cannot be read opens no way.
 */
final class Reach {

    private static final Pattern HOST =
            Pattern.compile("([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:[0-9]{1,5})?");

    private Reach() {}

    /** The same manifest, with hosts in place of names of settings. */
    static Manifest filled(Manifest manifest, Map<String, ?> settings) {
        return new Manifest(
                manifest.id(),
                manifest.version(),
                manifest.spi(),
                manifest.name(),
                manifest.description(),
                manifest.license(),
                manifest.publisher(),
                manifest.lifecycle(),
                manifest.kinds(),
                manifest.capabilities(),
                List.copyOf(hosts(manifest.egress(), settings)),
                manifest.dataRead(),
                manifest.resources(),
                manifest.settings(),
                manifest.privacy());
    }

    /** Hosts that settings alone lead to. */
    static Set<String> ofSettings(Manifest manifest, Map<String, ?> settings) {
        return hosts(manifest.egress().stream().filter(Reach::isSetting).toList(), settings);
    }

    private static Set<String> hosts(List<String> egress, Map<String, ?> settings) {
        return egress.stream()
                .flatMap(entry -> isSetting(entry)
                        ? host(settings.get(entry.substring(1, entry.length() - 1))).stream()
                        : Optional.of(entry).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isSetting(String entry) {
        return entry.startsWith("{") && entry.endsWith("}");
    }

    private static Optional<String> host(@org.jspecify.annotations.Nullable Object value) {
        String text = value == null ? "" : String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            return HOST.matcher(text).matches() ? Optional.of(text) : Optional.empty();
        }
        try {
            URI address = URI.create(text.replaceFirst("[?#].*$", ""));
            String host = address.getHost();
            if (host == null || address.getUserInfo() != null) {
                return Optional.empty();
            }
            int usual = text.startsWith("https:") ? 443 : 80;
            boolean plain = address.getPort() < 0 || address.getPort() == usual;
            return Optional.of(plain ? host : host + ":" + address.getPort());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
