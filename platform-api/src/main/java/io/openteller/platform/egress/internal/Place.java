package io.openteller.platform.egress.internal;

import io.openteller.spi.Http.HttpFault;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** A server, as connections to it are kept. */
record Place(boolean tls, String host, int port) {

    /** @throws HttpFault if it is no plain web address */
    static Place of(URI address) throws HttpFault {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new HttpFault(HttpFault.Kind.NOT_ALLOWED, "no plain web address");
        }
        String host = Objects.requireNonNull(address.getHost()).toLowerCase(Locale.ROOT);
        return new Place(tls, host, address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80);
    }

    /** As the request's Host line has it. */
    String authority() {
        return port == (tls ? 443 : 80) ? host : host + ":" + port;
    }

    /** Without the brackets of an IPv6 address. */
    String lookup() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
