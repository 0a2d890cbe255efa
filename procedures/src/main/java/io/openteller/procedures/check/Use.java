package io.openteller.procedures.check;

import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Wording;
import io.openteller.procedures.expressions.Templates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expression of a node, and what it is for.
 *
 * @param field where it is written
 * @param target the variable, argument or input that gets its value; empty for none
 */
record Use(Purpose purpose, String field, String expression, String target) {

    enum Purpose {
        CONDITION,
        /** Kept in a variable. */
        SET,
        ARGUMENT,
        /** The list that the customer chooses from. */
        CHOOSE_FROM,
        /** Kept of the entry that was chosen; may read {@code it}. */
        CHOSEN,
        /** Told to the customer. */
        TOLD,
        /** Told to the customer of each entry of a list; may read {@code it}. */
        TOLD_OF_ENTRY,
        TOLD_TO_STAFF,
        CLASSIFIED,
        /** Put into one of the bank's own texts. */
        NOTICE,
        /** An input of a subflow. */
        INPUT,
        /** Told to a colleague; left out where it is not known. */
        FACT;

        boolean isTold() {
            return this == TOLD || this == TOLD_OF_ENTRY || this == NOTICE;
        }

        boolean isWritten() {
            return isTold() || this == TOLD_TO_STAFF;
        }

        boolean isOfEntry() {
            return this == CHOSEN || this == TOLD_OF_ENTRY;
        }
    }

    static List<Use> of(Node node) {
        List<Use> uses = new ArrayList<>();
        switch (node) {
            case Node.Ask ask -> {
                told(uses, "text", ask.text(), Purpose.TOLD);
                Node.Answer answer = ask.answer();
                add(uses, Purpose.CHOOSE_FROM, "answer.from", answer.from(), "");
                add(uses, Purpose.CHOSEN, "answer.value", answer.value(), ask.into());
                told(uses, "answer.label", answer.label(), Purpose.TOLD_OF_ENTRY);
                answer.choices().forEach(choice -> told(uses, "answer.choices", choice.label(), Purpose.TOLD));
            }
            case Node.Operate operate -> operate.with().forEach(
                    (argument, expression) -> add(uses, Purpose.ARGUMENT, "with." + argument, expression, argument));
            case Node.Decide decide -> {
                for (int i = 0; i < decide.cases().size(); i++) {
                    add(uses, Purpose.CONDITION, "cases[" + i + "].when", decide.cases().get(i).when(), "");
                }
            }
            case Node.Say say -> {
                told(uses, "text", say.text(), Purpose.TOLD);
                say.set().forEach((variable, expression) -> add(uses, Purpose.SET, "set." + variable, expression, variable));
            }
            case Node.Classify classify -> add(uses, Purpose.CLASSIFIED, "of", classify.of(), "");
            case Node.Confirm confirm -> told(uses, "text", confirm.text(), Purpose.TOLD);
            case Node.Approve approve -> told(uses, "text", approve.text(), Purpose.TOLD_TO_STAFF);
            case Node.Notify notify -> add(uses, Purpose.NOTICE, "reference", notify.reference(), "");
            case Node.Handoff handoff -> {
                told(uses, "text", handoff.text(), Purpose.TOLD);
                handoff.facts().forEach((label, expression) -> add(uses, Purpose.FACT, "facts." + label, expression, ""));
            }
            case Node.Subflow subflow -> subflow.with().forEach(
                    (input, expression) -> add(uses, Purpose.INPUT, "with." + input, expression, input));
            case Node.End end -> told(uses, "text", end.text(), Purpose.TOLD);
            case Node.Verify verify -> {}
            case Node.Wait wait -> {}
        }
        return List.copyOf(uses);
    }

    private static void add(List<Use> uses, Purpose purpose, String field, @Nullable String expression, String target) {
        if (expression != null) {
            uses.add(new Use(purpose, field, expression, target));
        }
    }

    private static void told(List<Use> uses, String field, @Nullable Wording text, Purpose purpose) {
        if (text != null) {
            text.byLanguage().forEach((language, words) -> Templates.expressions(words)
                    .forEach(expression -> add(uses, purpose, field + "." + language, expression, "")));
        }
    }
}
