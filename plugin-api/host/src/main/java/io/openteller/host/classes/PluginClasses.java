package io.openteller.host.classes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one version of one plugin: its own first, then the plugin interface, then the JDK without its ways out. Not
 * PF4J's own loader, which asks the application's loader for everything that begins with {@code java.}.
 */
public final class PluginClasses extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final List<Place> places;

    private PluginClasses(String name, URL[] urls, List<Place> places) {
        super(name, urls, new InterfaceOnly());
        this.places = places;
    }

    /** @param folder with {@code classes/} and {@code lib/*.jar}, either of which may be missing */
    public static PluginClasses of(String name, Path folder) throws IOException {
        List<Place> places = new ArrayList<>();
        List<URL> urls = new ArrayList<>();
        Path classes = folder.resolve("classes");
        if (Files.isDirectory(classes)) {
            places.add(new Place(classes, null));
            urls.add(classes.toUri().toURL());
        }
        Path lib = folder.resolve("lib");
        if (Files.isDirectory(lib)) {
            try (Stream<Path> jars = Files.list(lib)) {
                for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                    places.add(new Place(jar, new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())));
                    urls.add(jar.toUri().toURL());
                }
            }
        }
        return new PluginClasses(name, urls.toArray(URL[]::new), places);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (WaysOut.closed(name)) {
            throw new NoClassDefFoundError(WaysOut.rule(name));
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known == null) {
                known = name.startsWith("java.") || InterfaceOnly.shares(name) ? null : own(name);
            }
            return known == null ? super.loadClass(name, resolve) : known;
        }
    }

    private @Nullable Class<?> own(String name) {
        String path = name.replace('.', '/') + ".class";
        for (Place place : places) {
            try (InputStream bytes = place.open(path)) {
                if (bytes != null) {
                    byte[] code = Guarded.of(bytes.readAllBytes(), name, this);
                    int end = name.lastIndexOf('.');
                    if (end > 0 && getDefinedPackage(name.substring(0, end)) == null) {
                        definePackageOnce(name.substring(0, end));
                    }
                    return defineClass(name, code, 0, code.length, place.domain(this));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return null;
    }

    private void definePackageOnce(String name) {
        try {
            definePackage(name, null, null, null, null, null, null, null);
        } catch (IllegalArgumentException another) {
            // Another thread was first, which is as good.
            if (getDefinedPackage(name) == null) {
                throw another;
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    @Override
    public void close() throws IOException {
        super.close();
        for (Place place : places) {
            if (place.jar() != null) {
                place.jar().close();
            }
        }
    }

    private record Place(Path path, @Nullable JarFile jar) {

        @Nullable InputStream open(String name) throws IOException {
            if (jar == null) {
                Path file = path.resolve(name);
                return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
            }
            ZipEntry entry = jar.getJarEntry(name);
            return entry == null ? null : jar.getInputStream(entry);
        }

        ProtectionDomain domain(ClassLoader loader) throws MalformedURLException {
            return new ProtectionDomain(
                    new CodeSource(path.toUri().toURL(), (Certificate[]) null), null, loader, null);
        }
    }
}
