package io.openteller.platform;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.coordination.Drain;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger log = LoggerFactory.getLogger(Platform.class);

    private Platform() {}

    public static void main(String[] arguments) {
        fewOnTheirWay();
        start(arguments, Map.of());
    }

    /**
     * Makes this process a platform. Told to stop, it says that it is not ready and takes no more turns; a notice later it
     * ends its streams, finishes the turns in hand and the requests that it has begun, and only then goes: the framework's
     * own way would cut the connections first.
     *
     * @param settings on top of the configuration
     */
    public static void start(String[] arguments, Map<String, Object> settings) {
        try {
            ApplicationContext platform = ApplicationContext.builder()
                    .args(arguments)
                    .banner(false)
                    .properties(settings)
                    .start();
            Drain drain = platform.getBean(Drain.class);
            Runtime.getRuntime().addShutdownHook(new Thread(
                    () -> {
                        drain.begin();
                        platform.stop();
                    },
                    "stop"));
            EmbeddedServer server = platform.getBean(EmbeddedServer.class).start();
            log.info("ready at {}", server.getURI());
        } catch (RuntimeException failure) {
            log.error("the platform could not start", failure);
            System.exit(1);
        }
    }

    /**
     * Of a stream whose reader takes nothing that many events wait in memory; by itself it would be 256, a megabyte of long messages
     * for each. Read once, when the first stream is made.
     */
    private static void fewOnTheirWay() {
        String setting = "reactor.bufferSize.small";
        if (System.getProperty(setting) == null) {
            System.setProperty(setting, "16");
        }
    }
}
