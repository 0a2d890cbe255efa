package io.openteller.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What {@code new} writes compiles without a warning, and passes its own tests. */
class TemplatesTest {

    @TempDir
    Path folder;

    static List<String> kinds() {
        return Templates.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_new_project_compiles_and_its_tests_pass(String kind) throws Exception {
        Templates.of(kind).write(ProjectName.of("acme-" + kind, null, "Acme Software"), folder);
        Path classes = Compiled.of(folder.resolve("src"), folder.resolve("classes"));
        assertThat(classes.resolve("META-INF/extensions.idx")).exists();
        SummaryGeneratingListener heard = new SummaryGeneratingListener();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClasspathRoots(Set.of(classes)))
                                    .build(),
                            heard);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        StringWriter failures = new StringWriter();
        heard.getSummary().printFailuresTo(new PrintWriter(failures), 5);
        assertThat(failures.toString()).isEmpty();
        assertThat(heard.getSummary().getTestsSucceededCount()).isGreaterThan(14);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_in_a_new_project_was_left_unsaid_or_leads_elsewhere(String kind) throws Exception {
        List<Path> written = Templates.of(kind).write(ProjectName.of("acme-" + kind, "org.acme.plug", "Acme Software"), folder);
        Pattern machine = Pattern.compile("\\{\\{|}}\\s*$|/(home|root)/|https?://(?!localhost|maven\\.apache\\.org/|"
                + "www\\.w3\\.org/|api\\.bank\\.example|not an address)");
        assertThat(written).hasSizeGreaterThan(12).allSatisfy(file -> assertThat(Files.readString(file))
                .doesNotContainPattern(machine)
                .endsWith("\n"));
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSameSizeAs(written);
        }
    }
}
