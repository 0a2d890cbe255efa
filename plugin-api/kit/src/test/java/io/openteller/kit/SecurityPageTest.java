package io.openteller.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md names tests; they are there. */
class SecurityPageTest {

    private static final Path PROJECT = Path.of("..", "..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))\\.([a-z][a-z0-9_]*)`");
    private static final Set<String> PASSED_OVER = Set.of("target", "node_modules", ".git", ".openteller");

    private record Named(String type, String method) {}

    private static List<Named> named(String page) {
        return NAMED.matcher(page).results().map(one -> new Named(one.group(1), one.group(2))).toList();
    }

    /** By the name of the class; two of one name count together. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> found = new HashMap<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
                Path name = folder.getFileName();
                return name != null && PASSED_OVER.contains(name.toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.endsWith("Test.java") || name.endsWith("IT.java")) {
                    found.merge(name.replace(".java", ""), Files.readString(file), String::concat);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean isThere(Map<String, String> tests, Named one) {
        return tests.getOrDefault(one.type(), "").contains("void " + one.method() + "(");
    }

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        Map<String, String> tests = tests();
        List<Named> named = named(Files.readString(PROJECT.resolve("docs/security.md")));
        assertThat(named).hasSizeGreaterThan(30).allMatch(one -> isThere(tests, one));
        assertThat(isThere(tests, new Named("SecurityPageTest", "no_such_test"))).isFalse();
    }

    @Test
    void every_threat_of_the_page_is_shown_by_a_test() throws IOException {
        List<String> threats = Files.readString(PROJECT.resolve("docs/security.md"))
                .transform(page -> page.substring(page.indexOf("| threat |"), page.indexOf("## What is not stopped")))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
                .toList();
        assertThat(threats).hasSizeGreaterThan(20).allMatch(line -> !named(line).isEmpty());
    }
}
