package io.openteller.platform.plugin.internal.banks;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Public;
import io.openteller.platform.identity.OperatorKey;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where partners work on their plugins: a bank gets every save, and nobody approves it. Not there on any other platform. */
@Controller("/api/v1/plugins/dev")
@ExecuteOn(TaskExecutors.BLOCKING)
class DevController {

    private final Development development;
    private final OperatorKey operator;

    DevController(Development development, OperatorKey operator) {
        this.development = development;
        this.operator = operator;
    }

    /** @param settings null or empty to keep those that are there; a secret that is left out stays */
    @Serdeable
    record Switched(
            @Nullable String bank, @Nullable String version, @Nullable Map<String, Object> settings) {}

    /** @param detail what the plugin's own check says in its new version */
    @Serdeable
    record InForce(String bank, String id, String version, boolean up, String detail) {}

    /** Switches a bank to a version that is in development, and switches the plugin on. */
    @Post("/{id}/version")
    @Public("the operator's key")
    InForce change(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, String id, @Body Switched given) {
        operator.check(authorization);
        return development.change(
                id,
                Objects.requireNonNullElse(given.bank(), ""),
                Objects.requireNonNullElse(given.version(), ""),
                given.settings());
    }
}
