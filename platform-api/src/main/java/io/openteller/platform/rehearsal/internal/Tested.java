package io.openteller.platform.rehearsal.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.rehearsal.internal.TrialViews.TestState;
import io.openteller.platform.rehearsal.internal.TrialViews.Waits;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import io.openteller.procedures.machine.RunState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between the console's form of a definition or a run and the machine's. */
@Singleton
class Tested {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A draft may have findings and still be tried out, as long as it can be read. */
    Definition definition(Map<String, Object> given) {
        try {
            return Definitions.of(JSON.valueToTree(given));
        } catch (BadDefinition bad) {
            throw new ProblemException(
                    ErrorCode.PROCEDURE_INVALID,
                    bad.faults().stream()
                            .map(fault -> new FieldFault(fault.node() == null ? "" : fault.node(), fault.message()))
                            .toList());
        }
    }

    static TestState view(Trial trial) {
        RunState state = trial.state();
        boolean open = state.status() == RunState.Status.RUNNING;
        RunState.Frame frame = state.frames().isEmpty() ? null : state.frames().getLast();
        String node = frame == null || !open ? null : named(state, frame.procedure() + "/" + frame.node());
        return new TestState(
                trial.id(),
                state.status().name(),
                trial.lines(),
                waits(trial, node),
                node,
                path(state),
                frame == null
                        ? Map.of()
                        : JSON.convertValue(frame.variables(), new TypeReference<Map<String, Object>>() {}),
                trial.deeds(),
                trial.fault().name());
    }

    static List<String> path(RunState state) {
        return state.path().stream().map(entry -> named(state, entry)).toList();
    }

    private static @Nullable Waits waits(Trial trial, @Nullable String node) {
        RunState.Waiting waiting = trial.state().waiting();
        return waiting == null ? null : new Waits(waiting.what().name(), node, trial.offered());
    }

    /** Nodes of the procedure itself by their ids alone. */
    private static String named(RunState state, String entry) {
        String own = state.frames().isEmpty() ? "" : state.frames().getFirst().procedure() + "/";
        return entry.startsWith(own) ? entry.substring(own.length()) : entry;
    }
}
