package io.openteller.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The project of one kind: files for every kind, and the kind's own, which come before those. A word in {@code {{braces}}}
 * stands for a name or one of the kind's properties.
 */
final class Templates {

    private static final String MAIN = "src/main/java/{{folder}}/";
    private static final String TEST = "src/test/java/{{folder}}/";
    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");

    /** Files of the kinds' own. */
    private static final Map<String, List<String>> OWN = Map.of(
            "banking", List.of("Accounts", "AccountsTest"),
            "workflow", List.of("Steps", "StepsTest"),
            "llm", List.of("Model", "Lines", "ModelTest"),
            "channel", List.of("Channel", "Signatures", "ChannelTest"),
            "identity", List.of("Codes", "CodesTest"),
            "knowledge", List.of("Documents", "DocumentsTest"));

    private static final List<String> COMMON = List.of("Plugin", "Settings", "Api", "PluginTest", "ApiTest", "Server");

    /** Classes that keep their plain name. */
    private static final List<String> PLAIN = List.of("Signatures");

    private final String kind;

    private Templates(String kind) {
        this.kind = kind;
    }

    static List<String> kinds() {
        return OWN.keySet().stream().sorted().toList();
    }

    /** @throws IllegalArgumentException if there is none */
    static void requireKind(String kind) {
        if (!OWN.containsKey(kind)) {
            throw new IllegalArgumentException("'" + kind + "' is no kind of plugin; there are " + String.join(", ", kinds()));
        }
    }

    static Templates of(String kind) {
        requireKind(kind);
        return new Templates(kind);
    }

    /** @return what was written */
    List<Path> write(ProjectName name, Path target) throws IOException {
        Map<String, String> words = words(name);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path place = target.resolve(filled(file.getValue(), words));
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            written.add(Files.writeString(place, filled(text(file.getKey()), words)));
        }
        return written;
    }

    /** Template to place. */
    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("plugin.json", "src/main/plugin/plugin.json");
        files.put("contract.json", "src/test/plugin/contract.json");
        files.put("README.md", "README.md");
        files.put("CHANGELOG.md", "CHANGELOG.md");
        files.put("gitignore", ".gitignore");
        files.put("package-info.java", MAIN + "package-info.java");
        List<String> classes = new ArrayList<>(COMMON);
        classes.addAll(Objects.requireNonNull(OWN.get(kind)));
        for (String one : classes) {
            String place = one.endsWith("Test") || one.equals("Server") ? TEST : MAIN;
            files.put(one + ".java", place + (PLAIN.contains(one) ? "" : "{{Name}}") + one + ".java");
        }
        return files;
    }

    private Map<String, String> words(ProjectName name) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(resource(kind + "/kind.properties")));
        Map<String, String> words = new HashMap<>(Versions.words());
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        words.put("id", name.id());
        words.put("kind", kind);
        words.put("publisher", name.publisher());
        words.put("name", name.words());
        words.put("Name", name.type());
        words.put("package", name.packageName());
        words.put("folder", name.folder());
        String point = Objects.requireNonNull(words.get("point"));
        words.put("Point", point.substring(point.lastIndexOf('.') + 1));
        words.put("main", filled(Objects.requireNonNull(words.get("main")), words));
        words.put("respond", exists("respond.java") ? text("respond.java").stripTrailing() : "");
        return words;
    }

    private String text(String file) throws IOException {
        return exists(file) ? resource(kind + "/" + file) : resource("common/" + file);
    }

    private boolean exists(String file) {
        return Templates.class.getResource("/templates/" + kind + "/" + file) != null;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(Templates.class.getResourceAsStream("/templates/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String filled(String text, Map<String, String> words) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        Objects.requireNonNull(words.get(hole.group(1)), () -> "no word for " + hole.group())));
    }
}
