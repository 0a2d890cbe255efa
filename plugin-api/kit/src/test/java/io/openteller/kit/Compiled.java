package io.openteller.kit;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.pf4j.processor.ExtensionAnnotationProcessor;

/** Sources of plugins, compiled as their own build would, with an index of extensions. */
public final class Compiled {

    private Compiled() {}

    public static Path of(Path sources, Path classes) throws Exception {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> all = Files.walk(sources);
                var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = compiler.getTask(
                    said,
                    files,
                    null,
                    List.of("-d", classes.toString(), "--release", "21", "-Xlint:all,-processing", "-Werror"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            all.filter(file -> file.toString().endsWith(".java")).toList()));
            task.setProcessors(List.of(new ExtensionAnnotationProcessor()));
            if (!task.call()) {
                throw new AssertionError(said.toString());
            }
        }
        return classes;
    }
}
