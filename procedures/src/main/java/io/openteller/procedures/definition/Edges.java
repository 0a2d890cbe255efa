package io.openteller.procedures.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Where a node leads. */
public final class Edges {

    private Edges() {}

    /**
     * One way on.
     *
     * @param name as a reader knows it: {@code next}, {@code otherwise}, {@code cases[0]}, a label, or an edge under {@code on}
     */
    public record Way(String name, String to) {}

    /** All ways on, the planned ones first; the same node may be led to more than once. */
    public static List<Way> of(Node node) {
        List<Way> ways = new ArrayList<>();
        switch (node) {
            case Node.Ask ask -> ways.add(new Way("next", ask.next()));
            case Node.Verify verify -> ways.add(new Way("next", verify.next()));
            case Node.Operate operate -> ways.add(new Way("next", operate.next()));
            case Node.Say say -> ways.add(new Way("next", say.next()));
            case Node.Confirm confirm -> ways.add(new Way("next", confirm.next()));
            case Node.Approve approve -> ways.add(new Way("next", approve.next()));
            case Node.Notify notify -> ways.add(new Way("next", notify.next()));
            case Node.Wait wait -> ways.add(new Way("next", wait.next()));
            case Node.Subflow subflow -> ways.add(new Way("next", subflow.next()));
            case Node.Decide decide -> {
                for (int i = 0; i < decide.cases().size(); i++) {
                    ways.add(new Way("cases[" + i + "]", decide.cases().get(i).next()));
                }
                ways.add(new Way("otherwise", decide.otherwise()));
            }
            case Node.Classify classify -> classify.labels().forEach(label -> ways.add(new Way(label.label(), label.next())));
            case Node.Handoff handoff -> {}
            case Node.End end -> {}
        }
        new TreeMap<>(node.on()).forEach((edge, to) -> ways.add(new Way(EdgeNames.of(edge), to)));
        return List.copyOf(ways);
    }

    /** The edge as it is written under {@code on}. */
    public static String name(Node.Edge edge) {
        return EdgeNames.of(edge);
    }
}
