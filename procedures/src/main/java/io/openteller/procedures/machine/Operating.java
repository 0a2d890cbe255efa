package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Compensations;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Approval;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.machine.RunState.Grant;
import io.openteller.procedures.machine.RunState.Waiting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Operations, and the agreement of the customer and of colleagues to them. */
final class Operating {

    /** Asking a third time for a yes to something that keeps changing would not help. */
    private static final int AGAIN = 2;

    @Nullable String enter(Progress progress, String id, Node.Operate operate) {
        FrameNow frame = progress.frame();
        OperationSpec spec = spec(progress, operate.operation());
        ObjectNode input = input(progress, operate.with());
        boolean mustConfirm = spec.confirmation() == Confirmation.CUSTOMER;
        if (!covers(frame.confirmed.get(id), input) && (mustConfirm || frame.confirmed.containsKey(id))) {
            return askAgain(frame, frame.confirmed, id, asker(frame, id, true));
        }
        boolean mustApprove = spec.approval().when() == Approval.When.ALWAYS;
        if (!covers(frame.approved.get(id), input) && (mustApprove || frame.approved.containsKey(id))) {
            return askAgain(frame, frame.approved, id, asker(frame, id, false));
        }
        // One yes is good for one time.
        Grant confirmed = frame.confirmed.remove(id);
        Grant approved = frame.approved.remove(id);
        perform(
                progress,
                operate.operation(),
                input,
                confirmed == null ? null : confirmed.step(),
                approved == null ? null : approved.step(),
                operate.compensate());
        return null;
    }

    @Nullable String enter(Progress progress, Node.Notify notify) {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("template", notify.template());
        if (notify.reference() != null) {
            JsonNode reference = progress.evaluate(notify.reference());
            if (!reference.isNull()) {
                input.set("reference", reference);
            }
        }
        String channel = notify.channel().name().toLowerCase(Locale.ROOT);
        perform(progress, OperationName.of("notify." + channel + "/v1"), input, null, null, false);
        return null;
    }

    @Nullable String enter(Progress progress, Node.Confirm confirm) {
        FrameNow frame = progress.frame();
        Node.Operate operate = operate(frame, confirm.operation());
        ObjectNode input = input(progress, operate.with());
        String text = confirm.text() == null ? null : progress.write(confirm.text()).text();
        String step = progress.step();
        frame.confirmed.put(confirm.operation(), asked(frame.confirmed.get(confirm.operation()), step, input));
        progress.effects.add(new Effect.Confirm(step, operate.operation(), input, text));
        progress.timer(step, confirm.within());
        progress.await(step, Waiting.For.CONFIRMATION, text == null ? "" : text);
        return null;
    }

    @Nullable String enter(Progress progress, Node.Approve approve) {
        FrameNow frame = progress.frame();
        Node.Operate operate = operate(frame, approve.operation());
        ObjectNode input = input(progress, operate.with());
        String text = progress.write(approve.text()).text();
        String step = progress.step();
        frame.approved.put(approve.operation(), asked(frame.approved.get(approve.operation()), step, input));
        progress.effects.add(new Effect.Approve(step, operate.operation(), input, approve.team(), text));
        progress.timer(step, approve.within());
        progress.await(step, Waiting.For.APPROVAL, "");
        return null;
    }

    String confirmed(Progress progress, boolean accepted) {
        if (!(progress.frame().node() instanceof Node.Confirm confirm)) {
            throw new CannotGoOn("nobody was asked to confirm");
        }
        settle(progress.frame().confirmed, confirm.operation(), accepted);
        return accepted ? confirm.next() : progress.edge(Edge.DECLINED);
    }

    String approved(Progress progress, boolean agreed) {
        if (!(progress.frame().node() instanceof Node.Approve approve)) {
            throw new CannotGoOn("nobody was asked to approve");
        }
        settle(progress.frame().approved, approve.operation(), agreed);
        return agreed ? approve.next() : progress.edge(Edge.DECLINED);
    }

    String performed(Progress progress, Event.Result result) {
        FrameNow frame = progress.frame();
        return switch (result) {
            case Event.Result.Done(JsonNode output) -> switch (frame.node()) {
                case Node.Operate operate -> {
                    if (!Compensations.standard().needed(operate.operation(), output)) {
                        Amends.forget(progress);
                    }
                    if (operate.into() != null) {
                        frame.set(operate.into(), output);
                    }
                    yield operate.next();
                }
                case Node.Notify notify -> notify.next();
                default -> throw new CannotGoOn("step " + frame.node + " does nothing at the bank");
            };
            case Event.Result.Refused refused -> {
                frame.effect(false);
                Amends.forget(progress);
                yield progress.edge(Edge.REFUSED);
            }
            case Event.Result.Failed failed -> {
                Amends.forget(progress);
                yield progress.edge(Edge.ERROR);
            }
            case Event.Result.TimedOut timedOut -> progress.edge(Edge.TIMEOUT);
        };
    }

    private static void perform(
            Progress progress,
            OperationName operation,
            ObjectNode input,
            @Nullable String confirmed,
            @Nullable String approved,
            boolean compensated) {
        String step = progress.step();
        if (compensated) {
            progress.owed.add(new RunState.Owed(step, operation, progress.frames.size()));
        }
        progress.frame().effect(spec(progress, operation).hasEffect());
        progress.effects.add(new Effect.Perform(step, operation, input, confirmed, approved, compensated));
        progress.await(step, Waiting.For.OPERATION, Phrase.WORKING.in(progress));
    }

    private static OperationSpec spec(Progress progress, OperationName operation) {
        return progress.tools
                .catalogue()
                .find(operation.toString())
                .orElseThrow(() -> new CannotGoOn("there is no operation " + operation));
    }

    /** What comes to nothing is left out. The same values are always the same text: agreements are compared by it. */
    private static ObjectNode input(Progress progress, Map<String, String> with) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(with).forEach((field, expression) -> {
            JsonNode value = progress.evaluate(expression);
            if (!value.isNull()) {
                input.set(field, value);
            }
        });
        return input;
    }

    private static boolean covers(@Nullable Grant grant, ObjectNode input) {
        return grant != null && grant.given() && grant.input().toString().equals(input.toString());
    }

    private static Grant asked(@Nullable Grant before, String step, ObjectNode input) {
        return new Grant(step, input, false, before == null ? 0 : before.again());
    }

    private static void settle(Map<String, Grant> grants, String operation, boolean given) {
        Grant asked = grants.get(operation);
        if (!given || asked == null) {
            grants.remove(operation);
        } else {
            grants.put(operation, new Grant(asked.step(), asked.input(), true, asked.again()));
        }
    }

    private static String askAgain(FrameNow frame, Map<String, Grant> grants, String operation, Optional<String> asker) {
        Grant before = grants.get(operation);
        if (asker.isEmpty()) {
            throw new CannotGoOn("step " + operation + " needs an agreement that no step asks for");
        }
        if (before != null) {
            if (before.again() >= AGAIN) {
                throw new CannotGoOn("what step " + operation + " would do kept changing after it was agreed to");
            }
            grants.put(operation, new Grant(before.step(), before.input(), false, before.again() + 1));
        }
        return asker.get();
    }

    /** The node that asks for the agreement, the last one come by if there are several. */
    private static Optional<String> asker(FrameNow frame, String operation, boolean customer) {
        String last = null;
        for (Map.Entry<String, Node> entry : frame.definition.nodes().entrySet()) {
            if (asks(entry.getValue(), operation, customer)) {
                last = last == null ? entry.getKey() : last;
            }
        }
        for (RunState.Visit visit : frame.trail) {
            if (asks(frame.node(visit.node()), operation, customer)) {
                last = visit.node();
            }
        }
        return Optional.ofNullable(last);
    }

    private static boolean asks(Node node, String operation, boolean customer) {
        return switch (node) {
            case Node.Confirm confirm -> customer && confirm.operation().equals(operation);
            case Node.Approve approve -> !customer && approve.operation().equals(operation);
            default -> false;
        };
    }

    private static Node.Operate operate(FrameNow frame, String id) {
        if (frame.node(id) instanceof Node.Operate operate) {
            return operate;
        }
        throw new CannotGoOn("step " + id + " is no operation");
    }
}
