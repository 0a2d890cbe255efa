package io.openteller.platform.identity.internal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** A route that somebody forgot to protect. Exists only where a test asks for it. */
@Controller("/api/v1/planted")
@Requires(property = "test.planted-route")
class SilentController {

    @Get
    String everything() {
        return "everything";
    }
}
