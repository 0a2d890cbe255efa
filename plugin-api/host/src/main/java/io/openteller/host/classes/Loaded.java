package io.openteller.host.classes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;
import org.pf4j.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of a plugin, loaded and started: one object of each of its extension classes. */
public final class Loaded implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Loaded.class);

    private final String name;
    private final PluginClasses classes;
    private final @Nullable Plugin lifecycle;
    private final List<ExtensionPoint> extensions;

    private Loaded(
            String name, PluginClasses classes, @Nullable Plugin lifecycle, List<ExtensionPoint> extensions) {
        this.name = name;
        this.classes = classes;
        this.lifecycle = lifecycle;
        this.extensions = List.copyOf(extensions);
    }

    /**
     * @param name for logs
     * @param lifecycle a PF4J Plugin with a constructor that takes nothing; empty for none
     * @throws Unloadable with the reason; nothing of it is loaded then
     */
    public static Loaded of(String name, Path folder, String lifecycle, List<String> extensions) {
        PluginClasses classes;
        try {
            classes = PluginClasses.of(name, folder);
        } catch (IOException unreadable) {
            throw new Unloadable("its files cannot be read: " + unreadable, unreadable);
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        Plugin started = null;
        try {
            started = lifecycle.isEmpty() ? null : made(classes, lifecycle, Plugin.class);
            if (started != null) {
                started.start();
            }
            List<ExtensionPoint> made = new ArrayList<>();
            for (String extension : extensions) {
                made.add(made(classes, extension, ExtensionPoint.class));
            }
            if (made.isEmpty()) {
                throw new Unloadable("it brings no extension; was it built with PF4J's annotation processor?", null);
            }
            return new Loaded(name, classes, started, made);
        } catch (Throwable failure) {
            new Loaded(name, classes, started, List.of()).close();
            throw failure instanceof Unloadable known ? known : new Unloadable(notStarted(failure), failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static <T> T made(PluginClasses classes, String name, Class<T> type) throws Throwable {
        Class<?> found;
        try {
            found = Class.forName(name, true, classes);
        } catch (ClassNotFoundException missing) {
            throw new Unloadable("it names the class " + name + " and does not bring it", missing);
        }
        if (found.getClassLoader() != classes || !type.isAssignableFrom(found)) {
            throw new Unloadable(name + " is no " + type.getSimpleName() + " of its own", null);
        }
        try {
            return type.cast(found.getDeclaredConstructor().newInstance());
        } catch (java.lang.reflect.InvocationTargetException failure) {
            throw failure.getTargetException();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException hidden) {
            throw new Unloadable(name + " has no public constructor that takes nothing", hidden);
        }
    }

    private static String notStarted(Throwable failure) {
        Words words = Words.of(failure);
        return "it cannot be started: " + words.why() + (words.said().isEmpty() ? "" : " (" + words.said() + ")");
    }

    public ClassLoader classes() {
        return classes;
    }

    public List<ExtensionPoint> extensions() {
        return extensions;
    }

    /** The platform's interfaces that an extension implements. */
    public static List<Class<?>> points(ExtensionPoint extension) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> type = extension.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getInterfaces()).forEach(one -> collect(one, found));
        }
        return List.copyOf(found);
    }

    private static void collect(Class<?> type, Set<Class<?>> found) {
        if (type != ExtensionPoint.class && ExtensionPoint.class.isAssignableFrom(type)) {
            if (type.getClassLoader() == ExtensionPoint.class.getClassLoader() || InterfaceOnly.shares(type.getName())) {
                found.add(type);
            }
            Arrays.stream(type.getInterfaces()).forEach(one -> collect(one, found));
        }
    }

    /** Stops it. Threads that it left behind are interrupted and named in the log: while they run, its classes stay. */
    @Override
    public void close() {
        try {
            if (lifecycle != null) {
                lifecycle.stop();
            }
        } catch (Throwable failure) {
            log.warn("plugin failed to stop plugin={} cause={}", name, Words.of(failure).why());
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread != Thread.currentThread() && thread.getContextClassLoader() == classes) {
                log.warn("plugin left a thread behind plugin={} thread={}", name, thread.getName());
                thread.interrupt();
            }
        }
        try {
            classes.close();
        } catch (IOException failure) {
            log.warn("files of a plugin could not be closed plugin={}", name, failure);
        }
    }
}
