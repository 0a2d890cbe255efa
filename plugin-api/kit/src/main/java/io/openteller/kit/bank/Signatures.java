package io.openteller.kit.bank;

import io.openteller.plugins.httpbank.Signature;
import io.openteller.spi.HttpRequest;
import java.time.Instant;
import java.util.Set;

/** Signs what was signed already, at another time. */
final class Signatures {

    private static final Set<String> OURS = Set.of("Openteller-Timestamp", "Openteller-Signature");

    private Signatures() {}

    static HttpRequest again(HttpRequest request, String secret, String at) {
        HttpRequest bare = new HttpRequest(
                request.method(),
                request.address(),
                request.headers().stream()
                        .filter(header -> !OURS.contains(header.name()))
                        .toList(),
                request.body());
        return Signature.sign(bare, secret, "", Instant.parse(at));
    }
}
