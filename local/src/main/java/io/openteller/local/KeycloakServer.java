package io.openteller.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The unpacked server. It compiles its own configuration once (half a minute), then starts in seconds. */
final class KeycloakServer {

    private static final List<String> BUILD = List.of(
            "build",
            "--db=dev-file",
            "--features=organization",
            "--health-enabled=true",
            "--http-management-health-enabled=false");

    private KeycloakServer() {}

    /** The server's folder, built with our options; builds it now when it is not. */
    static Path built() {
        Path home = Home.folder().resolve("keycloak-" + version());
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new CannotStart("Keycloak is not unpacked at " + home
                    + "; the Maven module `local` does it: run './openteller up' or 'mvn -pl local generate-resources'");
        }
        return Home.alone("keycloak", () -> {
            Path stamp = home.resolve("openteller-built.txt");
            String wanted = String.join(" ", BUILD);
            try {
                if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                    List<String> line = new ArrayList<>(java(home, List.of("-Xmx768m", "-Dpicocli.disable.closures=true")));
                    line.addAll(BUILD);
                    Tools.run("building Keycloak", line, Map.of());
                    Files.writeString(stamp, wanted);
                }
                return home;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    static boolean isBuilt() {
        return Files.exists(Home.folder().resolve("keycloak-" + version()).resolve("openteller-built.txt"));
    }

    /** Not through its script: that stays in between, and a signal to it is not a signal to the server. */
    static List<String> java(Path home, List<String> options) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-XX:MaxMetaspaceSize=256m");
        line.add("-Dfile.encoding=UTF-8");
        line.add("-Duser.language=en");
        line.add("-Duser.country=US");
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            line.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        line.add("-Dkc.home.dir=" + home);
        line.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        line.add("-cp");
        line.add(home.resolve("lib/quarkus-run.jar").toString());
        line.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return line;
    }

    private static String version() {
        try (InputStream in = KeycloakServer.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(in);
            return versions.getProperty("keycloak");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
