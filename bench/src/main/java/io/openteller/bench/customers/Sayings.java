package io.openteller.bench.customers;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec.Risk;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.shipped.ShippedProcedures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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

    private record Asked(Pattern words, List<String> answers) {}

    /** What is asked for here, most know from what they paid themselves. */
    private static final Pattern AMOUNT = Pattern.compile("(?iu)how much|amount|कितन|राशि");

    private static final Pattern PAYEE = Pattern.compile("(?iu)which shop|who was paid|दुकान");

    /** What is asked for in words of one's own, as it is asked in English or in Hindi. */
    private static final List<Asked> ASKED = List.of(
            asked("how much|what shall it be|amount|कितन|राशि", "500", "1200", "2,500", "90", "25", "a lot"),
            asked(
                    "which shop|who was paid|दुकान",
                    "QuickKart Online", "StreamBox", "Lumen Travel", "Fosse Garage", "ATM", "Oak and Anvil", "I do not know"),
            asked("e-mail|ईमेल", "somebody.new@example.com", "other@example.org", "not an address"),
            asked("mobile|number|मोबाइल", "+447700900555", "+915550101777", "12"),
            asked("when|which day|कब", "yesterday", "last Monday", "3 November"),
            asked("city|live|शहर", "Leeds", "Pune"),
            asked("fee called|शुल्क का नाम", "fee", "card fee", "late payment fee", "account", "charge", "I do not know"));

    /** Where nothing of that is asked for. */
    private static final List<String> FREE = List.of("1", "2", "the first one", "the second one", "yes", "no", "not me", "English");

    private final List<List<String>> beginnings = new ArrayList<>();

    /** @param language one in which the shipped procedures speak */
    Sayings(String language) {
        for (Definition procedure : ShippedProcedures.all()) {
            List<String> phrases = procedure.trigger().phrases().getOrDefault(language, List.of());
            if (!phrases.isEmpty() && has(procedure, Sayings::changesSomething)) {
                // Money is what matters most, and few procedures move any.
                beginnings.addAll(Collections.nCopies(has(procedure, Sayings::movesMoney) ? 3 : 1, phrases));
            }
        }
    }

    /** Also in what it calls. */
    private static boolean has(Definition procedure, Predicate<Node> what) {
        return procedure.nodes().values().stream()
                .anyMatch(node -> what.test(node)
                        || node instanceof Node.Subflow call && has(called(call.procedure()), what));
    }

    private static Definition called(String id) {
        return ShippedProcedures.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean changesSomething(Node node) {
        return node instanceof Node.Confirm || node instanceof Node.Notify;
    }

    private static boolean movesMoney(Node node) {
        return node instanceof Node.Operate call
                && Catalogue.standard().find(call.operation().toString()).orElseThrow().risk() == Risk.MONEY;
    }

    String beginning(Random chance) {
        return one(one(beginnings, chance), chance);
    }

    String besides(Random chance) {
        return one(BESIDES, chance);
    }

    /** One of the answers that the question offers, if it does. */
    String answer(String told, SandboxBank.Customer self, Random chance) {
        List<String> offered =
                told.lines().filter(line -> line.startsWith("- ")).map(line -> line.substring(2)).toList();
        return offered.isEmpty() ? own(told, self, chance) : one(offered, chance);
    }

    private static String own(String told, SandboxBank.Customer self, Random chance) {
        if (chance.nextInt(3) > 0) {
            if (PAYEE.matcher(told).find() && !self.payees().isEmpty()) {
                return one(self.payees(), chance);
            }
            if (AMOUNT.matcher(told).find() && !self.amounts().isEmpty()) {
                return one(self.amounts(), chance);
            }
        }
        List<List<String>> fitting = ASKED.stream()
                .filter(asked -> asked.words().matcher(told).find())
                .map(Asked::answers)
                .toList();
        return one(fitting.isEmpty() ? FREE : one(fitting, chance), chance);
    }

    private static Asked asked(String words, String... answers) {
        return new Asked(Pattern.compile("(?iu)" + words), List.of(answers));
    }

    private static <T> T one(List<T> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
