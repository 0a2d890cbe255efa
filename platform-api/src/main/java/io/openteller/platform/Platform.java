package io.openteller.platform;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Starts the tenant-aware core. Everything it needs comes from configuration; see {@code application.yml}. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Openteller",
                        version = "v1",
                        description = "Every error is a Problem, as application/problem+json with a stable code.",
                        license = @License(name = "Apache-2.0")))
@SecurityScheme(
        name = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = "openteller_session",
        description = "Staff in a browser. Everything but GET also needs the header X-Openteller-Request.")
@SecurityScheme(
        name = "apiKey",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A program of the bank, with a key that carries permissions.")
@SecurityScheme(
        name = "widgetSession",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A customer's widget, with the token that its session began with.")
public final class Platform {

    private Platform() {}

    public static void main(String[] args) {
        Micronaut.run(Platform.class, args);
    }
}
