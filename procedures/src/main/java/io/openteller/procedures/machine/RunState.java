package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Node.Verify.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands; all that the next step depends on, and written as JSON between steps by {@link RunStates}.
 *
 * @param run names it; part of every step's name
 * @param assurance how sure it is who the customer is
 * @param proven how the customer proved it, as far as this run asked
 * @param frames the procedure and those that called it, the innermost last
 * @param owed what was done, or is being done, and is taken back when that procedure does not come to its end; oldest first
 * @param ending how it ends when that is taken back; null unless that goes on
 * @param entries how many steps were named so far
 * @param waiting null while nothing is waited for
 * @param status how it is
 * @param path ids of the nodes that were entered, oldest first, as {@code procedure/node}
 * @param heard what the customer said last
 */
public record RunState(
        String run,
        String language,
        Assurance assurance,
        List<Proof> proven,
        List<Frame> frames,
        List<Owed> owed,
        @Nullable Ending ending,
        int entries,
        @Nullable Waiting waiting,
        Status status,
        List<String> path,
        Heard heard) {

    public RunState {
        proven = List.copyOf(proven);
        frames = List.copyOf(frames);
        owed = List.copyOf(owed);
        path = List.copyOf(path);
    }

    /** @param depth how many procedures were in progress when it was done, or since it was over the one that called it */
    public record Owed(String step, OperationName operation, int depth) {}

    /** @param depth of what is taken back first; {@code reason} empty unless a person gets it */
    public record Ending(How how, int depth, String reason) {
        /** How. */
        public enum How {
            /** As the node says that it has come to. */
            NODE,
            CANCELLED,
            LAPSED,
            PERSON
        }
    }

    /** One of the ways that were open to reach that level. */
    public record Proof(Assurance level, Method method) {}

    /**
     * One procedure in progress.
     *
     * @param version of the definition that this run keeps to the end
     * @param visits how often each node was entered
     * @param trail the nodes that were entered and not taken back, oldest first
     * @param confirmed what the customer was asked to agree to, by the id of the operation node
     * @param approved what a colleague was asked to agree to, likewise
     */
    public record Frame(
            String procedure,
            int version,
            String node,
            ObjectNode variables,
            Map<String, Integer> visits,
            List<Visit> trail,
            Map<String, Grant> confirmed,
            Map<String, Grant> approved) {

        public Frame {
            visits = Map.copyOf(visits);
            trail = List.copyOf(trail);
            confirmed = Map.copyOf(confirmed);
            approved = Map.copyOf(approved);
        }
    }

    /**
     * A node that was entered.
     *
     * @param answered whether the customer answered it
     * @param effect whether something may be changed at the bank since
     * @param changes variables that it set, for taking it back
     * @param inner the procedure that it called, as it stood at its end, for taking back an answer given there; null while that
     *     goes on, and for all other nodes
     */
    public record Visit(
            String node, boolean answered, boolean effect, List<Change> changes, @Nullable Frame inner) {
        public Visit {
            changes = List.copyOf(changes);
        }

        static Visit of(String node) {
            return new Visit(node, false, false, List.of(), null);
        }
    }

    /** @param before null if the variable had no value */
    public record Change(String variable, @Nullable JsonNode before) {}

    /**
     * An agreement to exactly this input.
     *
     * @param given false until it is agreed to
     * @param again how often it had to be asked for again because the input had changed
     */
    public record Grant(String step, ObjectNode input, boolean given, int again) {}

    /**
     * What it waits for.
     *
     * @param attempt the how-manieth time the customer is asked, from 1
     * @param said the last thing that was asked, for saying it again
     */
    public record Waiting(String step, For what, int attempt, String said) {
        /** For what. */
        public enum For {
            ANSWER,
            OPERATION,
            IDENTITY,
            CONFIRMATION,
            APPROVAL,
            EVENT
        }
    }

    /**
     * @param message the customer's last; empty before the first
     * @param unread what of it answered nothing yet, and may answer what is asked next
     * @param at when it came, or when the run began
     */
    public record Heard(String message, String unread, Instant at) {}

    /** How a run is. */
    public enum Status {
        RUNNING,
        /** The customer turned to another procedure; a message or {@link Event.Resumed} brings it back. */
        SET_ASIDE,
        FINISHED,
        /** A person has it. */
        HANDED_OVER,
        /** The customer called it off. */
        CANCELLED
    }
}
