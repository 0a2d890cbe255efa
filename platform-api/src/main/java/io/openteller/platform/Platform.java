package io.openteller.platform;

import io.micronaut.runtime.Micronaut;

/** Starts the tenant-aware core. Everything it needs comes from configuration; see {@code application.yml}. */
public final class Platform {

    private Platform() {}

    public static void main(String[] args) {
        Micronaut.run(Platform.class, args);
    }
}
