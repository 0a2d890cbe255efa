package io.openteller.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Classes compiled for a test. Each of them writes a file when it is initialised, so that a test sees whether it was. */
final class Compiled {

    /** Names the file. */
    static final String PROPERTY = "openteller.test.planted";

    private static final ConcurrentHashMap<List<String>, SortedMap<String, byte[]>> KNOWN = new ConcurrentHashMap<>();
    private static final String RUNS = """
            static {
                try {
                    java.nio.file.Files.writeString(java.nio.file.Path.of(System.getProperty("%s")), "ran");
                } catch (java.io.IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            }
            """.formatted(PROPERTY);

    private Compiled() {}

    /** @param sources one top-level type of package {@code made} each; a line {@code RUNS} in it is the file that it writes */
    static SortedMap<String, byte[]> of(String... sources) {
        return KNOWN.computeIfAbsent(List.of(sources), key -> compiled(key));
    }

    private static SortedMap<String, byte[]> compiled(List<String> sources) {
        try {
            Path folder = Files.createTempDirectory("compiled");
            List<String> arguments = new ArrayList<>(List.of("-proc:none", "--release", "21", "-d", folder.toString()));
            arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
            for (String source : sources) {
                String name = source.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1");
                Path file = folder.resolve(name + ".java");
                arguments.add(Files.writeString(file, "package made;\n" + source.replace("RUNS", RUNS)).toString());
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            if (ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
            }
            SortedMap<String, byte[]> classes = new TreeMap<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    classes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            Trees.delete(folder);
            return classes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
