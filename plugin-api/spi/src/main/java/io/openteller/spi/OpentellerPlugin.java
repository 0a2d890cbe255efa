package io.openteller.spi;

import java.util.List;
import org.pf4j.ExtensionPoint;

/** What every plugin says about itself; exactly one per plugin. */
public interface OpentellerPlugin extends ExtensionPoint {

    /** A name for people. */
    String name();

    /** The settings as a JSON Schema (2020-12) object. Secrets are marked {@code writeOnly}. See {@link SettingsSpec}. */
    String settingsSchema();

    List<Capability> capabilities();

    /** Tries what the settings lead to, without any effect on customers. Comes back by the deadline, and never throws. */
    Health check(CallContext context);

    /** Result of a check. @param detail one sentence for an administrator, without any secret */
    record Health(boolean up, String detail) {

        public static Health up(String detail) {
            return new Health(true, detail);
        }

        public static Health down(String detail) {
            return new Health(false, detail);
        }
    }
}
