package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands; all that the next step depends on, and written as JSON between steps.
 *
 * @param run names it; part of every step's name
 * @param frames the procedure and those that called it, the innermost last
 * @param entries how many nodes were entered so far
 * @param waiting null while nothing is waited for
 * @param status how it is
 * @param path ids of the nodes that were entered, oldest first, as {@code procedure/node}
 */
public record RunState(
        String run,
        String language,
        List<Frame> frames,
        int entries,
        @Nullable Waiting waiting,
        Status status,
        List<String> path) {

    public RunState {
        frames = List.copyOf(frames);
        path = List.copyOf(path);
    }

    /**
     * One procedure in progress.
     *
     * @param version of the definition that this run keeps to the end
     * @param visits how often each node was entered
     * @param answers nodes that the customer answered, oldest first, for taking an answer back
     */
    public record Frame(
            String procedure,
            int version,
            String node,
            ObjectNode variables,
            Map<String, Integer> visits,
            List<String> answers) {

        public Frame {
            visits = Map.copyOf(visits);
            answers = List.copyOf(answers);
        }
    }

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

    /** How a run is. */
    public enum Status {
        RUNNING,
        FINISHED,
        /** A person has it. */
        HANDED_OVER,
        /** The customer called it off. */
        CANCELLED
    }
}
