package io.openteller.operations;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Operations by name. Never changes once made; safe for any thread. */
public final class Catalogue {

    private static final class Standard {
        static final Catalogue INSTANCE = new CatalogueReader().read();
    }

    private final Map<String, OperationSpec> byName;

    private Catalogue(Map<String, OperationSpec> byName) {
        this.byName = byName;
    }

    /** The operations of this version of the platform. */
    public static Catalogue standard() {
        return Standard.INSTANCE;
    }

    public static Catalogue of(Collection<OperationSpec> specs) {
        Map<String, OperationSpec> byName = new TreeMap<>();
        for (OperationSpec spec : specs) {
            if (byName.put(spec.name().toString(), spec) != null) {
                throw new IllegalArgumentException("twice in the catalogue: " + spec.name());
            }
        }
        return new Catalogue(Collections.unmodifiableMap(byName));
    }

    /** @param name such as {@code cards.block/v1}; any other text is simply not found */
    public Optional<OperationSpec> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order of their names. */
    public Collection<OperationSpec> all() {
        return byName.values();
    }
}
