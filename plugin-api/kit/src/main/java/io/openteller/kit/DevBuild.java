package io.openteller.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import io.openteller.spi.SpiVersion;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.pf4j.processor.ExtensionAnnotationProcessor;

/** Builds a project again and again within one process, without Maven and without tests. */
final class DevBuild {

    private static final Pattern RELEASE = Pattern.compile("<maven\\.compiler\\.release>(\\d+)<");

    private final Project project;
    private final SigningKey key;
    private final Path folder;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    DevBuild(Project project, SigningKey key) {
        this.project = project;
        this.key = key;
        this.folder = project.target().resolve("dev");
    }

    /** What Maven does better: libraries. */
    void prepare(Help help) throws IOException {
        if (!Files.isDirectory(project.target().resolve("lib"))) {
            Handout.ifMissing(help.out());
            help.say("fetching the libraries: mvn -DskipTests package");
            Maven.run(project.root(), "-DskipTests", "package");
        }
    }

    /** @throws Refused with the compiler's words */
    void compile() throws IOException {
        Path classes = classes();
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
        Files.createDirectories(classes);
        copyResources(classes);
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
                Stream<Path> all = Files.walk(project.root().resolve("src/main/java"))) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java")).toList();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said, files, null, options(classes), null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new ExtensionAnnotationProcessor()));
            if (!task.call()) {
                throw new Refused("it does not compile:\n" + said.toString().stripTrailing());
            }
        }
    }

    /** @return the signed package */
    Path pack(String version) throws IOException {
        ObjectNode manifest = (ObjectNode) PublicKeyFile.JSON.readTree(Files.readAllBytes(project.manifest()));
        Path written = folder.resolve("plugin.json");
        Files.write(written, PublicKeyFile.JSON.writeValueAsBytes(manifest.put("version", version)));
        Path zip = project.pack(written, classes(), folder);
        Signing.sign(zip, key, zip);
        return zip;
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private List<String> options(Path classes) throws IOException {
        Matcher release = RELEASE.matcher(Files.readString(project.root().resolve("pom.xml")));
        return List.of(
                "-d", classes.toString(),
                "--release", release.find() ? release.group(1) : "21",
                "-parameters",
                "-Xlint:none",
                "-cp", classPath());
    }

    private String classPath() throws IOException {
        List<Path> all = new ArrayList<>(project.libraries());
        for (Class<?> one : List.of(
                SpiVersion.class,
                org.pf4j.ExtensionPoint.class,
                org.jspecify.annotations.Nullable.class,
                org.slf4j.Logger.class)) {
            all.add(Library.of(one).place());
        }
        return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private void copyResources(Path classes) throws IOException {
        Path resources = project.root().resolve("src/main/resources");
        if (!Files.isDirectory(resources)) {
            return;
        }
        try (Stream<Path> all = Files.walk(resources)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = classes.resolve(resources.relativize(file).toString());
                Files.createDirectories(java.util.Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }
}
