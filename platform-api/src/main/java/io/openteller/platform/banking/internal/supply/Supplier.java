package io.openteller.platform.banking.internal.supply;

import org.jspecify.annotations.Nullable;

/**
 * Who does an operation.
 *
 * @param typed whether it is asked through the interface that the operation is the typed form of
 * @param edition the connector that the plugin runs for it; null for what the plugin does by itself
 */
public record Supplier(String plugin, boolean typed, @Nullable Edition edition) {

    public Supplier(String plugin, boolean typed) {
        this(plugin, typed, null);
    }

    /** A version of a connector. */
    public record Edition(String connector, int version) {}

    /** What people choose it by, and what references remember: the same whatever the version. */
    public String id() {
        return edition == null ? plugin : plugin + "/" + edition.connector();
    }
}
