package io.openteller.spi;

import java.util.List;

/**
 * One interface that a plugin implements.
 *
 * @param name simple name of the interface
 */
public record Capability(String name, List<Operation> operations) {

    public Capability {
        operations = List.copyOf(operations);
    }

    public static Capability of(Class<?> point, Operation... operations) {
        return new Capability(point.getSimpleName(), List.of(operations));
    }

    /**
     * One thing it can do, and what the platform must ask for before it calls it.
     *
     * @param name of the interface's method
     * @param reversible whether what it did can be taken back
     * @param idempotent whether a call repeated with the same id has the effect of one; required of everything but READ
     */
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
