package io.openteller.bench.faults;

import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Way;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** As much of a colleague's browser as signing in needs. */
final class StaffBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HOPS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    private final Canaries canaries;
    private final String bank;

    /** @param canaries read every page that this bank's colleague gets */
    StaffBrowser(Canaries canaries, String bank) {
        this.canaries = canaries;
        this.bank = bank;
    }

    /** @return the platform's answer to whom it thinks they are, or whatever page they are left at */
    HttpResponse<String> signIn(URI home, String email, String password) throws IOException, InterruptedException {
        HttpResponse<String> page = follow(get(home.resolve("/auth/login?returnTo=%2Fapi%2Fv1%2Fme")));
        Map<String, String> typed = Map.of("username", email, "password", password);
        // The address may be asked for on a page of its own.
        for (int forms = 0; forms < 2 && page.body().contains("name=\"username\""); forms++) {
            page = submit(page, typed);
        }
        return page.body().contains("name=\"password\"") ? submit(page, typed) : page;
    }

    /** Follows nothing. */
    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET(), address);
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> typed)
            throws IOException, InterruptedException {
        Element form = Jsoup.parse(page.body(), page.uri().toString()).selectFirst("form[method=post]");
        if (form == null) {
            return page;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        typed.forEach(fields::replace);
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        URI address = URI.create(form.absUrl("action"));
        return follow(send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                address));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int hops = 0; hops < HOPS && answer.statusCode() / 100 == 3; hops++) {
            answer = get(answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow()));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, URI address) throws IOException, InterruptedException {
        Map<String, String> jar = cookies.computeIfAbsent(address.getAuthority(), host -> new LinkedHashMap<>());
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        canaries.left(Way.HTTP, bank, answer.body());
        answer.headers().allValues("Set-Cookie").forEach(line -> {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            jar.put(pair[0], pair[1]);
        });
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
