package io.openteller.platform.egress.internal;

import io.openteller.spi.ClientCertificate;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server, as connections to it are kept: one that was made in somebody's name is for nobody else.
 *
 * @param certificate shown to it; null for none
 */
record Place(boolean tls, String host, int port, @Nullable ClientCertificate certificate) {

    /** @throws HttpFault if it is no plain web address, or a certificate would be shown to nobody */
    static Place of(HttpRequest request) throws HttpFault {
        URI address = request.address();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new HttpFault(HttpFault.Kind.NOT_ALLOWED, "no plain web address");
        }
        if (!tls && request.certificate() != null) {
            throw new HttpFault(HttpFault.Kind.CERTIFICATE, "a client certificate goes to https addresses alone");
        }
        String host = Objects.requireNonNull(address.getHost()).toLowerCase(Locale.ROOT);
        return new Place(tls, host, address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80, request.certificate());
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
