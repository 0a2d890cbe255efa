package io.openteller.platform.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prompt as it is written down: parts that begin with {@code #system}, {@code #user}, {@code #schema} and {@code #tokens}
 * (the longest answer) on lines of their own, and gaps such as {@code {question}} in double braces. A file that was ever sent
 * is never changed; another wording is another version.
 */
final class PromptFile {

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Map<String, PromptFile> READ = new ConcurrentHashMap<>();

    private final String version;
    private final Map<String, String> parts = new ConcurrentHashMap<>();

    private PromptFile(String version) {
        this.version = version;
        String part = "";
        for (String line : text(version).lines().toList()) {
            if (line.matches("#[a-z]+")) {
                part = line.substring(1);
            } else {
                parts.merge(part, line, (before, more) -> before + "\n" + more);
            }
        }
    }

    static PromptFile named(String version) {
        return READ.computeIfAbsent(version, PromptFile::new);
    }

    /** Which file each task is asked with: {@code in-force.txt}, lines of task and version. */
    static Optional<String> inForce(Task task) {
        return text("in-force")
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts[0].equals(task.name()))
                .map(parts -> parts[1].strip())
                .findFirst();
    }

    static boolean exists(String version) {
        return version.matches("[a-z][a-z0-9-]*") && PromptFile.class.getResource(path(version)) != null;
    }

    boolean isFixed(String system) {
        return part("system").equals(system);
    }

    Prompt.Shape shape() {
        return new Prompt.Shape(part("system"), schema(), Integer.parseInt(part("tokens")));
    }

    Prompt filled(Map<String, Hidden> gaps) {
        Set<String> open = new HashSet<>(gaps.keySet());
        Prompt filled = new Prompt(
                version,
                filled(part("system"), gaps, open),
                filled(part("user"), gaps, open),
                schema(),
                Integer.parseInt(part("tokens")));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(version + " has no " + open);
        }
        return filled;
    }

    private String part(String name) {
        return Objects.requireNonNull(parts.get(name), () -> version + " has no part " + name)
                .strip();
    }

    private @Nullable String schema() {
        return parts.containsKey("schema") ? part("schema") : null;
    }

    private String filled(String part, Map<String, Hidden> gaps, Set<String> open) {
        return GAP.matcher(part).replaceAll(gap -> {
            Hidden text = gaps.get(gap.group(1));
            if (text == null) {
                throw new IllegalArgumentException(version + " needs " + gap.group(1));
            }
            open.remove(gap.group(1));
            return Matcher.quoteReplacement(text.text());
        });
    }

    private static String path(String version) {
        return "/prompts/" + version + ".txt";
    }

    static String text(String version) {
        try (InputStream file = PromptFile.class.getResourceAsStream(path(version))) {
            if (file == null) {
                throw new IllegalArgumentException("there is no prompt " + version);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
