package io.openteller.spi.compat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assertions;

/** Sources by their paths, such as {@code io/openteller/spi/Money.java}. */
record Sources(Map<String, String> files) {

    /** What the interface is compiled with, and nothing else of the tests. */
    static final List<String> CLASS_PATH = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.matches(".*/(pf4j|jspecify|slf4j-api)-[^/]*\\.jar"))
            .toList();

    Sources {
        files = Map.copyOf(files);
    }

    /** This version's. */
    static Sources current() {
        Path root = Path.of("src", "main", "java");
        try (Stream<Path> all = Files.walk(root)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return new Sources(files);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A failed test if there is nothing to replace: a change that changes nothing proves nothing. */
    Sources with(String file, String old, String replacement) {
        String before = Objects.requireNonNull(files.get("io/openteller/spi/" + file), file);
        Assertions.assertTrue(before.contains(old), () -> file + " has no: " + old);
        Map<String, String> changed = new TreeMap<>(files);
        changed.put("io/openteller/spi/" + file, before.replace(old, replacement));
        return new Sources(changed);
    }

    Sources without(String file) {
        Map<String, String> fewer = new TreeMap<>(files);
        Objects.requireNonNull(fewer.remove("io/openteller/spi/" + file), file);
        return new Sources(fewer);
    }

    /** Compiled, as a jar. */
    byte[] jar(Path workshop) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Source> units = files.entrySet().stream()
                    .map(file -> new Source(file.getKey(), file.getValue()))
                    .toList();
            List<String> options = List.of(
                    "-proc:none", "--release", "21", "-parameters", "-d", workshop.toString(),
                    "-classpath", String.join(File.pathSeparator, CLASS_PATH));
            if (!compiler.getTask(said, manager, null, options, null, units).call()) {
                throw new IllegalStateException("these sources do not compile: " + said);
            }
            return packed(workshop);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                jar.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
