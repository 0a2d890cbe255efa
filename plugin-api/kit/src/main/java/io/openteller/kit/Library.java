package io.openteller.kit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A library that the kit runs with.
 *
 * @param place a jar; or a folder of classes, when the kit runs from its own build
 */
record Library(Path place) {

    private static final Pattern JAR = Pattern.compile(".+?-(\\d[^/]*)\\.jar");

    static Library of(Class<?> one) {
        try {
            return new Library(
                    Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From the name of the file. */
    String version() {
        Matcher jar = JAR.matcher(Objects.requireNonNull(place.getFileName()).toString());
        if (!jar.matches()) {
            throw new IllegalStateException(place + " says no version");
        }
        return jar.group(1);
    }

    /** @return itself, or its classes as a jar in the folder */
    Path jar(Path folder) throws IOException {
        if (!Files.isDirectory(place)) {
            return place;
        }
        Path jar = Files.createTempFile(folder, "library", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(place.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
