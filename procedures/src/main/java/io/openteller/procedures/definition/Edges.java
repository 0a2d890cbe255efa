package io.openteller.procedures.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a node leads. */
public final class Edges {

    private Edges() {}

    /**
     * One way on.
     *
     * @param name as a reader knows it: {@code next}, {@code otherwise}, {@code cases[0]}, a label, or an edge under {@code on}
     * @param edge null for a planned way
     */
    public record Way(String name, String to, Node.@Nullable Edge edge) {

        static Way planned(String name, String to) {
            return new Way(name, to, null);
        }
    }

    /** All ways on, the planned ones first; the same node may be led to more than once. */
    public static List<Way> of(Node node) {
        List<Way> ways = new ArrayList<>();
        switch (node) {
            case Node.Ask ask -> ways.add(Way.planned("next", ask.next()));
            case Node.Verify verify -> ways.add(Way.planned("next", verify.next()));
            case Node.Operate operate -> ways.add(Way.planned("next", operate.next()));
            case Node.Say say -> ways.add(Way.planned("next", say.next()));
            case Node.Confirm confirm -> ways.add(Way.planned("next", confirm.next()));
            case Node.Approve approve -> ways.add(Way.planned("next", approve.next()));
            case Node.Notify notify -> ways.add(Way.planned("next", notify.next()));
            case Node.Wait wait -> ways.add(Way.planned("next", wait.next()));
            case Node.Subflow subflow -> ways.add(Way.planned("next", subflow.next()));
            case Node.Decide decide -> {
                for (int i = 0; i < decide.cases().size(); i++) {
                    ways.add(Way.planned("cases[" + i + "]", decide.cases().get(i).next()));
                }
                ways.add(Way.planned("otherwise", decide.otherwise()));
            }
            case Node.Classify classify -> classify.labels().forEach(label -> ways.add(Way.planned(label.label(), label.next())));
            case Node.Handoff handoff -> {}
            case Node.End end -> {}
        }
        new TreeMap<>(node.on()).forEach((edge, to) -> ways.add(new Way(EdgeNames.of(edge), to, edge)));
        return List.copyOf(ways);
    }

    /** The edge as it is written under {@code on}. */
    public static String name(Node.Edge edge) {
        return EdgeNames.of(edge);
    }
}
