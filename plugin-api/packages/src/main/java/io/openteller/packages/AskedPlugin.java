package io.openteller.packages;

import io.openteller.spi.Capability;
import io.openteller.spi.OpentellerPlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One's own plugin, loaded as the platform would load it: it sees the JDK, the plugin interface and its libraries. */
final class AskedPlugin implements AutoCloseable {

    private final URLClassLoader loader;
    private final OpentellerPlugin plugin;

    private AskedPlugin(URLClassLoader loader, OpentellerPlugin plugin) {
        this.loader = loader;
        this.plugin = plugin;
    }

    static AskedPlugin load(Packing.Parts parts) throws IOException {
        Path index = parts.classes().resolve(Names.INDEX.substring(Names.CLASSES.length()));
        if (!Files.isRegularFile(index)) {
            throw new Refusal(
                    Reason.NO_EXTENSIONS, "there is no index of extensions; is pf4j in the compiler's annotation processor path?");
        }
        URLClassLoader loader = new URLClassLoader(urls(parts), new InterfaceOnly());
        try {
            List<OpentellerPlugin> found = new ArrayList<>();
            for (String line : Files.readAllLines(index)) {
                String name = line.replaceFirst("#.*", "").strip();
                Class<?> type = name.isEmpty() ? Object.class : Class.forName(name, false, loader);
                if (OpentellerPlugin.class.isAssignableFrom(type)) {
                    found.add((OpentellerPlugin) type.getDeclaredConstructor().newInstance());
                }
            }
            if (found.size() != 1) {
                throw new Refusal(
                        Reason.NO_EXTENSIONS,
                        "there must be exactly one extension that is an OpentellerPlugin, and there are " + found.size());
            }
            return new AskedPlugin(loader, found.getFirst());
        } catch (ReflectiveOperationException | LinkageError broken) {
            loader.close();
            throw new Refusal(Reason.MISSING_CLASS, "the plugin's classes cannot be loaded: " + broken);
        } catch (IOException | RuntimeException failure) {
            loader.close();
            throw failure;
        }
    }

    private static URL[] urls(Packing.Parts parts) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(parts.classes().toUri().toURL());
        for (Path library : parts.libraries()) {
            urls.add(library.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    List<Capability> capabilities() {
        return plugin.capabilities();
    }

    String settingsSchema() {
        return plugin.settingsSchema();
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static final class InterfaceOnly extends ClassLoader {

        private static final String[] SHARED = {"io.openteller.spi.", "org.pf4j.", "org.slf4j.", "org.jspecify."};

        InterfaceOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            for (String shared : SHARED) {
                if (name.startsWith(shared)) {
                    return InterfaceOnly.class.getClassLoader().loadClass(name);
                }
            }
            throw new ClassNotFoundException(name);
        }
    }
}
