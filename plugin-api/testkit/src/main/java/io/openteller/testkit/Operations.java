package io.openteller.testkit;

import io.openteller.spi.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/** What a plugin can be asked to do, for tests that ask for all of it alike. */
final class Operations {

    private Operations() {}

    /** One operation of one extension. */
    record Operation(ExtensionPoint extension, Class<?> point, Method method) {

        String name() {
            return point.getSimpleName() + "." + method.getName();
        }

        /**
         * Calls it with samples of whatever it takes.
         *
         * @throws AssertionError if it throws: what goes wrong is a result
         */
        Object call(CallContext context) {
            @Nullable Object[] arguments = new @Nullable Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = method.getParameterTypes()[i] == CallContext.class
                        ? context
                        : Samples.of(method.getGenericParameterTypes()[i], method.getName());
            }
            try {
                Object result = method.invoke(extension, arguments);
                if (result == null) {
                    throw new AssertionError(name() + " gives null");
                }
                return result;
            } catch (InvocationTargetException thrown) {
                throw new AssertionError(name() + " throws: what goes wrong is a result", thrown.getTargetException());
            } catch (IllegalAccessException hidden) {
                throw new AssertionError(name() + " cannot be called: extension classes are public", hidden);
            }
        }
    }

    /** Those that can say in their result that something went wrong. Lists of names, as of models, cannot. */
    static List<Operation> of(List<? extends ExtensionPoint> extensions, List<Class<? extends ExtensionPoint>> points) {
        List<Operation> all = new ArrayList<>();
        for (Class<? extends ExtensionPoint> point : points) {
            for (ExtensionPoint extension : extensions) {
                if (point.isInstance(extension)) {
                    Arrays.stream(point.getDeclaredMethods())
                            .filter(method -> Modifier.isAbstract(method.getModifiers()))
                            .filter(method -> method.getReturnType().isSealed())
                            .forEach(method -> all.add(new Operation(extension, point, method)));
                }
            }
        }
        return all;
    }

    /** One object of each class in the index of extensions that lies where {@code one} was compiled to. */
    static List<ExtensionPoint> indexed(Class<?> one) {
        try {
            Path index = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .resolve("META-INF")
                    .resolve("extensions.idx");
            if (!Files.exists(index)) {
                throw new AssertionError("there is no META-INF/extensions.idx: is pf4j among the annotation processors?");
            }
            List<ExtensionPoint> made = new ArrayList<>();
            for (String line : Files.readAllLines(index)) {
                String name = line.replaceFirst("#.*", "").strip();
                if (!name.isEmpty()) {
                    made.add((ExtensionPoint) made(name, one));
                }
            }
            return made;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object made(String name, Class<?> neighbour) {
        @Nullable ClassLoader loader = neighbour.getClassLoader();
        try {
            return Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException unusable) {
            throw new AssertionError(name + " has no public constructor that takes nothing", unusable);
        }
    }
}
