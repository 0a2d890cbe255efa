package io.openteller.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @AfterEach
    void stop_what_a_failed_test_left() {
        new Processes(DataFolder.at(data)).running("keycloak").ifPresent(left -> left.stop("KILL", Duration.ofSeconds(5)));
    }

    @Test
    void realms_and_organisations_survive_a_kill_and_the_administrator_stays_the_same() throws Exception {
        LocalKeycloak first = LocalKeycloak.start(data);
        assertThat(create(first, "/admin/realms", "{\"realm\":\"bank\",\"enabled\":true,\"organizationsEnabled\":true}"))
                .isEqualTo(201);
        assertThat(create(first, "/admin/realms/bank/organizations",
                        "{\"name\":\"Meridian\",\"alias\":\"meridian\",\"domains\":[{\"name\":\"meridian.example\"}]}"))
                .isEqualTo(201);
        new Processes(DataFolder.at(data)).running("keycloak").orElseThrow().stop("KILL", Duration.ofSeconds(5));
        LocalKeycloak second = LocalKeycloak.start(data);
        assertThat(second.url()).isEqualTo(first.url());
        assertThat(send(second, "/admin/realms/bank/organizations", null).body()).contains("\"alias\":\"meridian\"");
        second.stop();
        assertThat(DataFolder.free(second.port())).isTrue();
        assertThat(new Processes(DataFolder.at(data)).running("keycloak")).isEmpty();
    }

    private static int create(LocalKeycloak server, String path, String body) throws Exception {
        return send(server, path, body).statusCode();
    }

    private static HttpResponse<String> send(LocalKeycloak server, String path, @Nullable String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + token(server))
                .header("Content-Type", "application/json");
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return call(request.build());
    }

    private static String token(LocalKeycloak server) throws Exception {
        String form = "grant_type=password&client_id=admin-cli&username=" + server.admin() + "&password="
                + server.adminPassword();
        HttpResponse<String> answer = call(
                HttpRequest.newBuilder(URI.create(server.url() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private static HttpResponse<String> call(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
