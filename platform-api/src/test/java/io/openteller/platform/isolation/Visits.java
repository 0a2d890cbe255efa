package io.openteller.platform.isolation;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Sites;
import io.openteller.platform.identity.Role;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Somebody of one bank, with every right that a person or a customer can have there, who asks for what is another's. */
final class Visits {

    private static final String ORIGIN = "https://www.bank.example";
    private static final String BOUNDARY = "part-of-an-upload";
    private static final long STREAM_MILLIS = 700;

    /** They come when it is time for them, whoever has what. */
    private static final Pattern HEARTBEATS = Pattern.compile("(?s)event: heartbeat.*?(\n\n|$)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EmbeddedServer platform;
    private final Tenant bank;
    private final String cookie;
    private final String widgetToken;
    private final UUID conversation;

    /** What came back, with the bank's own name and all new ids taken out. */
    record Answer(int status, String seen) {}

    private Visits(EmbeddedServer platform, Tenant bank, String cookie, String widgetToken, UUID conversation) {
        this.platform = platform;
        this.bank = bank;
        this.cookie = cookie;
        this.widgetToken = widgetToken;
        this.conversation = conversation;
    }

    /** A new bank, and its people. */
    static Visits of(EmbeddedServer platform, Jdbi superuser, String slug) throws Exception {
        Tenant bank = platform.getApplicationContext()
                .getBean(Tenants.class)
                .register(new TenantSlug(slug), "Bank " + slug, "GBP");
        return of(platform, superuser, bank);
    }

    static Visits of(EmbeddedServer platform, Jdbi superuser, Tenant bank) throws Exception {
        return of(platform, superuser, bank, List.of(Role.values()));
    }

    /** The same visitor, of whom nothing is known. */
    Visits asNobody() {
        return new Visits(platform, bank, "", "", conversation);
    }

    static Visits of(EmbeddedServer platform, Jdbi superuser, Tenant bank, List<Role> roles) throws Exception {
        ApplicationContext context = platform.getApplicationContext();
        String slug = bank.slug().value();
        String secret = (UUID.randomUUID() + "-" + UUID.randomUUID()).substring(0, 43);
        UUID person = UUID.randomUUID();
        superuser.useHandle(sql -> {
            sql.createUpdate("INSERT INTO staff (tenant_id, id, email, name, roles)"
                            + " VALUES (:bank, :id, :email, 'Ada', :roles)")
                    .bind("bank", bank.id())
                    .bind("id", person)
                    .bind("email", "ada@" + slug + ".example")
                    .bindArray("roles", String.class, roles.stream().map(Role::name).toList())
                    .execute();
            sql.execute(
                    "INSERT INTO staff_session (tenant_id, token_hash, staff_id, expires_at)"
                            + " VALUES (?, ?, ?, now() + interval '1 hour')",
                    bank.id(),
                    hash(secret),
                    person);
        });
        String key = "wk_" + slug + "_test-site";
        CurrentTenant.run(bank, () -> context.getBean(Sites.class)
                .put(new Site(key, List.of(ORIGIN), "{\"keys\":[]}", "Tess", "#204060", List.of())));
        Visits visits = new Visits(platform, bank, "openteller_session=" + slug + "." + secret, "", person);
        HttpResponse<String> arrived = visits.client.send(
                HttpRequest.newBuilder(platform.getURI().resolve("/api/v1/widget/sessions"))
                        .header("Origin", ORIGIN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"siteKey\":\"" + key + "\",\"locale\":\"en\"}"))
                        .build(),
                BodyHandlers.ofString());
        if (arrived.statusCode() != 201) {
            throw new IllegalStateException("nobody could come in: " + arrived.body());
        }
        String token = arrived.body().replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
        UUID conversation = UUID.fromString(arrived.body().replaceFirst(".*\"conversationId\":\"([^\"]*)\".*", "$1"));
        return new Visits(platform, bank, visits.cookie, token, conversation);
    }

    Tenant bank() {
        return bank;
    }

    /** The one that the customer is in. */
    UUID conversation() {
        return conversation;
    }

    Answer ask(ApiFile.Operation operation, boolean withOptional) throws IOException, InterruptedException {
        return ask(operation, operation.address(withOptional), operation.body(), text -> text);
    }

    /** @param reads what is taken for the same in the answer */
    Answer ask(ApiFile.Operation operation, String address, Object given, UnaryOperator<String> reads)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.getURI().resolve(address))
                .timeout(Duration.ofSeconds(30));
        if (operation.path().startsWith("/api/v1/widget/")) {
            request.header("Origin", ORIGIN);
        }
        if (!operation.path().startsWith("/api/v1/widget/") && !cookie.isEmpty()) {
            request.header("Cookie", cookie).header("X-Openteller-Request", "1");
        } else if (!widgetToken.isEmpty()) {
            request.header("Authorization", "Bearer " + widgetToken);
        }
        if (!operation.bodyType().isEmpty()) {
            boolean upload = operation.bodyType().startsWith("multipart/");
            String type = upload ? operation.bodyType() + "; boundary=" + BOUNDARY : operation.bodyType();
            String body = upload ? uploaded(given) : written(given);
            request.header("Content-Type", type).method(operation.method(), BodyPublishers.ofString(body));
        } else {
            request.method(operation.method(), BodyPublishers.noBody());
        }
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        String body = operation.streams() && answer.statusCode() == 200
                ? beginning(answer.body())
                : new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        String seen = Shown.text(reads.apply(body).replace(bank.slug().value(), "SLUG"));
        return new Answer(answer.statusCode(), answer.statusCode() + " " + seen);
    }

    /** What a stream sends at once. */
    private static String beginning(InputStream stream) throws InterruptedException {
        StringBuilder read = new StringBuilder();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try (stream) {
                byte[] buffer = new byte[8192];
                for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                    synchronized (read) {
                        read.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        }, work -> Thread.ofVirtual().start(work));
        try {
            reading.get(STREAM_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException enough) {
            try {
                stream.close();
            } catch (IOException closed) {
                throw new IllegalStateException(closed);
            }
        }
        synchronized (read) {
            return HEARTBEATS.matcher(read).replaceAll("");
        }
    }

    private static String uploaded(Object fields) throws IOException {
        StringBuilder body = new StringBuilder();
        if (fields instanceof Map<?, ?> parts) {
            for (Map.Entry<?, ?> part : parts.entrySet()) {
                boolean file = part.getKey().equals("file");
                body.append("--").append(BOUNDARY).append("\r\n");
                body.append("Content-Disposition: form-data; name=\"").append(part.getKey()).append('"');
                body.append(file ? "; filename=\"words.md\"\r\nContent-Type: application/octet-stream" : "");
                body.append("\r\n\r\n").append(part.getValue() instanceof String text ? text : written(part.getValue()));
                body.append("\r\n");
            }
        }
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static String written(Object value) throws IOException {
        return ObjectMapper.getDefault().writeValueAsString(value);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
