package io.openteller.kit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way of a browser through the sign-in pages. */
final class StaffSignIn {

    private static final int MOST_PAGES = 4;
    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*\\baction=\"([^\"]+)\"");

    private StaffSignIn() {}

    static Calls at(URI platform, String email, String password) throws IOException {
        CookieManager cookies = new CookieManager(null, StaffSignIn::accept);
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            HttpResponse<String> page = open(browser, HttpRequest.newBuilder(platform.resolve("auth/login?returnTo=/api/v1/me")));
            for (int i = 0; i < MOST_PAGES && !page.uri().getAuthority().equals(platform.getAuthority()); i++) {
                page = submit(browser, page, email, password);
            }
            if (!page.uri().getAuthority().equals(platform.getAuthority()) || page.statusCode() != 200) {
                throw new Refused("could not sign in as " + email + "; is the password right, and are they on the bank's team?");
            }
            return new Calls(platform, "", cookies);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    /** As browsers do, this machine counts as safe though its address is plain: its cookies go back to it. */
    private static boolean accept(URI from, HttpCookie cookie) {
        if (List.of("localhost", "127.0.0.1", "[::1]").contains(from.getHost())) {
            cookie.setSecure(false);
        }
        return true;
    }

    /** Some pages ask for the name first, and for the password on the next one. */
    private static HttpResponse<String> submit(HttpClient browser, HttpResponse<String> page, String email, String password)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new Refused("the sign-in page at " + page.uri().getAuthority() + " has no form (" + page.statusCode() + ")");
        }
        StringBuilder fields = new StringBuilder("username=").append(encoded(email));
        if (page.body().contains("name=\"password\"")) {
            fields.append("&password=").append(encoded(password));
        }
        return open(browser, HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.toString())));
    }

    private static HttpResponse<String> open(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
