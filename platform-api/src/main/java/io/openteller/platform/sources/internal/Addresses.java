package io.openteller.platform.sources.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Web addresses in one form, so that a page is known again however it is linked. */
final class Addresses {

    private static final int LONGEST = 1_500;

    private Addresses() {}

    /** Without fragment, usual port and what only tells where a visitor came from; empty if it is no web address. */
    static Optional<URI> normal(@Nullable URI base, String link) {
        try {
            String clean = link.strip().replace(" ", "%20").replace("|", "%7C");
            URI address = base == null ? new URI(clean) : base.resolve(clean);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            String host = address.getHost();
            if (host == null || !scheme.equals("http") && !scheme.equals("https") || address.getRawUserInfo() != null) {
                return Optional.empty();
            }
            boolean usual = address.getPort() < 0 || address.getPort() == (scheme.equals("https") ? 443 : 80);
            String path = address.normalize().getRawPath();
            String normal = scheme + "://" + host.toLowerCase(Locale.ROOT)
                    + (usual ? "" : ":" + address.getPort())
                    + (path == null || path.isEmpty() ? "/" : path.replaceFirst("^(/\\.\\.)+", ""))
                    + query(address.getRawQuery());
            return normal.length() > LONGEST ? Optional.empty() : Optional.of(new URI(normal));
        } catch (URISyntaxException | IllegalArgumentException bad) {
            return Optional.empty();
        }
    }

    private static String query(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.matches("(?i)(utm_\\w+|gclid|fbclid|msclkid|jsessionid|phpsessid|sid)(=.*)?"))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** Host and path as a document's lasting name. */
    static String slug(URI address) {
        String query = address.getRawQuery() == null ? "" : "-" + address.getRawQuery();
        String path = String.valueOf(address.getRawPath()).replaceFirst("\\.(html?|php|aspx?|jsp|pdf|docx|xlsx)$", "");
        return Names.slug(address.getHost() + path + query);
    }

    /** The last part of the path, with the ending that fits what it is. */
    static String fileName(URI address, String contentType) {
        String path = String.valueOf(address.getPath());
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean html = contentType.contains("html");
        if (last.contains(".") && !html) {
            return last;
        }
        return (last.isEmpty() ? "index" : last.replaceFirst("\\.[^.]*$", "")) + (html ? ".html" : contentType.startsWith("text/plain") ? ".txt" : "");
    }
}
