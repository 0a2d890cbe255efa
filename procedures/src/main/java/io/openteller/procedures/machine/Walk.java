package io.openteller.procedures.machine;

import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.machine.RunState.Proof;
import io.openteller.procedures.machine.RunState.Status;
import io.openteller.procedures.machine.RunState.Waiting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From node to node, until something from outside is needed. */
final class Walk {

    private final Asking asking = new Asking();
    private final Operating operating = new Operating();
    private final Subflows subflows = new Subflows();

    /** @param from null if there is nothing to go to */
    void go(Progress progress, @Nullable String from) {
        progress.waiting = null;
        String next = from;
        while (next != null) {
            next = enter(progress, next);
        }
    }

    private @Nullable String enter(Progress progress, String id) {
        progress.enter(id);
        return switch (progress.frame().node()) {
            case Node.Ask ask -> asking.enter(progress, ask);
            case Node.Verify verify -> verify(progress, verify);
            case Node.Operate operate -> operating.enter(progress, id, operate);
            case Node.Notify notify -> operating.enter(progress, notify);
            case Node.Confirm confirm -> operating.enter(progress, confirm);
            case Node.Approve approve -> operating.enter(progress, approve);
            case Node.Decide decide -> decide(progress, decide);
            case Node.Say say -> say(progress, say);
            case Node.Classify classify -> Classifying.enter(progress, classify);
            case Node.Wait wait -> wait(progress, wait);
            case Node.Subflow subflow -> subflows.enter(progress, subflow);
            case Node.Handoff handoff -> {
                Endings.handOver(progress, handoff);
                yield null;
            }
            case Node.End end -> subflows.end(progress, end);
        };
    }

    void performed(Progress progress, Event.Result result) {
        go(progress, operating.performed(progress, result));
    }

    void compensated(Progress progress, List<String> left) {
        RunState.Ending ending = Amends.made(progress, left);
        boolean isNode = ending.how() == RunState.Ending.How.NODE;
        Node node = progress.frame().node();
        if (isNode && node instanceof Node.Handoff handoff) {
            Endings.handOver(progress, handoff);
        } else if (!left.isEmpty()) {
            Endings.handOver(progress, "what was done could not be taken back");
        } else if (isNode && node instanceof Node.End end) {
            go(progress, subflows.end(progress, end));
        } else {
            Endings.goOn(progress, ending);
        }
    }

    void confirmed(Progress progress, boolean accepted) {
        go(progress, operating.confirmed(progress, accepted));
    }

    void approved(Progress progress, boolean agreed) {
        go(progress, operating.approved(progress, agreed));
    }

    void verified(Progress progress, Event.Verified verified) {
        if (!(progress.frame().node() instanceof Node.Verify verify)) {
            throw new CannotGoOn("nobody was asked who they are");
        }
        if (verified.passed()) {
            proved(progress, verify, verified.by());
        }
        go(progress, verified.passed() ? verify.next() : progress.edge(Edge.FAILED));
    }

    void unproven(Progress progress) {
        if (!(progress.frame().node() instanceof Node.Verify verify)) {
            throw new CannotGoOn("nobody was asked who they are");
        }
        String planned = verify.on().get(Edge.ERROR);
        go(progress, planned == null ? progress.edge(Edge.FAILED) : planned);
    }

    void occurred(Progress progress) {
        if (!(progress.frame().node() instanceof Node.Wait wait)) {
            throw new CannotGoOn("nothing was waited for");
        }
        go(progress, wait.next());
    }

    void timeUp(Progress progress) {
        if (progress.status == Status.SET_ASIDE) {
            Endings.lapse(progress);
            return;
        }
        boolean planned = progress.frame().node() instanceof Node.Wait wait && wait.event() == null;
        go(progress, planned ? ((Node.Wait) progress.frame().node()).next() : progress.edge(Edge.TIMEOUT));
    }

    private static @Nullable String verify(Progress progress, Node.Verify verify) {
        if (isProven(progress, verify)) {
            boolean named = progress.proven.stream().anyMatch(proof -> proof.level() == verify.level());
            if (!named) {
                proved(progress, verify, null);
            }
            return verify.next();
        }
        String step = progress.step();
        progress.effects.add(new Effect.Verify(step, verify.level(), verify.methods()));
        progress.timer(step, verify.within());
        progress.await(step, Waiting.For.IDENTITY, Phrase.VERIFY.in(progress));
        return null;
    }

    /** Who is known well enough is not asked, except for a second proof of another kind. */
    private static boolean isProven(Progress progress, Node.Verify verify) {
        List<Proof> same = progress.proven.stream()
                .filter(proof -> proof.level() == verify.level())
                .toList();
        return progress.assurance.compareTo(verify.level()) >= 0
                && (same.isEmpty() || same.stream().anyMatch(proof -> verify.methods().contains(proof.method())));
    }

    private static void proved(Progress progress, Node.Verify verify, Node.Verify.@Nullable Method by) {
        if (progress.assurance.compareTo(verify.level()) < 0) {
            progress.assurance = verify.level();
        }
        Node.Verify.Method method = by == null && !verify.methods().isEmpty() ? verify.methods().getFirst() : by;
        if (method != null && !progress.proven.contains(new Proof(verify.level(), method))) {
            progress.proven.add(new Proof(verify.level(), method));
        }
    }

    private static String decide(Progress progress, Node.Decide decide) {
        for (Node.Case one : decide.cases()) {
            if (progress.truth(one.when())) {
                return one.next();
            }
        }
        return decide.otherwise();
    }

    private static String say(Progress progress, Node.Say say) {
        say.set().forEach((variable, expression) -> progress.frame().set(variable, progress.evaluate(expression)));
        if (say.text() != null) {
            progress.say(progress.write(say.text()));
        }
        return say.next();
    }

    private static @Nullable String wait(Progress progress, Node.Wait wait) {
        String step = progress.step();
        progress.timer(step, wait.within());
        progress.await(step, Waiting.For.EVENT, wait.event() == null ? "" : wait.event());
        return null;
    }
}
