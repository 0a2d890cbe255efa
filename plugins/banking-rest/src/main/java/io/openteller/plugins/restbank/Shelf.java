package io.openteller.plugins.restbank;

import io.openteller.connectors.Connector;
import io.openteller.connectors.Finding;
import io.openteller.connectors.Reading;
import io.openteller.spi.CallContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connectors that were read already; settings bring the same text with every call. */
final class Shelf {

    private static final int MOST = 64;

    private final Map<String, Reading> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > MOST;
        }
    });

    /** What one call goes by. */
    record Equipment(RestSettings settings, Connector connector) {}

    Equipment of(CallContext context) throws Trouble {
        RestSettings settings;
        String text;
        try {
            settings = RestSettings.SPEC.read(context);
            text = settings.document();
        } catch (IllegalArgumentException missing) {
            throw Trouble.lasting(String.valueOf(missing.getMessage()));
        }
        Reading reading = read.get(text);
        if (reading == null) {
            reading = Prepared.CONNECTORS.read(text);
            read.put(text, reading);
        }
        return switch (reading) {
            case Reading.Sound(Connector connector) -> new Equipment(settings, connector);
            case Reading.Defective(List<Finding> findings) -> {
                Finding first = findings.getFirst();
                throw Trouble.lasting("the connector cannot be used: " + first.rule() + " at " + first.place()
                        + (findings.size() > 1 ? ", and " + (findings.size() - 1) + " more" : ""));
            }
        };
    }
}
