package io.openteller.plugins.openai;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one client of this plugin; opened with the first call. */
final class Connections {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private static @Nullable HttpClient client;

    private Connections() {}

    /** Follows no redirect: text goes where the administrator said, and nowhere else. */
    static synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_WITHIN)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    static synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
