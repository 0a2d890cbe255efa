package io.openteller.procedures.check;

import io.openteller.operations.OperationSpec.Assurance;
import java.util.Set;

/**
 * What a procedure does for one that calls it.
 *
 * @param done how it is when it comes back as planned
 * @param stopped how it is when it comes back because the customer stopped
 * @param turnsToPerson fewest turns of the customer until a person goes on in it
 */
record Summary(Ending done, Ending stopped, int turnsToPerson) {

    /** So many turns that it never happens; may be added to without turning over. */
    static final int NEVER = 1_000_000;

    /** Nothing is held against a procedure that is not known: that it is not known is said once, elsewhere. */
    static final Summary OF_UNKNOWN =
            new Summary(new Ending(0, Assurance.STEPPED_UP, null), new Ending(0, Assurance.STEPPED_UP, null), 0);

    /**
     * @param turns fewest turns of the customer until then; {@link #NEVER} if it does not end so
     * @param assurance what it is at least, whichever way it went
     * @param assigned variables that have a value, whichever way it went; null for all
     */
    record Ending(int turns, Assurance assurance, @org.jspecify.annotations.Nullable Set<String> assigned) {

        boolean happens() {
            return turns < NEVER;
        }

        boolean assigns(String variable) {
            return assigned == null || assigned.contains(variable);
        }
    }

    Ending after(String way) {
        return way.equals("next") ? done : stopped;
    }
}
