package io.openteller.bench.customers;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.shipped.ShippedProcedures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What customers may say: to begin, in answer to what a shipped procedure asks, and besides. */
final class Sayings {

    private static final List<String> BESIDES = List.of(
            "cancel",
            "stop, I changed my mind",
            "go back",
            "no, the other one",
            "can you repeat that?",
            "what does it cost?",
            "what are your opening hours?",
            "hello?",
            "thanks",
            "yes",
            "no",
            "hmm");

    /** For questions whose answers are in the customer's own list, or free. */
    private static final List<String> FREE = List.of(
            "1", "2", "the first one", "the second one", "3", "500", "1200", "90", "25", "yesterday", "not me",
            "somebody.new@example.com", "+447700900555", "+915550101777", "Leeds", "Pune", "English");

    private final List<List<String>> beginnings = new ArrayList<>();

    /** @param language one in which the shipped procedures speak */
    Sayings(String language) {
        for (Definition procedure : ShippedProcedures.all()) {
            List<String> phrases = procedure.trigger().phrases().getOrDefault(language, List.of());
            if (!phrases.isEmpty() && changesSomething(procedure)) {
                beginnings.add(phrases);
            }
        }
    }

    private static boolean changesSomething(Definition procedure) {
        return procedure.nodes().values().stream()
                .anyMatch(node -> node instanceof Node.Confirm || node instanceof Node.Notify);
    }

    String beginning(Random chance) {
        return one(one(beginnings, chance), chance);
    }

    String besides(Random chance) {
        return one(BESIDES, chance);
    }

    /** One of the answers that the question offers, if it does. */
    String answer(String told, Random chance) {
        List<String> offered =
                told.lines().filter(line -> line.startsWith("- ")).map(line -> line.substring(2)).toList();
        return offered.isEmpty() ? one(FREE, chance) : one(offered, chance);
    }

    private static <T> T one(List<T> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
