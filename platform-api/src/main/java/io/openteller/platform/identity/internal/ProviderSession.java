package io.openteller.platform.identity.internal;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session that the provider opens for itself while somebody signs in. It is not needed after, so it is closed. */
final class ProviderSession {

    static final int CONNECT_MILLIS = 2_000;
    static final int READ_MILLIS = 5_000;
    private static final Logger log = LoggerFactory.getLogger(ProviderSession.class);

    private ProviderSession() {}

    static void end(URI logout, ClientSecretBasic credentials, @Nullable RefreshToken token) {
        if (token == null) {
            return;
        }
        try {
            HTTPRequest request = limited(new HTTPRequest(HTTPRequest.Method.POST, logout));
            credentials.applyTo(request);
            request.setContentType("application/x-www-form-urlencoded");
            request.setBody("refresh_token=" + token.getValue());
            int status = request.send().getStatusCode();
            if (status >= 300) {
                log.warn("sign-in: the provider kept its session, status {}", status);
            }
        } catch (IOException | ParseException unreachable) {
            // The provider's session then ends by its own idle time; ours is not affected.
            log.warn("sign-in: the provider kept its session: {}", unreachable.toString());
        }
    }

    static HTTPRequest limited(HTTPRequest request) {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        return request;
    }
}
