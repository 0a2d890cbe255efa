package io.openteller.host.classes;

/** Of the platform's own class path, what plugins are compiled against. */
final class InterfaceOnly extends ClassLoader {

    private static final String[] SHARED = {"io.openteller.spi.", "org.pf4j.", "org.slf4j.", "org.jspecify."};

    InterfaceOnly() {
        super(ClassLoader.getPlatformClassLoader());
    }

    static boolean shares(String name) {
        for (String shared : SHARED) {
            if (name.startsWith(shared)) {
                return true;
            }
        }
        return name.equals(Refusal.class.getName());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (shares(name)) {
            return Class.forName(name, false, InterfaceOnly.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }
}
