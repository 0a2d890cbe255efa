package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import io.openteller.procedures.machine.Effect;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Names of calls. One call is confirmed, approved and made under one id, so that the customer's yes and the colleague's count
 * for exactly what is then done; and it has that id however often it is tried, so that the bank does it once.
 */
final class Calls {

    private Calls() {}

    static UUID id(UUID run, String step) {
        return UUID.nameUUIDFromBytes((run + "/" + step).getBytes(StandardCharsets.UTF_8));
    }

    static String forDeed(Run run, Effect deed) {
        return switch (deed) {
            case Effect.Confirm confirm -> id(run.id(), confirm.step()).toString();
            case Effect.Approve approve ->
                agreed(run, approve.operation(), approve.input(), approve.step());
            case Effect.Perform perform when perform.confirmedBy() != null ->
                agreed(run, perform.operation(), perform.input(), perform.confirmedBy());
            case Effect.Perform perform when perform.approvedBy() != null ->
                agreed(run, perform.operation(), perform.input(), perform.approvedBy());
            case Effect.Perform perform -> id(run.id(), perform.step()).toString();
            case Effect.Verify verify -> id(run.id(), verify.step()).toString();
            case Effect.Compensate compensate -> id(run.id(), compensate.step()).toString();
            // The card was shown under the id of the step that is answered.
            case Effect.Settle settle -> id(run.id(), settle.step()).toString();
            default -> throw new IllegalStateException("nothing that is carried out: " + deed);
        };
    }

    private static String agreed(Run run, OperationName operation, ObjectNode input, String step) {
        return run.calls().getOrDefault(key(operation, input), id(run.id(), step).toString());
    }

    /** What of it is to be remembered until the call is made. */
    static Map<String, String> after(Map<String, String> calls, Effect deed, String callId) {
        return switch (deed) {
            case Effect.Confirm confirm -> with(calls, key(confirm.operation(), confirm.input()), callId);
            case Effect.Approve approve -> with(calls, key(approve.operation(), approve.input()), callId);
            case Effect.Perform perform when perform.compensated() ->
                with(without(calls, key(perform.operation(), perform.input())), done(perform.step()), callId);
            case Effect.Perform perform -> without(calls, key(perform.operation(), perform.input()));
            default -> calls;
        };
    }

    private static Map<String, String> with(Map<String, String> calls, String key, String callId) {
        Map<String, String> more = new HashMap<>(calls);
        more.put(key, callId);
        return more;
    }

    private static Map<String, String> without(Map<String, String> calls, String key) {
        if (!calls.containsKey(key)) {
            return calls;
        }
        Map<String, String> fewer = new HashMap<>(calls);
        fewer.remove(key);
        return fewer;
    }

    /** The call that this step made, for taking it back. */
    static String made(Run run, String step) {
        return run.calls().getOrDefault(done(step), id(run.id(), step).toString());
    }

    private static String done(String step) {
        return "done " + step;
    }

    private static String key(OperationName operation, ObjectNode input) {
        TreeMap<String, String> sorted = new TreeMap<>();
        input.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue().toString()));
        return operation + " " + UUID.nameUUIDFromBytes(sorted.toString().getBytes(StandardCharsets.UTF_8));
    }
}
