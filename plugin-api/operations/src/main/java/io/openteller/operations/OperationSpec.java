package io.openteller.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the catalogue.
 *
 * @param compensation the operation that undoes it; null where nothing needs undoing or nothing can
 * @param reversible whether what it did can be taken back, by {@code compensation} or because it leaves nothing behind
 * @param input JSON Schema 2020-12 of its arguments. A property with {@code x-reference} takes a reference that an earlier
 *     result gave, of that kind; one with {@code x-limited} counts against the limits, where that
 *     names an amount of what the reference refers to, that amount. One with {@code x-bound} must be equal to the amount that
 *     it names of what another argument refers to: nobody chooses it
 * @param output JSON Schema 2020-12 of its result. A property with {@code x-reference} is such a reference, called by
 *     {@code x-label} where it is shown, by {@code x-label-else} until a better name is known; text with {@code x-untrusted} was written by strangers
 */
public record OperationSpec(
        OperationName name,
        String title,
        String summary,
        Risk risk,
        Assurance assurance,
        Audience audience,
        Confirmation confirmation,
        Approval approval,
        boolean reversible,
        @Nullable OperationName compensation,
        boolean idempotent,
        List<Limit> limits,
        Set<String> dataClasses,
        JsonNode input,
        JsonNode output,
        List<Example> examples,
        List<FaultExample> faults) {

    public OperationSpec {
        limits = List.copyOf(limits);
        dataClasses = Set.copyOf(dataClasses);
        examples = List.copyOf(examples);
        faults = List.copyOf(faults);
    }

    /** Whether it leaves something changed at the bank. */
    public boolean hasEffect() {
        return risk != Risk.READ;
    }

    /** What can go wrong, from the least on. */
    public enum Risk {
        /** Somebody sees what they should not. */
        READ,
        /** Something small changes that can be put right. */
        CHANGE,
        /** Money moves. */
        MONEY,
        /** What is done cannot be undone. */
        IRREVERSIBLE
    }

    /** How sure the bank must be who asks; same names and order as the plugin interface has. */
    public enum Assurance {
        ANONYMOUS,
        IDENTIFIED,
        STEPPED_UP
    }

    /** For whose eyes the result is. */
    public enum Audience {
        /** May be told to the customer it is about. */
        CUSTOMER,
        /** Decides how a procedure goes on, and is never told to the customer. */
        INTERNAL,
        /** Only the platform's own checks call it. */
        CORE
    }

    /** Whether the customer must say yes to exactly these arguments. */
    public enum Confirmation {
        NONE,
        CUSTOMER
    }

    /**
     * When a member of the bank's staff must agree too.
     *
     * @param aboveMinor per currency, in minor units: above this amount; empty unless {@code when} is ABOVE
     */
    public record Approval(When when, Map<String, Long> aboveMinor) {
        public Approval {
            aboveMinor = Map.copyOf(aboveMinor);
        }

        /** When. */
        public enum When {
            NEVER,
            ABOVE,
            ALWAYS
        }
    }

    /**
     * How often, or how much: one of {@code count} and {@code minor} is set.
     *
     * @param days over how many days counted back from now; 0 for a single call
     * @param minor per currency, in minor units, of the input property with {@code x-limited}
     */
    public record Limit(Scope scope, int days, @Nullable Integer count, Map<String, Long> minor) {
        public Limit {
            minor = Map.copyOf(minor);
        }

        /** Over whose calls it is summed. */
        public enum Scope {
            CUSTOMER,
            TENANT
        }
    }

    /** One call as it should go. */
    public record Example(JsonNode input, JsonNode output) {}

    /** One way in which it can go otherwise. @param kind NOT_FOUND, REFUSED, UNAVAILABLE or UNKNOWN */
    public record FaultExample(String kind, String when) {}
}
