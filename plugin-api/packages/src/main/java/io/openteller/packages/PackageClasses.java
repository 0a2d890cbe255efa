package io.openteller.packages;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Every class of an unpacked package by its name, read as bytes and never loaded. */
final class PackageClasses implements AutoCloseable {

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/");
    private static final Pattern INTERFACE = Pattern.compile("(?:io/openteller/spi|org/pf4j)/.*");
    private static final Pattern OUTSIDE = Pattern.compile(".*(?:\\.\\.|[:%\\\\]).*|/.*");

    private final Map<String, List<Source>> sources = new HashMap<>();
    private final List<ZipFile> jars = new ArrayList<>();
    private final Path folder;

    private PackageClasses(Path folder) {
        this.folder = folder;
    }

    @FunctionalInterface
    private interface Source {
        byte[] bytes() throws IOException;
    }

    static PackageClasses of(Path folder) throws IOException {
        PackageClasses classes = new PackageClasses(folder);
        try {
            classes.addFolder(folder.resolve(Names.CLASSES));
            Path libraries = folder.resolve("lib");
            if (Files.isDirectory(libraries)) {
                try (Stream<Path> files = Files.list(libraries)) {
                    for (Path jar : files.sorted().toList()) {
                        classes.addJar(jar);
                    }
                }
            }
            return classes;
        } catch (IOException | RuntimeException failure) {
            classes.close();
            throw failure;
        }
    }

    Path folder() {
        return folder;
    }

    private void addFolder(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                add(name, "classes", () -> Files.readAllBytes(file));
            }
        }
    }

    private void addJar(Path file) throws IOException {
        String library = String.valueOf(file.getFileName());
        ZipFile jar;
        try {
            jar = new ZipFile(file.toFile());
        } catch (ZipException broken) {
            throw new Refusal(Reason.NOT_A_ZIP, "its library " + library + " is no jar");
        }
        jars.add(jar);
        checkClassPath(jar, library);
        for (ZipEntry entry : jar.stream().toList()) {
            add(entry.getName(), library, () -> {
                try (InputStream in = jar.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            });
        }
    }

    private void add(String name, String where, Source source) {
        String path = VERSIONED.matcher(name).replaceFirst("");
        if (INTERFACE.matcher(path).matches()) {
            throw new Refusal(
                    Reason.BUNDLED_INTERFACE,
                    "it brings a copy of the plugin interface (" + where + ": " + path + "); leave that to the platform");
        }
        if (path.endsWith(".class")) {
            sources.computeIfAbsent(path.substring(0, path.length() - 6), key -> new ArrayList<>()).add(source);
        }
    }

    /** A class loader follows what a jar's manifest says, and that is where nothing was signed. */
    private static void checkClassPath(ZipFile jar, String library) throws IOException {
        for (ZipEntry entry : jar.stream().filter(one -> one.getName().equalsIgnoreCase("META-INF/MANIFEST.MF")).toList()) {
            try (InputStream in = jar.getInputStream(entry)) {
                String classPath = new Manifest(in).getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                for (String path : (classPath == null ? "" : classPath).split(" ")) {
                    if (OUTSIDE.matcher(path).matches()) {
                        throw new Refusal(
                                Reason.OUTSIDE_CODE, "its library " + library + " asks for code outside of the package");
                    }
                }
            } catch (IOException malformed) {
                throw new Refusal(Reason.NOT_A_ZIP, "the manifest of its library " + library + " cannot be read");
            }
        }
    }

    /**
     * The class as it will be loaded; empty if the package does not have it.
     *
     * @param name with slashes
     */
    Optional<ClassModel> find(String name) throws IOException {
        List<Source> found = sources.getOrDefault(name, List.of());
        if (found.size() > 1) {
            throw new Refusal(
                    Reason.AMBIGUOUS_CLASS, "the class " + name.replace('/', '.') + " is in it more than once");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            ClassModel model = ClassFile.of().parse(found.getFirst().bytes());
            if (model.thisClass().asInternalName().equals(name)) {
                return Optional.of(model);
            }
        } catch (IllegalArgumentException malformed) {
            // The same as one with another name in it: no class loader would take it for this one.
        }
        throw new Refusal(Reason.MISSING_CLASS, "the class " + name.replace('/', '.') + " cannot be read");
    }

    @Override
    public void close() throws IOException {
        for (ZipFile jar : jars) {
            jar.close();
        }
    }
}
