package io.openteller.procedures.check;

import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.definition.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small graphs of every shape, most of them nonsense: what counts is that the checker sees in them what is there. */
class RandomGraphs {

    static final List<String> VARIABLES = List.of("v0", "v1", "v2");
    private static final OperationName LIST = OperationName.of("cards.list/v1");
    private static final OperationName UPDATE = OperationName.of("profile.update/v1");
    private static final Wording HELLO = new Wording(Map.of("en", "Hello."));

    private RandomGraphs() {}

    private record Shape(int kind, int first, int second, int third, int variable) {}

    static Arbitrary<Definition> all() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 7);
        Arbitrary<Shape> shapes = Combinators.combine(Arbitraries.integers().between(0, 12), small, small, small, Arbitraries.integers().between(0, 2))
                .as(Shape::new);
        return shapes.list().ofMinSize(1).ofMaxSize(8).map(RandomGraphs::definition);
    }

    private static Definition definition(List<Shape> shapes) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int i = 0; i < shapes.size(); i++) {
            nodes.put("n" + i, node(shapes.get(i), shapes.size()));
        }
        Map<String, VariableType> variables = new LinkedHashMap<>();
        VARIABLES.forEach(name -> variables.put(name, new VariableType.Plain(Kind.INTEGER)));
        return new Definition("random", HELLO, new Definition.Trigger(List.of(), Map.of(), List.of()), Map.of(), variables, "n0", nodes);
    }

    private static Node node(Shape shape, int size) {
        String first = "n" + shape.first() % size;
        String second = "n" + shape.second() % size;
        String third = "n" + shape.third() % size;
        String variable = VARIABLES.get(shape.variable());
        Map<Edge, String> failing = Map.of(Edge.ERROR, second, Edge.TIMEOUT, third, Edge.REFUSED, second);
        return switch (shape.kind()) {
            case 0 -> new Node.Say(null, Map.of(variable, "1"), first);
            case 1 -> new Node.Say(new Wording(Map.of("en", "It is ${" + variable + "}.")), Map.of(), first);
            case 2 -> new Node.Ask(HELLO, new Node.Answer(new VariableType.Plain(Kind.INTEGER), List.of(), null, null, null), variable,
                    1 + shape.variable(), null, first, Map.of(Edge.GAVE_UP, second));
            case 3 -> new Node.Verify(Assurance.IDENTIFIED, List.of(Node.Verify.Method.DEVICE), null, first,
                    Map.of(Edge.FAILED, second, Edge.TIMEOUT, third));
            case 4 -> new Node.Verify(Assurance.STEPPED_UP, List.of(Node.Verify.Method.CODE, Node.Verify.Method.QUESTIONS), null, first,
                    Map.of(Edge.FAILED, second, Edge.TIMEOUT, third));
            case 5 -> new Node.Operate(LIST, Map.of(), null, false, first, failing);
            case 6, 7 -> new Node.Operate(UPDATE, Map.of("field", "'EMAIL'", "value", "string(" + variable + ")"), null, false, first, failing);
            case 8, 9 -> new Node.Confirm(null, second, null, first, Map.of(Edge.DECLINED, third));
            case 10 -> new Node.Decide(List.of(new Node.Case("1 > 2", second), new Node.Case("2 > 3", third)), first);
            case 11 -> new Node.End(null, Node.End.Outcome.DONE);
            default -> new Node.Handoff(HELLO, "front", Map.of());
        };
    }
}
