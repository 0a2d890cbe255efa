package io.openteller.platform.plugin.internal;

import java.nio.file.Path;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginLoader;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** Gives each plugin a class loader that sees the JDK, the plugin interface, and the plugin's own classes, nothing else. */
class ApartLoader extends DefaultPluginLoader {

    ApartLoader(PluginManager manager) {
        super(manager);
    }

    @Override
    protected PluginClassLoader createPluginClassLoader(Path path, PluginDescriptor descriptor) {
        return new PluginClassLoader(pluginManager, descriptor, new InterfaceOnly(), ClassLoadingStrategy.APD);
    }

    /** The part of the platform that plugins are compiled against. */
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
