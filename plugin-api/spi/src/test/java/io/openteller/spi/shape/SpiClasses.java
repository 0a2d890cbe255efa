package io.openteller.spi.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pf4j.ExtensionPoint;

/** Every class of the interface, nested ones too. */
final class SpiClasses {

    private static final Path COMPILED = Path.of("target", "classes");

    private SpiClasses() {}

    static List<Class<?>> all() {
        try (Stream<Path> files = Files.walk(COMPILED)) {
            List<Class<?>> all = files.map(file -> COMPILED.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class"))
                    .<Class<?>>map(name -> loaded(name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .toList();
            if (all.isEmpty()) {
                throw new IllegalStateException("nothing is compiled");
            }
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, SpiClasses.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Class<?>> points() {
        return all().stream()
                .filter(one -> Arrays.asList(one.getInterfaces()).contains(ExtensionPoint.class))
                .toList();
    }

    static Stream<Method> operations(Class<?> point) {
        return Arrays.stream(point.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
    }

    /** The type that stands in a file of its own. */
    static Class<?> outermost(Class<?> one) {
        return one.getEnclosingClass() == null ? one : outermost(Objects.requireNonNull(one.getEnclosingClass()));
    }
}
