package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description of the API says what the routes do. */
class OpenApiTest {

    private static final Path COMMITTED = Path.of("..", "docs", "openapi.yml");
    private static final String UPDATE = "mvn -pl plugin-api/spi,platform-api test -Dtest=OpenApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.update=true";

    @Test
    void the_committed_file_is_what_the_routes_say() throws IOException {
        String now = published().yaml();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, now);
        }
        assertThat(Files.readString(COMMITTED))
                .as("docs/openapi.yml is out of date. Update it with: %s%n", UPDATE)
                .isEqualTo(now);
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

    private static PublishedApi published() throws IOException {
        try (InputStream compiled = OpenApiTest.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
            assertThat(compiled).as("what the compiler wrote about the routes").isNotNull();
            return PublishedApi.of(new String(compiled.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
