package io.openteller.demo;

import io.micronaut.runtime.Micronaut;

/** The platform with the demo banks. */
public final class DemoPlatform {

    private DemoPlatform() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments).banner(false).start();
    }
}
