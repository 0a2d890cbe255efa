package io.openteller.platform;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** A bank's own program with a key for what staff may do. */
final class TestProgram {

    private static final String BOUNDARY = "part-of-a-test-upload";

    private final URI platform;
    private final String key;

    TestProgram(EmbeddedServer platform, TestBank bank, Set<Permission> permissions) {
        this.platform = platform.getURI();
        this.key = CurrentTenant.call(bank.tenant(), () -> platform.getApplicationContext()
                .getBean(Identities.class)
                .issueApiKey(UUID.randomUUID().toString(), permissions));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(platform.resolve(path)).header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    HttpResponse<String> upload(String path, String fileName, byte[] content)
            throws IOException, InterruptedException {
        return send(uploading(path, fileName, content));
    }

    HttpRequest uploading(String path, String fileName, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return TestVisitor.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
