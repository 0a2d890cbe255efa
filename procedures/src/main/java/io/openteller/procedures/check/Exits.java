package io.openteller.procedures.check;

import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can happen at a node besides the plan. Whatever can needs an edge; an edge for what never happens at a node of that type
 * is a mistake of the writer. Whether a subflow needs one depends on how the other procedure ends: see {@link SubflowCheck}.
 */
class Exits {

    private Exits() {}

    /** What may stand under {@code on}. */
    static Set<Edge> allowed(Node node) {
        return switch (node) {
            case Node.Ask ask -> EnumSet.of(Edge.TIMEOUT, Edge.GAVE_UP);
            case Node.Verify verify -> EnumSet.of(Edge.TIMEOUT, Edge.ERROR, Edge.REFUSED, Edge.FAILED);
            case Node.Operate operate -> EnumSet.of(Edge.TIMEOUT, Edge.ERROR, Edge.REFUSED);
            case Node.Notify notify -> EnumSet.of(Edge.TIMEOUT, Edge.ERROR, Edge.REFUSED);
            case Node.Classify classify -> EnumSet.of(Edge.UNSURE);
            case Node.Confirm confirm -> EnumSet.of(Edge.TIMEOUT, Edge.DECLINED);
            case Node.Approve approve -> EnumSet.of(Edge.TIMEOUT, Edge.DECLINED);
            case Node.Wait wait -> wait.event() == null ? EnumSet.noneOf(Edge.class) : EnumSet.of(Edge.TIMEOUT);
            case Node.Subflow subflow -> EnumSet.of(Edge.DECLINED, Edge.FAILED, Edge.TIMEOUT, Edge.ERROR, Edge.REFUSED);
            case Node.Decide decide -> EnumSet.noneOf(Edge.class);
            case Node.Say say -> EnumSet.noneOf(Edge.class);
            case Node.Handoff handoff -> EnumSet.noneOf(Edge.class);
            case Node.End end -> EnumSet.noneOf(Edge.class);
        };
    }

    /** What must. Silence ends a wait for the customer or a colleague only where a time is given for it. */
    static Set<Edge> required(Node node) {
        Set<Edge> edges = EnumSet.noneOf(Edge.class);
        edges.addAll(allowed(node));
        switch (node) {
            case Node.Ask ask when ask.within() == null -> edges.remove(Edge.TIMEOUT);
            case Node.Confirm confirm when confirm.within() == null -> edges.remove(Edge.TIMEOUT);
            case Node.Approve approve when approve.within() == null -> edges.remove(Edge.TIMEOUT);
            // Proving who one is comes to a yes or a no; that it could not be tried counts as a no.
            case Node.Verify verify -> edges.removeAll(EnumSet.of(Edge.ERROR, Edge.REFUSED));
            case Node.Subflow subflow -> edges.clear();
            default -> {}
        }
        return edges;
    }
}
