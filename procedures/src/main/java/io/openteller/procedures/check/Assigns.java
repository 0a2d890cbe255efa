package io.openteller.procedures.check;

import io.openteller.procedures.definition.Node;
import java.util.Set;

/** Which variables have a new value when a node is left as planned. On every other way out none has. */
class Assigns {

    private Assigns() {}

    static Set<String> of(Node node) {
        return switch (node) {
            case Node.Ask ask -> Set.of(ask.into());
            case Node.Operate operate -> operate.into() == null ? Set.of() : Set.of(operate.into());
            case Node.Say say -> say.set().keySet();
            case Node.Subflow subflow -> subflow.into().keySet();
            case Node.Verify verify -> Set.of();
            case Node.Decide decide -> Set.of();
            case Node.Classify classify -> Set.of();
            case Node.Confirm confirm -> Set.of();
            case Node.Approve approve -> Set.of();
            case Node.Notify notify -> Set.of();
            case Node.Wait wait -> Set.of();
            case Node.Handoff handoff -> Set.of();
            case Node.End end -> Set.of();
        };
    }
}
