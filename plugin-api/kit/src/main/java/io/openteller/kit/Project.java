package io.openteller.kit;

import io.openteller.packages.Packing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A partner's project as {@code new} lays it out. */
record Project(Path root) {

    static Project at(Path folder) {
        Project project = new Project(folder.toAbsolutePath().normalize());
        if (!Files.isRegularFile(project.manifest())) {
            throw new Refused("there is no plugin in " + folder + ": " + project.root().relativize(project.manifest())
                    + " is missing. 'openteller plugin new' writes a project that has all it needs");
        }
        if (!Files.isRegularFile(project.root().resolve("pom.xml"))) {
            throw new Refused("there is no pom.xml in " + folder + "; 'openteller plugin new' writes one to copy from");
        }
        return project;
    }

    Path manifest() {
        return root.resolve("src/main/plugin/plugin.json");
    }

    Path target() {
        return root.resolve("target");
    }

    Path classes() {
        return target().resolve("classes");
    }

    private Path builtNote() {
        return target().resolve("openteller.built");
    }

    /** Tests and all; nothing happens when no source is newer than the last build. */
    void build(PrintWriter out) throws IOException {
        if (isBuilt()) {
            return;
        }
        Handout.ifMissing(out);
        out.printf("building: mvn package, in %s%n", root);
        out.flush();
        FileTime begun = FileTime.fromMillis(System.currentTimeMillis());
        Maven.run(root, "package");
        Files.writeString(builtNote(), "");
        // What was saved meanwhile is newer than the beginning.
        Files.setLastModifiedTime(builtNote(), begun);
    }

    private boolean isBuilt() throws IOException {
        if (!Files.isRegularFile(builtNote())) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(builtNote());
        try (Stream<Path> all = Stream.concat(Files.walk(root.resolve("src")), Stream.of(root.resolve("pom.xml")))) {
            for (Path source : all.toList()) {
                if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    Packing.Parts parts() throws IOException {
        return new Packing.Parts(manifest(), classes(), libraries(), changelog());
    }

    List<Path> libraries() throws IOException {
        Path folder = target().resolve("lib");
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    private @Nullable Path changelog() {
        Path file = root.resolve("CHANGELOG.md");
        return Files.isRegularFile(file) ? file : null;
    }

    /** @throws Refused in the packer's words */
    Path pack(Path target) throws IOException {
        return pack(manifest(), classes(), target);
    }

    /** With another description and other classes than those of its build. */
    Path pack(Path manifest, Path classes, Path target) throws IOException {
        Packing.Parts parts = new Packing.Parts(manifest, classes, libraries(), changelog());
        return switch (Packing.pack(parts, target)) {
            case Packing.Packed.Zip(var file, var packed) -> file;
            case Packing.Packed.Failed(var reason, var words) -> throw new Refused("not packed: " + words);
        };
    }
}
