package io.openteller.connectors;

import java.util.List;

/** What came of reading a connector. */
public sealed interface Reading {

    /** It can be used. */
    record Sound(Connector connector) implements Reading {}

    /** It cannot. */
    record Defective(List<Finding> findings) implements Reading {
        public Defective {
            findings = List.copyOf(findings);
        }
    }
}
