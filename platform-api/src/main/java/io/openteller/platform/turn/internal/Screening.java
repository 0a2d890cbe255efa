package io.openteller.platform.turn.internal;

import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Screen;
import io.openteller.platform.guard.Screen.Finding;
import io.openteller.platform.guard.Span;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.routing.Ruling.Tried;
import io.openteller.platform.workflow.Performed;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Looks at what comes in before anything is done with it. Marks and withholds; never drops a message. */
@Singleton
class Screening {

    private final Screen screen;
    private final PersonalData data;

    Screening(Screen screen, PersonalData data) {
        this.screen = screen;
        this.data = data;
    }

    /**
     * What was found in a message.
     *
     * @param tools whether the turn may use the bank's systems
     * @param personal types of personal data, never the data
     */
    record Screened(boolean tools, String personal, List<Tried> tried) {

        String note() {
            return (tools ? "clean" : "tools withheld") + (personal.isEmpty() ? "" : ", personal data: " + personal);
        }
    }

    /** @param before what the assistant said last; empty if nothing */
    Screened message(String text, String before) {
        Finding attack = screen.ofMessage(text);
        Finding abuse = screen.ofAbuse(before, text);
        List<Tried> tried = List.of(
                tried("screen", attack, "the bank's systems are withheld", "nothing suspicious"),
                tried("abuse", abuse, "abuse of the assistant", "no abuse"));
        return new Screened(!attack.marked(), personal(text), tried);
    }

    /** A note for the record; no customer waits for it. */
    private String personal(String text) {
        return data.isReady()
                ? data.find(text).stream().map(Span::type).distinct().sorted().collect(Collectors.joining(", "))
                : "";
    }

    /** Text of the bank's documents and systems that went into a reply; empty when there was none. */
    List<Tried> content(Draft draft) {
        List<Tried> tried = new ArrayList<>();
        for (Passage cited : draft.cited()) {
            tried.add(tried(
                    "screen-document",
                    screen.ofContent(cited.text()),
                    "an order to the assistant in " + cited.slug(),
                    "a plain document"));
        }
        for (Performed call : draft.performed()) {
            if (!call.evidence().isBlank()) {
                tried.add(tried(
                        "screen-tool",
                        screen.ofContent(call.evidence()),
                        "an order to the assistant from " + call.operation(),
                        "plain data"));
            }
        }
        return tried;
    }

    private static Tried tried(String rule, Finding finding, String ifMarked, String ifNot) {
        String score = String.format(Locale.ROOT, "%.2f", finding.score());
        return finding.marked()
                ? new Tried(rule, true, ifMarked + ", " + score + ": " + String.join(", ", finding.words()))
                : new Tried(rule, false, ifNot + ", " + score);
    }
}
