package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;

/** Whether what a customer may answer is what the variable holds. */
class AnswerCheck {

    private final Subject subject;
    private final Findings findings;

    AnswerCheck(Subject subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
    }

    void look(String id, Node.Ask ask) {
        Node.Answer answer = ask.answer();
        subject.variable(ask.into()).filter(type -> !type.equals(answer.type())).ifPresent(type -> mismatch(id,
                "The answer is " + answer.type() + ", but '" + ask.into() + "', which keeps it, is " + type + "."));
        if (answer.from() != null) {
            if (answer.value() == null) {
                entry(id, ask);
            }
            return;
        }
        boolean plain = answer.type() instanceof VariableType.Plain;
        if (!plain) {
            mismatch(id, "Nobody can type " + answer.type() + ": let the customer choose from a list, with 'from'.");
        }
        Set<String> seen = new HashSet<>();
        for (Node.Choice choice : answer.choices()) {
            if (!seen.add(choice.value())) {
                mismatch(id, "The choice '" + choice.value() + "' is there twice.");
            }
            if (answer.type() instanceof VariableType.Plain(Kind kind) && !isOf(kind, choice.value())) {
                mismatch(id, "The choice '" + choice.value() + "' is not " + answer.type() + ".");
            }
        }
    }

    /** Without a 'value' the whole entry is kept. */
    private void entry(String id, Node.Ask ask) {
        subject.it(ask).ifPresent(it -> {
            boolean fits = subject.types().of(ask.answer().type())
                    .map(type -> type.kind() == it.kind() && type.name().equals(it.name()))
                    .orElse(true);
            if (!fits) {
                mismatch(id, "What is chosen is " + Types.words(it) + ", and the answer is " + ask.answer().type()
                        + ": say with 'value' which part of it is kept.");
            }
        });
    }

    private static boolean isOf(Kind kind, String value) {
        return switch (kind) {
            case TEXT -> true;
            case INTEGER -> value.matches("-?[0-9]{1,18}");
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case DATE -> isDate(value);
            // What money or a time a fixed word stands for would have to be guessed.
            case TIME, MONEY -> false;
        };
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    private void mismatch(String id, String message) {
        findings.add(Rule.TYPE_MISMATCH, id, message);
    }
}
