package io.openteller.platform.identity.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in under way. The browser that began it keeps it in a cookie, so any replica can finish it and nobody else can.
 *
 * @param verifier of PKCE; the provider has seen only its hash
 */
record Attempt(String state, String nonce, String verifier, String returnTo) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{1,1400})");

    static Attempt begin(@Nullable String returnTo) {
        return new Attempt(
                Secrets.random(), Secrets.random(), Secrets.random(), PublicAddress.localOrHome(returnTo));
    }

    String cookie() {
        byte[] path = returnTo.getBytes(StandardCharsets.UTF_8);
        return state + "." + nonce + "." + verifier + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(path);
    }

    static Optional<Attempt> read(@Nullable String cookie) {
        Matcher form = FORM.matcher(cookie == null ? "" : cookie);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            String path = new String(Base64.getUrlDecoder().decode(form.group(4)), StandardCharsets.UTF_8);
            return Optional.of(
                    new Attempt(form.group(1), form.group(2), form.group(3), PublicAddress.localOrHome(path)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
