package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.expressions.Written;
import io.openteller.procedures.machine.Answers.Read;
import io.openteller.procedures.machine.RunState.Heard;
import io.openteller.procedures.machine.RunState.Waiting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions to the customer. */
final class Asking {

    @Nullable String enter(Progress progress, Node.Ask ask) {
        List<Options> options = Options.of(progress, progress.frame(), ask.answer());
        if (ask.answer().from() != null && options.isEmpty()) {
            return progress.edge(Edge.GAVE_UP);
        }
        Optional<JsonNode> stands = kept(progress, ask);
        if (stands.isPresent()) {
            return take(progress, ask, new Read(stands.get(), progress.heard.unread(), ""));
        }
        Optional<Read> early = progress.heard.unread().isBlank()
                ? Optional.empty()
                : Answers.early(progress, progress.frame(), ask, progress.heard.unread());
        if (early.isPresent()) {
            String shown = early.get().shown();
            progress.say(new Written.Text(Phrase.NOTED.in(progress, shown), List.of(shown)));
            return take(progress, ask, early.get());
        }
        Written.Text text = progress.write(ask.text());
        String step = progress.step();
        progress.say(text);
        offer(progress, step, options);
        progress.timer(step, ask.within());
        progress.await(step, Waiting.For.ANSWER, text.text());
        return null;
    }

    /** What was answered before an earlier answer was changed, if it does not hang on what a bank's system said. */
    private static Optional<JsonNode> kept(Progress progress, Node.Ask ask) {
        return ask.answer().from() == null
                ? Optional.ofNullable(progress.kept.remove(progress.frame().node))
                : Optional.empty();
    }

    /** @return where it goes on */
    String take(Progress progress, Node.Ask ask, Read read) {
        progress.frame().set(ask.into(), read.value());
        progress.frame().answered();
        progress.heard = new Heard(progress.heard.message(), read.rest(), progress.heard.at());
        return ask.next();
    }

    /** Asks again for what could not be read. @return where it goes on if that was the last attempt */
    @Nullable String unreadable(Progress progress, Node.Ask ask, Waiting waiting) {
        if (waiting.attempt() >= ask.attempts()) {
            return progress.edge(Edge.GAVE_UP);
        }
        progress.waiting = new Waiting(waiting.step(), waiting.what(), waiting.attempt() + 1, waiting.said());
        progress.say(Answers.unreadable(progress, ask) + " " + waiting.said());
        offer(progress, waiting.step(), Options.of(progress, progress.frame(), ask.answer()));
        return null;
    }

    static void offer(Progress progress, String step, List<Options> options) {
        if (!options.isEmpty()) {
            progress.effects.add(
                    new Effect.Offer(step, options.stream().map(Options::label).toList()));
        }
    }
}
