package io.openteller.platform.plugin;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.Database;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.internal.banks.Colleague;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The platform with a folder of plugins, spoken to over HTTP by one bank's program. */
public final class PluginPlatform implements AutoCloseable {

    static final String OPERATOR = "operator-" + UUID.randomUUID();
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    public final Tenant bank;
    private final String key;

    public PluginPlatform(Path data, Path plugins) throws IOException {
        this(data, plugins, Map.of());
    }

    PluginPlatform(Path data, Path plugins, Map<String, Object> more) throws IOException {
        TestKeys.trusted(plugins);
        Map<String, Object> settings = new HashMap<>(Map.of(
                "micronaut.server.port", "-1",
                "openteller.sources.loop", "false",
                "openteller.plugins.private-hosts", "localhost",
                "openteller.data", data.toString(),
                "openteller.plugins.folder", plugins.toString(),
                "openteller.operator.key", OPERATOR,
                "datasources.default.url", Database.url(),
                "openteller.migration.url", Database.url()));
        settings.putAll(more);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        bank = another();
        key = key(EnumSet.allOf(Permission.class));
    }

    public Tenant another() {
        String slug = "b" + UUID.randomUUID().toString().substring(0, 12);
        return bean(Tenants.class).register(new TenantSlug(slug), slug, "GBP");
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    String url() {
        return server.getURI().toString();
    }

    String key(Set<Permission> permissions) {
        return CurrentTenant.call(
                bank, () -> bean(Identities.class).issueApiKey("k" + UUID.randomUUID(), permissions));
    }

    public record Answer(int status, Json body) {}

    public Answer send(String method, String path, String json) throws Exception {
        return send(method, path, "application/json", BodyPublishers.ofString(json), key);
    }

    /** As whoever runs the platform. */
    public Answer operator(String method, String path, String json) throws Exception {
        return send(method, path, "application/json", BodyPublishers.ofString(json), OPERATOR);
    }

    Answer send(String method, String path, String type, BodyPublisher body, String bearer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve(path))
                .method(method, body)
                .header("Content-Type", type);
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        Described.check(method, path, response.statusCode());
        String said = response.body().isEmpty() ? "{}" : response.body();
        return new Answer(
                response.statusCode(),
                new Json(Objects.requireNonNull(
                        bean(ObjectMapper.class).readValue(said, Argument.mapOf(String.class, Object.class)))));
    }

    /** As the operator. */
    Answer operate(String method, String path, String json) throws Exception {
        return send(method, path, "application/json", BodyPublishers.ofString(json), OPERATOR);
    }

    Answer upload(byte[] file, String bearer) throws Exception {
        return upload(file, bearer, "");
    }

    /** @param query empty, or what follows the path, from the question mark on */
    Answer upload(byte[] file, String bearer, String query) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plugin.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n");
        body.write(file);
        write(body, "\r\n--cut--\r\n");
        return send(
                "POST",
                "/api/v1/plugins" + query,
                "multipart/form-data; boundary=cut",
                BodyPublishers.ofByteArray(body.toByteArray()),
                bearer);
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }

    List<Json> plugins() throws Exception {
        return send("GET", "/api/v1/plugins", "").body().objects("items");
    }

    public Json plugin(String id) throws Exception {
        return plugins().stream()
                .filter(plugin -> plugin.text("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Switches a plugin on; a colleague of whoever asks approves where that is needed. */
    public Answer enable(String id) throws Exception {
        return approved(id, send("POST", "/api/v1/plugins/" + id + "/enable", "{}"));
    }

    /** Keeps settings, approved where that is needed. @param settings a JSON object */
    public Answer configure(String id, String settings) throws Exception {
        return approved(id, send("PUT", "/api/v1/plugins/" + id + "/settings", "{\"settings\": " + settings + "}"));
    }

    private Answer approved(String id, Answer asked) throws Exception {
        if (asked.status() == 202) {
            Colleague.approves(server.getApplicationContext(), bank, id);
            return send("GET", "/api/v1/plugins/" + id, "");
        }
        return asked;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
