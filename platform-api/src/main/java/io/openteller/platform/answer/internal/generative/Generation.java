package io.openteller.platform.answer.internal.generative;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.answer.Composed.Sentence;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.generative.Generated.Part;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Screen;
import io.openteller.platform.guard.Tokens;
import io.openteller.platform.guard.Verdict;
import io.openteller.platform.llm.Hidden;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.ModelTime;
import io.openteller.platform.llm.Models;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Reading;
import io.openteller.platform.llm.Task;
import io.openteller.platform.persona.Personas;
import io.openteller.platform.retrieval.Passage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Asks the bank's model for sentences, and stops it at the first that does not follow from the passages it names. All of them
 * hold, or none is used: half an answer may mean the opposite of the whole.
 */
@Singleton
public final class Generation {

    private static final String PROMPT = "answer-v2";
    private static final Duration WITHIN = Duration.ofSeconds(9);
    private static final int TEXTS = 6;
    private static final int BEFORE = 3;
    private static final int MOST_SENTENCES = 6;

    private final Models models;
    private final Privacy privacy;
    private final Screen screen;
    private final Guard guard;
    private final Personas personas;
    private final ObjectMapper json;
    private final Clock clock;

    Generation(
            Models models,
            Privacy privacy,
            Screen screen,
            Guard guard,
            Personas personas,
            ObjectMapper json,
            Clock clock) {
        this.models = models;
        this.privacy = privacy;
        this.screen = screen;
        this.guard = guard;
        this.personas = personas;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param found passages to write from, best first
     * @param soFar told of every sentence that holds, with those before it; false ends the call as one that does not hold
     * @return empty when there is no model, when it has no answer, or when what it says does not hold
     */
    public Optional<List<Sentence>> write(
            Question question, List<Passage> found, Predicate<List<Sentence>> soFar) {
        if (!models.configured(Task.ANSWER)) {
            return Optional.empty();
        }
        List<Passage> texts = plain(found);
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<String> heard =
                Stream.concat(question.earlier().stream(), Stream.of(question.text())).toList();
        Tokens tokens = privacy.tokens(heard);
        Writing writing = new Writing(texts, tokens, heard, soFar);
        Outcome outcome = models.stream(
                Task.ANSWER, prompt(question, texts, tokens), clock.instant().plus(WITHIN), writing);
        return outcome instanceof Outcome.Said(String whole, ModelCall call) ? writing.all(whole) : writing.none();
    }

    /** Without those that look as if they gave orders. They stay what they are for people; a model does not read them. */
    private List<Passage> plain(List<Passage> found) {
        List<Passage> plain = new ArrayList<>();
        for (Passage passage : found.stream().limit(TEXTS).toList()) {
            if (screen.ofContent(passage.heading() + "\n" + passage.text()).marked()) {
                withheld("text kept from the model: " + passage.slug() + ", part " + passage.position());
            } else {
                plain.add(passage);
            }
        }
        return plain;
    }

    private static void withheld(String what) {
        ModelTime.note(new ModelCall(Task.ANSWER, "", "", PROMPT, 0, 0, 0, "WITHHELD", what));
    }

    private Prompt prompt(Question question, List<Passage> texts, Tokens tokens) {
        List<Hidden> passages = texts.stream()
                .map(passage ->
                        tokens.forModel(passage.title() + "\n" + passage.heading() + "\n" + passage.text()))
                .toList();
        List<String> earlier = question.earlier();
        String before = String.join("\n", earlier.subList(Math.max(0, earlier.size() - BEFORE), earlier.size()));
        return Prompt.of(
                PROMPT,
                Map.of(
                        "manner", tokens.forModel(personas.speakingTo(question.intent()).manner()),
                        "passages", Hidden.numbered(passages),
                        "before", tokens.forModel(before),
                        "question", tokens.forModel(question.text())));
    }

    /** One answer while it comes. Told by one thread at a time; read when the model has ended. */
    private final class Writing implements Reading {

        private final List<Passage> texts;
        private final Tokens tokens;
        private final List<String> heard;
        private final Predicate<List<Sentence>> soFar;
        private PartStream parts = new PartStream();
        private final List<Sentence> sentences = new ArrayList<>();
        private boolean failed;
        private boolean shown;

        Writing(
                List<Passage> texts, Tokens tokens, List<String> heard, Predicate<List<Sentence>> soFar) {
            this.texts = texts;
            this.tokens = tokens;
            this.heard = heard;
            this.soFar = soFar;
        }

        /** @return false at the first sentence that does not hold */
        @Override
        public synchronized boolean take(String piece) {
            for (String part : parts.take(piece)) {
                failed = failed || !holds(part);
            }
            return !failed;
        }

        /** The customer would read half of one answer and the end of another. */
        @Override
        public synchronized boolean again() {
            if (shown) {
                return false;
            }
            none();
            parts = new PartStream();
            sentences.clear();
            failed = false;
            return true;
        }

        private boolean showsSoFar() {
            boolean holds = soFar.test(List.copyOf(sentences));
            shown |= holds;
            return holds;
        }

        private boolean holds(String written) {
            try {
                Part part = Objects.requireNonNull(json.readValue(written, Part.class));
                List<Passage> from = part.sources().stream()
                        .filter(number -> number >= 1 && number <= texts.size())
                        .distinct()
                        .map(number -> texts.get(number - 1))
                        .toList();
                String text = tokens.reveal(part.text()).strip();
                if (text.isEmpty() || from.isEmpty() || sentences.size() >= MOST_SENTENCES) {
                    return false;
                }
                sentences.add(new Sentence(text, from));
                return Nearness.isNear(text, from)
                        && supported(text, from)
                        && (!parts.saysYes() || showsSoFar());
            } catch (IOException | RuntimeException unreadable) {
                return false;
            }
        }

        private boolean supported(String text, List<Passage> from) {
            List<Evidence> evidence = from.stream()
                    .map(passage -> Evidence.passage(passage.title(), passage.heading(), passage.text()))
                    .toList();
            return guard.inspectReply(new Reply(text, heard, Set.of()), evidence) instanceof Verdict.Pass;
        }

        /** The pieces must have been the whole: what was checked is what is said. */
        synchronized Optional<List<Sentence>> all(String whole) {
            try {
                Generated generated = Objects.requireNonNull(json.readValue(whole, Generated.class));
                boolean complete = generated.answered()
                        && !sentences.isEmpty()
                        && generated.sentences().size() == sentences.size();
                return complete && !failed ? Optional.of(List.copyOf(sentences)) : none();
            } catch (IOException unreadable) {
                return none();
            }
        }

        synchronized Optional<List<Sentence>> none() {
            if (failed) {
                withheld("sentence " + sentences.size() + " does not follow from the texts it names");
            }
            return Optional.empty();
        }
    }
}
