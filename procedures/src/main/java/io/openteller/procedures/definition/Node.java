package io.openteller.procedures.definition;

import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure. Every {@code next} and every value of {@code on} is the id of another node.
 *
 * <p>Expressions are CEL over the variables; {@code customer.language}, {@code customer.assurance} and {@code now} can be read
 * too.
 */
public sealed interface Node {

    /**
     * Where it goes on when it does not go on as planned, by what happened: see {@link Edge}. Without an entry for something
     * that can happen, a person goes on.
     */
    Map<Edge, String> on();

    /** What can happen besides the plan. */
    enum Edge {
        /** Nothing came in time. */
        TIMEOUT,
        /** The system that was asked failed or cannot say what it did. */
        ERROR,
        /** The bank, or the platform's own policy, says no. */
        REFUSED,
        /** The customer, or the colleague who was asked, says no. */
        DECLINED,
        /** Too many attempts without a usable answer. */
        GAVE_UP,
        /** The customer did not prove who they are. */
        FAILED,
        /** What was said could not be told apart. */
        UNSURE
    }

    /** Asks the customer for one value. @param attempts before {@link Edge#GAVE_UP}, 1 to 5 */
    record Ask(Wording text, Answer answer, String into, int attempts, @Nullable Duration within, String next, Map<Edge, String> on)
            implements Node {}

    /**
     * What an answer may be.
     *
     * @param type what the variable holds
     * @param choices fixed ones; empty for free entry
     * @param from an expression giving the list to choose from; null for none
     * @param label of one of that list, with {@code it} for the entry; null unless {@code from} is set
     * @param value which part of the entry is kept, with {@code it}; null for the whole entry
     */
    record Answer(
            VariableType type,
            List<Choice> choices,
            @Nullable String from,
            @Nullable Wording label,
            @Nullable String value) {}

    /** @param value what the variable gets */
    record Choice(String value, Wording label) {}

    /** Makes sure who the customer is. @param methods in the order they are tried: CODE, QUESTIONS, DEVICE */
    record Verify(Assurance level, List<Method> methods, @Nullable Duration within, String next, Map<Edge, String> on)
            implements Node {
        /** How. */
        public enum Method {
            CODE,
            QUESTIONS,
            DEVICE
        }
    }

    /**
     * Does one operation of the catalogue.
     *
     * @param with an expression per input field
     * @param into variable that gets the result; null to leave it
     * @param compensate whether what it did is not to stay without the rest: it is taken back unless the procedure ends as
     *     DONE or NOTHING_TO_DO
     */
    record Operate(
            OperationName operation,
            Map<String, String> with,
            @Nullable String into,
            boolean compensate,
            String next,
            Map<Edge, String> on)
            implements Node {}

    /** Goes the way of the first case that holds. */
    record Decide(List<Case> cases, String otherwise) implements Node {
        @Override
        public Map<Edge, String> on() {
            return Map.of();
        }
    }

    /** @param when an expression that is true or false */
    record Case(String when, String next) {}

    /** Sets variables to what expressions give, if there are any, and says something, if there is a text. */
    record Say(@Nullable Wording text, Map<String, String> set, String next) implements Node {
        @Override
        public Map<Edge, String> on() {
            return Map.of();
        }
    }

    /**
     * Files what the customer wrote under one of a few labels, by the phrases given, and goes that label's way.
     *
     * @param of an expression of text; null for the customer's last message
     */
    record Classify(@Nullable String of, List<Label> labels, Map<Edge, String> on) implements Node {}

    /** @param phrases by language */
    record Label(String label, Map<String, List<String>> phrases, String next) {}

    /**
     * Shows the final arguments of an operation and asks for a yes.
     *
     * @param operation id of the operation node that is confirmed; a yes counts for exactly these arguments
     */
    record Confirm(@Nullable Wording text, String operation, @Nullable Duration within, String next, Map<Edge, String> on)
            implements Node {}

    /** Asks a member of the bank's staff to agree. @param operation id of the operation node; {@code team} who may */
    record Approve(Wording text, String operation, String team, @Nullable Duration within, String next, Map<Edge, String> on)
            implements Node {}

    /** Sends the customer one of the bank's own texts. @param reference an expression; null for none */
    record Notify(Channel channel, String template, @Nullable String reference, String next, Map<Edge, String> on)
            implements Node {
        /** By which way. */
        public enum Channel {
            SMS,
            EMAIL,
            PUSH
        }
    }

    /** Pauses, for a time or until an event of the bank's systems. @param event null for the time alone */
    record Wait(Duration within, @Nullable String event, String next, Map<Edge, String> on) implements Node {}

    /** A person goes on, and sees the facts. @param facts a label and an expression each */
    record Handoff(Wording text, String team, Map<String, String> facts) implements Node {
        @Override
        public Map<Edge, String> on() {
            return Map.of();
        }
    }

    /** Runs another procedure and comes back. @param with its inputs; {@code into} which of ours get which of its variables */
    record Subflow(String procedure, Map<String, String> with, Map<String, String> into, String next, Map<Edge, String> on)
            implements Node {}

    /** It is over. */
    record End(@Nullable Wording text, Outcome outcome) implements Node {
        @Override
        public Map<Edge, String> on() {
            return Map.of();
        }

        /** How it ended. */
        public enum Outcome {
            DONE,
            NOTHING_TO_DO,
            STOPPED
        }
    }
}
