package io.openteller.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import io.openteller.operations.Catalogue;
import io.openteller.spi.SpiVersion;
import io.openteller.testkit.TestCall;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The plugin interface, the catalogue of operations and the test kit, for a partner's own Maven repository. Their descriptions
 * there name no parent and no version of anything else of the platform: a partner's build reads nothing of it.
 */
final class Handout {

    private static final String SPI = "openteller-spi";
    private static final String OPERATIONS = "openteller-operations";
    private static final String TESTKIT = "openteller-testkit";

    private Handout() {}

    static void intoLocalRepository(PrintWriter out) throws IOException {
        out.printf(
                "putting the plugin interface %s and its test kit into the local Maven repository%n", SpiVersion.current());
        out.flush();
        Path folder = Files.createTempDirectory("openteller-handout");
        try {
            Files.writeString(folder.resolve("pom.xml"), installing(spi(folder), operations(folder), testkit(folder)));
            Maven.run(folder, "initialize");
        } finally {
            Folders.delete(folder);
        }
    }

    /** When they are not there: what was cloned from somewhere builds, too. */
    static void ifMissing(PrintWriter out) throws IOException {
        Path place = LocalRepository.folder().resolve("io/openteller");
        Path spi = place.resolve(SPI).resolve(SpiVersion.current());
        Path operations = place.resolve(OPERATIONS).resolve(Versions.testkit());
        Path testkit = place.resolve(TESTKIT).resolve(Versions.testkit());
        if (!Files.isDirectory(spi) || !Files.isDirectory(operations) || !Files.isDirectory(testkit)) {
            intoLocalRepository(out);
        }
    }

    private static String spi(Path folder) throws IOException {
        String pom = pom(folder, SPI, SpiVersion.current(), dependency("org.pf4j", "pf4j", version(org.pf4j.ExtensionPoint.class))
                + dependency("org.jspecify", "jspecify", version(Nullable.class)));
        return execution(SPI, Library.of(SpiVersion.class).jar(folder), pom);
    }

    /** The catalogue, which the test kit holds results against. */
    private static String operations(Path folder) throws IOException {
        String pom = pom(folder, OPERATIONS, Versions.testkit(), dependency("org.jspecify", "jspecify", version(Nullable.class))
                + dependency("com.networknt", "json-schema-validator", version(Schema.class))
                + dependency("com.fasterxml.jackson.core", "jackson-databind", version(ObjectMapper.class)));
        return execution(OPERATIONS, Library.of(Catalogue.class).jar(folder), pom);
    }

    private static String testkit(Path folder) throws IOException {
        String pom = pom(folder, TESTKIT, Versions.testkit(), dependency("io.openteller", SPI, SpiVersion.current())
                + dependency("io.openteller", OPERATIONS, Versions.testkit())
                + dependency("org.junit.jupiter", "junit-jupiter", version(org.junit.jupiter.api.Test.class))
                + dependency("org.assertj", "assertj-core", version(org.assertj.core.api.Assertions.class)));
        return execution(TESTKIT, Library.of(TestCall.class).jar(folder), pom);
    }

    private static String version(Class<?> one) {
        return Library.of(one).version();
    }

    private static String pom(Path folder, String name, String version, String dependencies) throws IOException {
        String file = name + ".pom";
        Files.writeString(folder.resolve(file), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.openteller</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <licenses><license><name>Apache-2.0</name></license></licenses>
                  <dependencies>
                %s  </dependencies>
                </project>
                """.formatted(name, version, dependencies));
        return file;
    }

    private static String dependency(String group, String name, String version) {
        return "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>%n"
                .formatted(group, name, version);
    }

    private static String execution(String name, Path jar, String pom) {
        return """
                <execution>
                  <id>%s</id>
                  <phase>initialize</phase>
                  <goals><goal>install-file</goal></goals>
                  <configuration><file>%s</file><pomFile>%s</pomFile></configuration>
                </execution>
                """.formatted(name, jar, pom);
    }

    private static String installing(String... executions) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.openteller</groupId>
                  <artifactId>openteller-handout</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins><plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-install-plugin</artifactId>
                    <version>3.1.4</version>
                    <executions>
                %s    </executions>
                  </plugin></plugins></build>
                </project>
                """.formatted(String.join("", executions));
    }
}
