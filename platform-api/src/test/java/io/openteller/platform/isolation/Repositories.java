package io.openteller.platform.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All methods that can lead to a row of a bank, found in the compiled classes: those of every class with SQL in it. */
final class Repositories {

    private static final String PACKAGE = "io.openteller.platform.";
    private static final Path COMPILED = Path.of("target", "classes");
    private static final Pattern SQL =
            Pattern.compile(
                    "\\b(SELECT\\s.*\\bFROM\\s|INSERT INTO\\s|UPDATE\\s.*\\sSET\\s|DELETE FROM\\s|SELECT EXISTS)",
                    Pattern.DOTALL);

    private Repositories() {}

    /** One method, and the class whose object it is called on: a class inherits what its parent asks. */
    record Entry(Class<?> type, Method method) {

        /** As it is named where what is not tried is listed. */
        String name() {
            return type.getName().substring(PACKAGE.length()) + "." + method.getName()
                    + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(",", "(", ")"));
        }
    }

    static List<Entry> methods() {
        List<Entry> entries = new ArrayList<>();
        for (Class<?> type : classes()) {
            if (Modifier.isAbstract(type.getModifiers())) {
                continue;
            }
            for (Class<?> from = type; from != null && from != Object.class; from = from.getSuperclass()) {
                for (Method method : from.getDeclaredMethods()) {
                    if (canBeCalled(method)
                            && entries.stream()
                                    .noneMatch(known -> known.type() == type && same(known.method(), method))) {
                        entries.add(new Entry(type, method));
                    }
                }
            }
        }
        return entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
    }

    /** Who is handed a row reads what was found already. */
    private static boolean canBeCalled(Method method) {
        return !method.isSynthetic()
                && !Modifier.isPrivate(method.getModifiers())
                && !Modifier.isAbstract(method.getModifiers())
                && !Arrays.asList(method.getParameterTypes()).contains(ResultSet.class);
    }

    private static boolean same(Method one, Method other) {
        return one.getName().equals(other.getName()) && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    private static List<Class<?>> classes() {
        try {
            try (Stream<Path> files = Files.walk(COMPILED)) {
                List<Class<?>> found = new ArrayList<>();
                for (Path file : files.filter(file -> file.toString().endsWith(".class")).sorted().toList()) {
                    String name = COMPILED.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                    if (!name.contains("$") && (hasSql(file) || inheritsSql(file))) {
                        found.add(Class.forName(name));
                    }
                }
                // A parent is tried as each of its children.
                return found.stream()
                        .filter(type -> !type.isRecord() && !type.isInterface())
                        .filter(type -> found.stream().noneMatch(other -> other.getSuperclass() == type))
                        .toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean hasSql(Path file) throws IOException {
        for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
            if (entry instanceof Utf8Entry text && SQL.matcher(text.stringValue()).find()) {
                return true;
            }
        }
        // What is asked with another's words is asked over a connection all the same.
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("sql.class");
    }

    private static boolean inheritsSql(Path file) throws IOException {
        var parent = ClassFile.of().parse(file).superclass();
        if (parent.isEmpty() || !parent.get().asInternalName().startsWith("io/openteller/platform/")) {
            return false;
        }
        Path above = COMPILED.resolve(parent.get().asInternalName() + ".class");
        return Files.exists(above) && hasSql(above);
    }
}
