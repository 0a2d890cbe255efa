package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Node;
import java.util.Set;

/**
 * Whether a person can be come to soon, from everywhere.
 *
 * <p>The machine lets a customer ask for a person at any node; here the graph itself must lead there too. Counted is the way
 * with the fewest turns of the customer from a node to a handoff, of this procedure or of one that it calls. Leaving an ask, a
 * confirm, a classify, an approve or a wait is one turn each, and leaving a verify too; giving up at an ask is as many turns as
 * it has attempts, and failing a verify as many as it has methods. Passing a subflow takes the fewest turns that it takes to its
 * end. Everything else takes none. Edges count for what can happen there: also those that a failing system opens, which the
 * customer cannot choose. At most {@value #MOST} turns are allowed.
 *
 * <p>Nodes after the customer's last turn need no such way: from there on every way ends before the customer could say another
 * word, and after the end the assistant listens again. The start always needs one.
 */
class PersonCheck implements Check {

    private static final int MOST = 3;

    @Override
    public void look(Subject subject, Findings findings) {
        Graph graph = subject.graph();
        Distances distances = new Distances(subject.definition(), graph, subject.known());
        Set<String> beforeATurn = graph.leadingTo(id -> {
            Node node = subject.node(id);
            return node != null && Turns.has(node);
        });
        Set<String> ending = graph.leadingTo(id -> graph.out(id).isEmpty());
        subject.each((id, node) -> {
            boolean atTheEnd = !beforeATurn.contains(id) && !id.equals(graph.start());
            // One that leads nowhere at all is a dead end, and said to be that.
            if (atTheEnd || !ending.contains(id)) {
                return;
            }
            int turns = distances.toPerson(id);
            if (turns >= Summary.NEVER) {
                findings.add(Rule.NO_PERSON_WITHIN_REACH, id, "From here no way leads to a person.");
            } else if (turns > MOST) {
                findings.add(Rule.NO_PERSON_WITHIN_REACH, id, "From here it takes the customer at least " + turns
                        + " turns to come to a person; " + MOST + " are allowed.");
            }
        });
    }
}
