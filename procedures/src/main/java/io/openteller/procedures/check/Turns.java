package io.openteller.procedures.check;

import io.openteller.procedures.check.Graph.Way;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;

/** How many turns of the customer it takes, at the least, to go a way. */
class Turns {

    private Turns() {}

    /** Subflows are counted by {@link Summary}; here as none. */
    static int along(Node node, Way way) {
        return switch (node) {
            case Node.Ask ask -> way.is(Edge.GAVE_UP) ? ask.attempts() : 1;
            case Node.Verify verify -> way.is(Edge.FAILED) ? verify.methods().size() : 1;
            case Node.Confirm confirm -> 1;
            case Node.Classify classify -> 1;
            case Node.Approve approve -> 1;
            case Node.Wait wait -> 1;
            case Node.Operate operate -> 0;
            case Node.Notify notify -> 0;
            case Node.Decide decide -> 0;
            case Node.Say say -> 0;
            case Node.Subflow subflow -> 0;
            case Node.Handoff handoff -> 0;
            case Node.End end -> 0;
        };
    }

    /** Whether the customer has, or waits for, a turn at it. */
    static boolean has(Node node) {
        return switch (node) {
            case Node.Ask ask -> true;
            case Node.Verify verify -> true;
            case Node.Confirm confirm -> true;
            case Node.Classify classify -> true;
            case Node.Approve approve -> true;
            case Node.Wait wait -> true;
            case Node.Subflow subflow -> true;
            case Node.Operate operate -> false;
            case Node.Notify notify -> false;
            case Node.Decide decide -> false;
            case Node.Say say -> false;
            case Node.Handoff handoff -> false;
            case Node.End end -> false;
        };
    }

    /**
     * Whether going the way surely takes time that somebody else decides about: an answer, silence, an event. Being found to be
     * who one is may take none, if that was known already; and an operation comes back by itself.
     */
    static boolean pauses(Node node, Way way) {
        return switch (node) {
            case Node.Ask ask -> true;
            case Node.Confirm confirm -> true;
            case Node.Approve approve -> true;
            case Node.Wait wait -> true;
            case Node.Verify verify -> way.is(Edge.FAILED) || way.is(Edge.TIMEOUT);
            case Node.Classify classify -> false;
            case Node.Subflow subflow -> false;
            case Node.Operate operate -> false;
            case Node.Notify notify -> false;
            case Node.Decide decide -> false;
            case Node.Say say -> false;
            case Node.Handoff handoff -> false;
            case Node.End end -> false;
        };
    }
}
