package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed description of the API says what the routes do. */
class OpenApiTest {

    /** Not from the class path: controllers of tests have a description there too. */
    private static final Path COMPILED = Path.of("target", "classes", "META-INF", "swagger", "openapi.yml");

    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yml");
    private static final String UPDATE = "mvn -pl platform-api -am test -Dtest=OpenApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.update=true";

    @Test
    void the_committed_file_is_what_the_routes_say() throws IOException {
        String now = published().yaml();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, now);
        }
        assertThat(difference(Files.readString(COMMITTED), now))
                .as("docs/openapi.yml is out of date. Update it with: %s", UPDATE)
                .isEmpty();
    }

    @Test
    void every_error_of_every_route_is_a_problem() throws IOException {
        var paths = published().paths();
        assertThat(paths).isNotEmpty();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> assertThat(
                        operation.get("responses").toString())
                .as("%s %s", method, path)
                .contains("4XX={", "5XX={", "application/problem+json={schema={$ref=#/components/schemas/Problem}}")));
    }

    /** The first line that differs; the whole files would bury the message. */
    private static String difference(String committed, String now) {
        List<String> before = committed.lines().toList();
        List<String> after = now.lines().toList();
        for (int line = 0; line < Math.max(before.size(), after.size()); line++) {
            String old = line < before.size() ? before.get(line) : "";
            String made = line < after.size() ? after.get(line) : "";
            if (!old.equals(made)) {
                return "line " + (line + 1) + " is '" + old.strip() + "', the routes say '" + made.strip() + "'";
            }
        }
        return "";
    }

    private static PublishedApi published() throws IOException {
        return PublishedApi.of(Files.readString(COMPILED));
    }
}
