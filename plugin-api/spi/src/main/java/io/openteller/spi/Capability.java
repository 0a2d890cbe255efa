package io.openteller.spi;

import java.util.List;

/**
 * One interface that a plugin implements.
 *
 * @param name simple name of the interface
 */
public record Capability(String name, List<Operation> operations) {

    /** One thing it can do, and what the platform must ask for before it calls it. */
    public record Operation(
            String name, RiskClass risk, Assurance assurance, boolean reversible, boolean idempotent) {}

    /** What can go wrong. */
    public enum RiskClass {
        /** Somebody sees what they should not. */
        READ,
        /** Something changes that can be changed back. */
        CHANGE,
        /** Money moves. */
        MONEY
    }

    /** How sure the bank must be who asks. */
    public enum Assurance {
        ANONYMOUS,
        IDENTIFIED,
        STEPPED_UP
    }
}
