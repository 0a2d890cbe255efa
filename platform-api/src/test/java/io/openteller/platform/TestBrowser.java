package io.openteller.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** As much of a browser as signing in needs: cookies per host, redirects, forms. */
final class TestBrowser implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private Map<String, String> typed = Map.of();

    /** Follows redirects to the end. */
    HttpResponse<String> open(URI address) throws Exception {
        return follow(send("GET", address, null, Map.of()));
    }

    /** Signs in as people do, and ends where the platform sends them. */
    HttpResponse<String> signIn(URI home, String email, String password, String returnTo) throws Exception {
        return submit(passwordForm(home, email, returnTo), Map.of("password", password));
    }

    /** The identity provider may ask for the address on a page of its own, before the password. */
    HttpResponse<String> passwordForm(URI home, String email, String returnTo) throws Exception {
        HttpResponse<String> page = open(home.resolve("/auth/login?returnTo=" + encoded(returnTo)));
        if (!page.body().contains("name=\"password\"")) {
            page = submit(page, Map.of("username", email));
        }
        typed = Map.of("username", email);
        return page;
    }

    /** Fills in the form of the page and sends it, then follows. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) throws Exception {
        Element form = Jsoup.parse(page.body(), page.uri().toString()).selectFirst("form[method=post]");
        if (form == null) {
            throw new AssertionError("no form on " + page.uri() + ": " + page.body());
        }
        Map<String, String> values = new LinkedHashMap<>();
        form.select("input[name]").forEach(input -> values.put(input.attr("name"), input.attr("value")));
        typed.forEach(values::replace);
        fields.forEach(values::replace);
        String body = values.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(send(
                "POST",
                URI.create(form.absUrl("action")),
                body,
                Map.of("Content-Type", "application/x-www-form-urlencoded")));
    }

    HttpResponse<String> send(String method, URI address, String body, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        String jar = jar(address).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!jar.isEmpty()) {
            request.header("Cookie", jar);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String line : response.headers().allValues("Set-Cookie")) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            lines.put(pair[0], line);
            boolean gone = line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0");
            if (gone) {
                jar(address).remove(pair[0]);
            } else {
                jar(address).put(pair[0], pair[1]);
            }
        }
        return response;
    }

    /** The cookies that the browser holds for this host. */
    Map<String, String> jar(URI address) {
        return cookies.computeIfAbsent(address.getAuthority(), host -> new LinkedHashMap<>());
    }

    /** The whole line that set a cookie last. */
    String lastCookie(String name) {
        return lines.get(name);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws Exception {
        HttpResponse<String> response = first;
        for (int hops = 0; hops < 10 && response.statusCode() / 100 == 3; hops++) {
            URI next = response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
            response = send("GET", next, null, Map.of());
        }
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
