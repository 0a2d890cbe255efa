package io.openteller.packages;

import io.openteller.spi.Capability;
import io.openteller.spi.OpentellerPlugin;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the classes of a package can do, against what its plugin.json says that they can. */
final class Extensions {

    private static final String DESCRIBES = OpentellerPlugin.class.getName();
    private static final String LIFECYCLE = "org.pf4j.Plugin";

    /** What plugins see of others' classes: no place for what the platform should know of. */
    private static final List<String> SHARED = List.of("io.openteller.spi.", "org.pf4j.", "org.slf4j.", "org.jspecify.");

    private Extensions() {}

    /** Names of the classes in the index. */
    static List<String> checked(Manifest manifest, PackageClasses classes) throws IOException {
        List<String> index = index(classes.folder().resolve(Names.INDEX));
        Map<String, Point> implemented = new HashMap<>();
        int descriptions = 0;
        for (String name : index) {
            Set<String> types = types(name, classes);
            descriptions += types.contains(DESCRIBES) ? 1 : 0;
            types.forEach(type -> Point.of(type).ifPresent(point -> implemented.put(point.name(), point)));
        }
        if (descriptions != 1) {
            throw new Refusal(
                    Reason.NO_EXTENSIONS,
                    "it must have exactly one extension that is an OpentellerPlugin, and has " + descriptions);
        }
        if (implemented.isEmpty()) {
            throw new Refusal(Reason.NO_EXTENSIONS, "it can do nothing: it has no extension but its description");
        }
        checkDeclared(manifest, implemented);
        checkLifecycle(manifest, classes);
        return index;
    }

    private static List<String> index(Path file) throws IOException {
        List<String> names = !Files.isRegularFile(file)
                ? List.of()
                : Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (names.isEmpty()) {
            throw new Refusal(
                    Reason.NO_EXTENSIONS,
                    "it has no index of extensions (" + Names.INDEX + "); was it built with pf4j's annotation processor?");
        }
        return names;
    }

    private static void checkDeclared(Manifest manifest, Map<String, Point> implemented) {
        Set<String> declared = manifest.capabilities().stream().map(Capability::name).collect(Collectors.toSet());
        for (String name : new TreeSet<>(implemented.keySet())) {
            if (!declared.contains(name)) {
                throw new Refusal(
                        Reason.UNDECLARED_CAPABILITY, "a class of it implements " + name + ", which plugin.json does not declare");
            }
        }
        for (Capability capability : manifest.capabilities()) {
            Point point = implemented.get(capability.name());
            if (point == null) {
                throw new Refusal(
                        Reason.CAPABILITY_NOT_IMPLEMENTED,
                        "plugin.json declares " + capability.name() + ", which no class of it implements");
            }
            for (Capability.Operation operation : capability.operations()) {
                if (!point.operations().contains(operation.name())) {
                    throw new Refusal(
                            Reason.CAPABILITY_NOT_IMPLEMENTED,
                            "plugin.json declares " + capability.name() + "." + operation.name() + ", which there is not");
                }
            }
        }
        Set<String> kinds = implemented.values().stream().map(Point::kind).collect(Collectors.toSet());
        if (!kinds.equals(Set.copyOf(manifest.kinds()))) {
            throw new Refusal(
                    Reason.KINDS_DIFFER,
                    "plugin.json says that it is for " + new TreeSet<>(manifest.kinds()) + ", and its classes are for "
                            + new TreeSet<>(kinds));
        }
    }

    private static void checkLifecycle(Manifest manifest, PackageClasses classes) throws IOException {
        String lifecycle = manifest.lifecycle();
        if (lifecycle != null && !types(lifecycle, classes).contains(LIFECYCLE)) {
            throw new Refusal(Reason.MISSING_CLASS, "its lifecycle " + lifecycle + " is no " + LIFECYCLE);
        }
    }

    /** The class with all that it extends and implements, as far as the package's own classes lead. */
    private static Set<String> types(String name, PackageClasses classes) throws IOException {
        Set<String> types = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            String type = open.pop();
            if (!types.add(type) || shared(type)) {
                continue;
            }
            Optional<ClassModel> found = classes.find(type.replace('.', '/'));
            if (found.isPresent()) {
                found.get().superclass().ifPresent(parent -> open.push(dotted(parent)));
                found.get().interfaces().forEach(parent -> open.push(dotted(parent)));
            } else if (type.equals(name) || !platform(type)) {
                throw new Refusal(Reason.MISSING_CLASS, "the class " + type + " is not in it");
            }
        }
        return types;
    }

    private static boolean shared(String type) {
        return SHARED.stream().anyMatch(type::startsWith);
    }

    private static boolean platform(String type) {
        return ClassLoader.getPlatformClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }

    private static String dotted(ClassEntry type) {
        return type.asInternalName().replace('/', '.');
    }
}
