package io.openteller.platform.turn.internal;

import io.openteller.platform.answer.Confidence;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.ModelTime;
import io.openteller.platform.persona.Personas;
import io.openteller.platform.release.Releases;
import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Router;
import io.openteller.platform.routing.Ruling;
import io.openteller.platform.routing.Snapshot.LeftToPeople;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.turn.internal.Screening.Screened;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.Understanding;
import io.openteller.platform.workflow.RunReply;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads one turn from understanding to a checked reply. Holds no transaction and no connection. */
@Singleton
class Conductor {

    private static final Logger log = LoggerFactory.getLogger(Conductor.class);

    private static final Duration MODELS_WITHIN = Duration.ofSeconds(10);

    private final Screening screening;
    private final Understanding understanding;
    private final Reranking reranking;
    private final Router router;
    private final Drafter drafter;
    private final Proceeding proceeding;
    private final Personas personas;
    private final ReplyCheck check;
    private final Releases releases;
    private final Clock clock;

    Conductor(
            Screening screening,
            Understanding understanding,
            Reranking reranking,
            Router router,
            Drafter drafter,
            Proceeding proceeding,
            Personas personas,
            ReplyCheck check,
            Releases releases,
            Clock clock) {
        this.screening = screening;
        this.understanding = understanding;
        this.reranking = reranking;
        this.router = router;
        this.drafter = drafter;
        this.proceeding = proceeding;
        this.personas = personas;
        this.check = check;
        this.releases = releases;
        this.clock = clock;
    }

    /** A finished turn, before it is stored. */
    record Conducted(Draft draft, Decision decision, String language, MoodReading mood) {

        /** With more of what the people who take it should know. */
        Conducted knowing(List<Packet.Fact> facts) {
            return new Conducted(draft.knowing(facts), decision, language, mood);
        }
    }

    /** Nothing that fails while a reply is made may leave the customer without one. */
    Conducted conduct(ClaimedTurn turn, Found found) {
        Conversation conversation = found.conversation();
        // The lease is 15 seconds: whatever models take, enough of it is left to answer without them.
        return new ModelTime(clock.instant().plus(MODELS_WITHIN), conversation.id(), customer(conversation))
                .during(() -> releases.holding(found.release(), () -> timed(turn, found)));
    }

    /** Whoever is not known has the budget of a customer for this conversation. */
    private static String customer(Conversation conversation) {
        return conversation.customerRef() == null ? conversation.id().toString() : conversation.customerRef();
    }

    private Conducted timed(ClaimedTurn turn, Found found) {
        Conversation conversation = found.conversation();
        Trace trace = new Trace(clock);
        String spoken = conversation.language() == null ? conversation.locale() : conversation.language();
        if (clock.instant().isAfter(turn.deadline())) {
            return failed(trace, "deadline-passed", spoken);
        }
        try {
            UUID step = turn.resumes();
            return step == null
                    ? message(turn, found, trace)
                    : resumed(turn, step, conversation, spoken, trace);
        } catch (RuntimeException failure) {
            log.error("turn could not be drafted turn={}", turn.id(), failure);
            return failed(trace, "drafting-failed", spoken);
        }
    }

    private Conducted message(ClaimedTurn turn, Found found, Trace trace) {
        Conversation conversation = found.conversation();
        Earlier earlier = found.earlierThan(turn);
        Screened screened =
                trace.step("screen", () -> screening.message(turn.text(), earlier.assistant()), Screened::note);
        Reading understood = trace.step(
                "understand",
                () -> understanding.read(turn.text(), earlier.customer()),
                read -> read.intent().name() + ", " + read.language().code() + ", "
                        + read.mood().mood());
        Reading reading = reranking.isWorthIt(understood)
                ? trace.step(
                        "re-rank",
                        () -> reranking.reranked(understood, turn.text(), earlier),
                        read -> read.intent().name())
                : understood;
        Ruling ruling = trace.step(
                "route",
                () -> router.decide(proceeding.snapshot(turn, reading, found).leaving(left(turn.text()))),
                Ruling::rule);
        String language = reading.language().code();
        Draft draft = trace.step(
                "draft",
                () -> drafted(
                        screened.tools() ? ruling.route() : Drafter.withoutTools(ruling.route()),
                        turn,
                        conversation,
                        reading,
                        earlier),
                made -> made.route().name());
        List<String> heard =
                Stream.concat(earlier.customer().stream(), Stream.of(turn.text())).toList();
        Draft checked = checked(draft, heard, language, trace);
        return new Conducted(
                checked, decision(checked, reading, ruling, screened.tried(), trace), language, reading.mood());
    }

    private Draft drafted(
            Route route, ClaimedTurn turn, Conversation conversation, Reading reading, Earlier earlier) {
        return switch (route) {
            case Route.Proceed proceed -> proceeding.draft(proceed, turn, conversation, reading, earlier);
            case Route.AnswerFirst first -> proceeding.draft(first, turn, conversation, reading, earlier);
            case Route.Begin begin -> proceeding.draft(begin, turn, conversation, reading, earlier);
            case Route.Escalate escalate -> drafter.draft(escalate, turn, conversation, reading, earlier);
            case Route.Answer answer -> drafter.draft(answer, turn, conversation, reading, earlier);
            case Route.Greet greet -> drafter.draft(greet, turn, conversation, reading, earlier);
        };
    }

    private @Nullable LeftToPeople left(String message) {
        return personas.person(message)
                .map(needed -> new LeftToPeople(needed.persona(), needed.team(), needed.why(), needed.words()))
                .orElse(null);
    }

    private Conducted resumed(
            ClaimedTurn turn, UUID step, Conversation conversation, String language, Trace trace) {
        Draft draft = trace.step(
                "resume",
                () -> proceeding
                        .resume(turn, step, conversation, language)
                        // A step that an earlier version of the platform asked for.
                        .orElseGet(() -> drafter.person(Reason.FAILED, language)),
                made -> made.route().name());
        Draft checked = checked(draft, List.of(), language, trace);
        Ruling ruling = new Ruling(
                new Route.Answer(),
                "customer-took-step",
                List.of(new Ruling.Tried("customer-took-step", true, "the customer took the step that was asked for")));
        return new Conducted(checked, decision(checked, null, ruling, List.of(), trace), language, MoodReading.CALM);
    }

    private Draft checked(Draft draft, List<String> heard, String language, Trace trace) {
        return trace.step(
                "guard",
                () -> check.check(draft, heard, () -> drafter.person(Reason.FAILED, language)),
                made -> made.guard().outcome());
    }

    private Conducted failed(Trace trace, String rule, String language) {
        Draft draft = trace.step("fall back", () -> drafter.person(Reason.FAILED, language), made -> rule);
        Ruling ruling = new Ruling(
                new Route.Escalate(Reason.FAILED),
                rule,
                List.of(new Ruling.Tried(rule, true, "a person takes over whatever fails")));
        return new Conducted(draft, decision(draft, null, ruling, List.of(), trace), language, MoodReading.CALM);
    }

    private Decision decision(
            Draft draft, @Nullable Reading reading, Ruling ruling, List<Ruling.Tried> screened, Trace trace) {
        List<Ruling.Tried> content =
                trace.step("screen content", () -> screening.content(draft), found -> found.size() + " texts");
        return new Decision(
                releases.current(),
                draft.route(),
                draft.rule() == null ? ruling.rule() : draft.rule(),
                reading == null
                        ? null
                        : new Decision.LanguageGuess(
                                reading.language().code(), reading.language().confidence()),
                reading == null
                        ? null
                        : new Decision.Scored(
                                reading.intent().name(), reading.intent().confidence()),
                reading == null
                        ? List.of()
                        : reading.intent().alternatives().stream()
                                .map(other -> new Decision.Scored(other.name(), other.confidence()))
                                .toList(),
                reading == null
                        ? List.of()
                        : reading.also().stream()
                                .map(other -> new Decision.Scored(other.name(), other.confidence()))
                                .toList(),
                reading == null
                        ? List.of()
                        : reading.signals().stream()
                                .map(signal -> new Decision.Signal(signal.kind().name(), signal.words()))
                                .toList(),
                reading == null
                        ? null
                        : new Decision.Heard(
                                reading.mood().mood().name(),
                                reading.mood().frustration(),
                                reading.mood().because()),
                Stream.of(screened, ruling.tried(), led(draft), content)
                        .flatMap(List::stream)
                        .map(tried -> new Decision.Considered(
                                tried.rule(), tried.chosen() ? "CHOSEN" : "DROPPED", tried.why()))
                        .toList(),
                draft.passages().stream()
                        .map(passage -> new Decision.Source(
                                passage.slug(),
                                passage.title(),
                                passage.version(),
                                passage.heading(),
                                passage.score(),
                                passage.coverage(),
                                passage.similarity(),
                                draft.cited().contains(passage),
                                passage.text()))
                        .toList(),
                draft.performed().stream()
                        .map(call -> new Decision.Operation(
                                call.operation(),
                                call.plugin(),
                                call.result(),
                                call.millis(),
                                arguments(call.arguments())))
                        .toList(),
                draft.guard(),
                confidence(draft, reading),
                ModelTime.calls().stream().map(Conductor::use).toList(),
                trace.millis(),
                trace.steps());
    }

    /** Which procedures led, in which version, and along which steps. */
    private static List<Ruling.Tried> led(Draft draft) {
        RunReply run = draft.run();
        return run == null
                ? List.of()
                : run.trails().stream()
                        .map(trail -> new Ruling.Tried(
                                "procedure " + trail.procedure() + " version " + trail.version(),
                                true,
                                String.join(" → ", trail.path())
                                        + (trail.waiting().isEmpty() ? "" : "; waits for " + trail.waiting())))
                        .toList();
    }

    private static Decision.ModelUse use(ModelCall call) {
        return new Decision.ModelUse(
                call.task().name(),
                call.plugin(),
                call.model(),
                call.prompt(),
                call.inputTokens(),
                call.outputTokens(),
                call.millis(),
                call.outcome(),
                call.detail());
    }

    private static List<Decision.Argument> arguments(Map<String, String> arguments) {
        return arguments.entrySet().stream()
                .map(entry -> new Decision.Argument(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How sure the answer is, where knowledge was asked; how sure the intent is, where it alone decided. */
    private static Decision.@Nullable Confidence confidence(Draft draft, @Nullable Reading reading) {
        Confidence sure = draft.confidence();
        if (reading == null) {
            return null;
        }
        if (sure == null) {
            double intent = reading.intent().confidence();
            return new Decision.Confidence(intent, List.of(new Decision.Part("intent", intent)));
        }
        double gate = draft.guard().outcome().equals("DOWNGRADE") ? 0 : 1;
        List<Decision.Part> parts = Stream.concat(
                        Stream.of(
                                new Decision.Part("intent", reading.intent().confidence()),
                                new Decision.Part("gate", gate)),
                        sure.parts().stream().map(part -> new Decision.Part(part.name(), part.value())))
                .toList();
        return new Decision.Confidence(sure.value() * gate, parts);
    }
}
