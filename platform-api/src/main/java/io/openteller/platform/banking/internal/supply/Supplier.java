package io.openteller.platform.banking.internal.supply;

/** @param typed whether it is asked through the interface that the operation is the typed form of */
public record Supplier(String plugin, boolean typed) {

    /** What people choose it by, and what references remember. */
    public String id() {
        return plugin;
    }
}
