package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.expressions.Written;
import io.openteller.procedures.machine.Answers.Read;
import io.openteller.procedures.machine.RunState.Visit;
import io.openteller.procedures.machine.RunState.Waiting;
import io.openteller.procedures.machine.reading.Choosing;
import io.openteller.procedures.machine.reading.Correction;
import io.openteller.procedures.machine.reading.Mentions;
import io.openteller.procedures.machine.reading.YesNo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Earlier answers that the customer takes back. What came after such an answer is done anew; what was done at the bank since
 * stays done, and then a person goes on.
 */
final class TakingBack {

    private final Walk walk;
    private final Asking asking = new Asking();

    TakingBack(Walk walk) {
        this.walk = walk;
    }

    /**
     * An answer that may be meant.
     *
     * @param way to it: an index into the frames, then a visit on each trail down to the answer's
     * @param frame as it stands, or stood at its end
     * @param read the new value; null to ask again
     * @param rejected whether the customer names the value that stands
     * @param done whether something was done at the bank since
     */
    private record Target(
            List<Integer> way, FrameNow frame, Node.Ask ask, @Nullable Read read, boolean rejected, boolean done) {

        Target with(@Nullable Read other, boolean named) {
            return new Target(way, frame, ask, other, named, done);
        }
    }

    /** Asks the question before this one again. */
    void last(Progress progress, Runnable otherwise) {
        List<Target> answered = answered(progress);
        if (answered.isEmpty()) {
            progress.say(Phrase.NOTHING_BEFORE.in(progress));
            otherwise.run();
        } else {
            apply(progress, answered.getFirst());
        }
    }

    /** @return false if the message takes nothing back */
    boolean tried(Progress progress, String message, Runnable otherwise) {
        Optional<Correction> correction = Correction.of(message);
        boolean confirming = progress.waiting != null && progress.waiting.what() == Waiting.For.CONFIRMATION;
        if (correction.isEmpty() || confirming && YesNo.strictly(message).isPresent()) {
            return false;
        }
        Correction back = correction.get();
        Node.Ask current = progress.waiting != null
                        && progress.waiting.what() == Waiting.For.ANSWER
                        && progress.frame().node() instanceof Node.Ask ask
                ? ask
                : null;
        List<Target> targets = new ArrayList<>();
        for (Target target : answered(progress)) {
            targets.add(fit(progress, target, back));
        }
        boolean sure = back.strong() && (current == null || !free(current) || Correction.leads(message));
        boolean answersThis = current != null
                && !sure
                && Answers.read(progress, progress.frame(), current, message).isPresent();
        Optional<Target> chosen = choose(targets, back, sure, answersThis, message);
        if (chosen.isPresent()) {
            apply(progress, chosen.get());
            return true;
        }
        boolean answers = current != null
                && Answers.read(progress, progress.frame(), current, back.wanted()).isPresent();
        if (sure && !answers && back.wanted().isBlank()) {
            progress.say(Phrase.AGAIN.in(progress));
            otherwise.run();
            return true;
        }
        return false;
    }

    boolean free(Node.Ask ask) {
        return ask.answer().from() == null
                && ask.answer().choices().isEmpty()
                && ask.answer().type() instanceof VariableType.Plain(Kind kind)
                && kind == Kind.TEXT;
    }

    private static Optional<Target> choose(
            List<Target> targets, Correction back, boolean sure, boolean answersThis, String message) {
        Optional<Target> named = targets.stream().filter(Target::rejected).findFirst();
        if (named.isPresent()) {
            return named;
        }
        if (answersThis || !back.rejected().isEmpty() && !sure) {
            return Optional.empty();
        }
        List<Target> fitting = targets.stream().filter(target -> target.read() != null).toList();
        Optional<Target> mentioned =
                fitting.stream().filter(target -> mentions(target, message)).findFirst();
        if (mentioned.isPresent() || !fitting.isEmpty()) {
            return mentioned.or(() -> fitting.stream().findFirst());
        }
        return sure ? targets.stream().filter(target -> mentions(target, message)).findFirst() : Optional.empty();
    }

    private static boolean mentions(Target target, String message) {
        return Mentions.of(message, target.ask().answer().type().toString(), target.ask().into());
    }

    /** The answers that stand, the newest first. */
    private static List<Target> answered(Progress progress) {
        List<Target> targets = new ArrayList<>();
        boolean done = false;
        for (int at = progress.frames.size() - 1; at >= 0; at--) {
            FrameNow frame = progress.frames.get(at);
            collect(progress, frame, List.of(at), done, targets);
            done |= frame.effectSince(0);
        }
        return targets;
    }

    private static void collect(
            Progress progress, FrameNow frame, List<Integer> way, boolean doneSince, List<Target> targets) {
        boolean done = doneSince;
        for (int at = frame.trail.size() - 1; at >= 0; at--) {
            Visit visit = frame.trail.get(at);
            List<Integer> here = new ArrayList<>(way);
            here.add(at);
            Node node = frame.definition.nodes().get(visit.node());
            if (visit.answered() && node instanceof Node.Ask ask) {
                targets.add(new Target(List.copyOf(here), frame, ask, null, false, done));
            } else if (visit.inner() != null) {
                collect(progress, progress.open(visit.inner()), here, done, targets);
            }
            done |= visit.effect();
        }
    }

    private Target fit(Progress progress, Target target, Correction back) {
        FrameNow frame = target.frame();
        JsonNode old = frame.variables.get(target.ask().into());
        if (old == null) {
            return target;
        }
        boolean rejected = !back.rejected().isEmpty() && (free(target.ask())
                ? old.asText().toLowerCase(java.util.Locale.ROOT).contains(back.rejected())
                : Answers.read(progress, frame, target.ask(), back.rejected())
                        .filter(read -> read.value().equals(old))
                        .isPresent());
        boolean weakly = !back.strong() && target.ask().answer().type().toString().equals("boolean");
        Optional<Read> read = weakly || free(target.ask()) && !rejected
                ? Optional.empty()
                : Answers.read(progress, frame, target.ask(), back.wanted())
                        .or(() -> other(progress, frame, target.ask(), old, back.wanted()))
                        .filter(one -> !one.value().equals(old));
        return target.with(read.orElse(null), rejected);
    }

    private static Optional<Read> other(Progress progress, FrameNow frame, Node.Ask ask, JsonNode old, String wanted) {
        List<Options> options = Options.of(progress, frame, ask.answer());
        for (int at = 0; at < options.size(); at++) {
            if (options.get(at).value().equals(old)) {
                OptionalInt other = Choosing.other(wanted, at, options.size());
                return other.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Read(
                                options.get(other.getAsInt()).value(), "", options.get(other.getAsInt()).label()));
            }
        }
        return Optional.empty();
    }

    private void apply(Progress progress, Target target) {
        if (target.done()) {
            progress.say(Phrase.DONE_ALREADY.in(progress));
            Endings.handOver(progress, "the customer took an answer back after something was done at the bank");
            return;
        }
        Map<String, JsonNode> later = later(target);
        String node = reopen(progress, target.way());
        Read read = target.read();
        if (read == null) {
            walk.go(progress, node);
            return;
        }
        FrameNow frame = progress.frame();
        progress.kept.putAll(later);
        frame.standAt(node);
        progress.path.add(frame.procedure + "/" + node);
        progress.say(new Written.Text(Phrase.CHANGED.in(progress, read.shown()), List.of(read.shown())));
        walk.go(progress, asking.take(progress, target.ask(), new Read(read.value(), "", read.shown())));
        progress.kept.clear();
    }

    /** What the same procedure was told after that answer, by the question. */
    private static Map<String, JsonNode> later(Target target) {
        FrameNow frame = target.frame();
        Map<String, JsonNode> later = new HashMap<>();
        for (Visit visit : frame.trail.subList(target.way().getLast() + 1, frame.trail.size())) {
            if (visit.answered() && frame.definition.nodes().get(visit.node()) instanceof Node.Ask ask) {
                JsonNode value = frame.variables.get(ask.into());
                if (value != null) {
                    later.put(visit.node(), value);
                }
            }
        }
        return later;
    }

    /** Stands where the answer was given, in a procedure that was over if need be. */
    private static String reopen(Progress progress, List<Integer> way) {
        while (progress.frames.size() > way.getFirst() + 1) {
            progress.frames.removeLast();
        }
        for (int visit : way.subList(1, way.size() - 1)) {
            FrameNow outer = progress.frame();
            RunState.Frame inner = outer.trail.get(visit).inner();
            if (inner == null) {
                throw new CannotGoOn("step " + outer.node + " called nothing");
            }
            outer.standAt(outer.takeBack(visit));
            progress.frames.add(progress.open(inner));
        }
        return progress.frame().takeBack(way.getLast());
    }
}
