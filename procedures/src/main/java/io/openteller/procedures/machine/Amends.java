package io.openteller.procedures.machine;

import io.openteller.operations.CardTexts;
import io.openteller.operations.OperationName;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.machine.RunState.Ending;
import io.openteller.procedures.machine.RunState.Owed;
import io.openteller.procedures.machine.RunState.Visit;
import io.openteller.procedures.machine.RunState.Waiting;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was done only for the sake of the whole. It is taken back, the latest first, when the procedure that did it ends
 * otherwise than as DONE or NOTHING_TO_DO; only then is it over.
 */
final class Amends {

    private Amends() {}

    /** @return whether there is something to take back before this ending */
    static boolean first(Progress progress, Ending ending) {
        List<Owed> owed = owed(progress, ending);
        if (owed.isEmpty()) {
            return false;
        }
        String step = progress.step();
        progress.ending = ending;
        progress.effects.add(new Effect.Compensate(step, owed.reversed().stream().map(Owed::step).toList()));
        progress.await(step, Waiting.For.OPERATION, Phrase.WORKING.in(progress));
        return true;
    }

    /** Says what came of it. @return how it ends now */
    static Ending made(Progress progress, List<String> left) {
        Ending ending = progress.ending;
        if (ending == null) {
            throw new CannotGoOn("nothing was to be taken back");
        }
        List<Owed> owed = owed(progress, ending).reversed();
        progress.ending = null;
        progress.owed.removeAll(owed);
        tell(progress, Phrase.TAKEN_BACK, "Taken back", owed.stream().filter(one -> !left.contains(one.step())).toList());
        tell(progress, Phrase.NOT_TAKEN_BACK, "Not taken back", owed.stream().filter(one -> left.contains(one.step())).toList());
        return ending;
    }

    private static void tell(Progress progress, Phrase phrase, String label, List<Owed> which) {
        if (!which.isEmpty()) {
            progress.say(phrase.in(progress, which.stream()
                    .map(one -> "“" + title(progress, one.operation()) + "”")
                    .collect(Collectors.joining(", "))));
            progress.amends.put(label, which.stream()
                    .map(one -> one.operation().toString())
                    .collect(Collectors.joining(", ")));
        }
    }

    private static String title(Progress progress, OperationName operation) {
        return CardTexts.standard()
                .of(operation, progress.language.toLowerCase(java.util.Locale.ROOT).startsWith("hi-latn") ? "en" : progress.language)
                .map(CardTexts.CardText::title)
                .or(() -> progress.tools.catalogue().find(operation.toString()).map(spec -> spec.title()))
                .orElse(operation.toString());
    }

    /** The operation that is waited for did nothing, or nothing that could be taken back. */
    static void forget(Progress progress) {
        Waiting waiting = progress.waiting;
        if (waiting != null) {
            progress.owed.removeIf(one -> one.step().equals(waiting.step()));
        }
    }

    /** A procedure that came to its end leaves it to the one that called it. */
    static void pass(Progress progress, int depth) {
        progress.owed.replaceAll(one -> one.depth() < depth ? one : new Owed(one.step(), one.operation(), depth - 1));
    }

    static Ending toPerson(Ending ending, String reason) {
        return new Ending(Ending.How.PERSON, Math.min(ending.depth(), 1), reason);
    }

    /** Whether something was done that stays. */
    static boolean remains(Progress progress, List<Visit> trail, Definition definition) {
        return trail.stream().anyMatch(visit -> {
            RunState.Frame inner = visit.inner();
            return inner != null
                    ? remains(progress, inner.trail(), progress.open(inner).definition)
                    : visit.effect()
                            && !(definition.nodes().get(visit.node()) instanceof Node.Operate operate && operate.compensate());
        });
    }

    private static List<Owed> owed(Progress progress, Ending ending) {
        return progress.owed.stream().filter(one -> one.depth() >= ending.depth()).toList();
    }
}
