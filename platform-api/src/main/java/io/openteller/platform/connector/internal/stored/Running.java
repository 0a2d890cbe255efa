package io.openteller.platform.connector.internal.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.connector.BankConnectors;
import io.openteller.platform.plugin.PublishedSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the bank's plugin runs on.
 *
 * @param document as JSON
 */
record Running(String name, int version, String document) {

    static final String PLUGIN = BankConnectors.PLUGIN;
    static final String SETTING = BankConnectors.SETTING;

    /** Null before anything was published, or if it cannot be read, as nothing can that the platform published. */
    static @Nullable Running in(PublishedSettings settings) {
        String document = settings.current(PLUGIN, SETTING);
        if (document == null) {
            return null;
        }
        try {
            ObjectNode read = Judge.read(document);
            return new Running(read.path("name").asText(), read.path("version").asInt(), document);
        } catch (IllegalStateException setByHandOnce) {
            return null;
        }
    }
}
