package io.openteller.platform.console.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The page of each console, with a fresh nonce every time. Addresses without a dot belong to the console's own router. */
@Controller
class ConsoleController {

    private static final String NONCE = "__CSP_NONCE__";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    @Get("/admin{/path:[^.]*}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> admin(@Nullable String path) {
        return page("admin");
    }

    @Get("/agent{/path:[^.]*}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> agent(@Nullable String path) {
        return page("agent");
    }

    @Get("/")
    HttpResponse<?> home() {
        return HttpResponse.redirect(URI.create("/agent/"));
    }

    private HttpResponse<String> page(String console) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        String page = pages.computeIfAbsent(console, ConsoleController::read);
        if (page.isEmpty()) {
            return HttpResponse.notFound("This console was left out of the build");
        }
        return HttpResponse.ok(page.replace(NONCE, nonce))
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce
                                + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
                                + " form-action 'self'; frame-ancestors 'none'");
    }

    private static String read(String console) {
        try (InputStream file =
                ConsoleController.class.getResourceAsStream("/frontend/" + console + "/index.html")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
