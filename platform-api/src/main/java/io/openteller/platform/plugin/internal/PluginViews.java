package io.openteller.platform.plugin.internal;

import io.micronaut.serde.annotation.Serdeable;

/** What an operator is told. */
final class PluginViews {

    private PluginViews() {}

    @Serdeable
    record Added(String id, String version) {}
}
