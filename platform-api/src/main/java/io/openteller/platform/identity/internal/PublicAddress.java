package io.openteller.platform.identity.internal;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How browsers reach this platform. Taken from configuration: the Host header of a request is the caller's to choose. */
@Singleton
class PublicAddress {

    static final String HOME = "/agent/";
    /** Neither another site ("//x", "/\x") nor anything that a browser would tidy up into one. */
    private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");

    private final URI url;

    PublicAddress(@Property(name = "openteller.public-url") String url) {
        this.url = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    URI callback() {
        return URI.create(url + "/auth/callback");
    }

    boolean secure() {
        return "https".equals(url.getScheme());
    }

    /** @return {@code path} if it stays on this platform, otherwise where staff start */
    static String localOrHome(@Nullable String path) {
        return path != null && LOCAL_PATH.matcher(path).matches() && !path.startsWith("/auth/") ? path : HOME;
    }
}
