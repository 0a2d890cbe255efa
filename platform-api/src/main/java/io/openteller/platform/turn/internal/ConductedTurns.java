package io.openteller.platform.turn.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.OwnershipOutcome;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.conversation.Seat;
import io.openteller.platform.conversation.Spoken;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.Leases.InHand;
import io.openteller.platform.desk.Desk;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.turn.Turns;
import io.openteller.platform.turn.internal.Conductor.Conducted;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import io.openteller.platform.workflow.Runs;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@Singleton
class ConductedTurns implements Turns {

    private static final Logger log = LoggerFactory.getLogger(ConductedTurns.class);
    private static final int LONGEST_MESSAGE = 4_000;
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(25);
    /** Longer than a turn with the slowest bank: a lookup and an operation of six seconds each. */
    static final Duration LEASE = Duration.ofSeconds(15);
    static final int TRANSCRIPT = 200;

    private final InHand<ClaimedTurn> inHand;
    private final Conversations conversations;
    private final TurnQueue queue;
    private final Ownership ownership;
    private final Desk desk;
    private final Conductor conductor;
    private final Packets packets;
    private final Runs runs;
    private final Releases releases;
    private final Privacy privacy;
    private final Wording wording;
    private final TurnReport report;
    private final Seats seats;
    private final Pressure pressure;
    private final TenantDatabase database;
    private final ObjectMapper json;

    ConductedTurns(
            Conversations conversations,
            TurnQueue queue,
            Ownership ownership,
            Desk desk,
            Conductor conductor,
            Packets packets,
            Runs runs,
            Releases releases,
            Privacy privacy,
            Wording wording,
            TurnReport report,
            Seats seats,
            Pressure pressure,
            TenantDatabase database,
            Leases leases,
            ObjectMapper json) {
        this.conversations = conversations;
        this.queue = queue;
        this.ownership = ownership;
        this.desk = desk;
        this.conductor = conductor;
        this.packets = packets;
        this.runs = runs;
        this.releases = releases;
        this.privacy = privacy;
        this.wording = wording;
        this.report = report;
        this.seats = seats;
        this.pressure = pressure;
        this.database = database;
        this.json = json;
        this.inHand = leases.held("turn", this::letGo);
    }

    @Override
    public AppendOutcome accept(UUID conversation, String clientMessageId, String text) {
        if (!CLIENT_ID.matcher(clientMessageId).matches() || clientMessageId.startsWith("step-")) {
            throw new ProblemException(ErrorCode.BAD_CLIENT_MESSAGE_ID);
        }
        // PostgreSQL cannot store NUL, and no customer can mean it.
        String said = text.replace("\u0000", "");
        if (said.isBlank()) {
            throw new ProblemException(ErrorCode.EMPTY_MESSAGE);
        }
        if (said.length() > LONGEST_MESSAGE) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        Duration wait = pressure.refusal();
        if (wait != null && isForAssistant(conversation)) {
            throw pressure.refused(wait);
        }
        // Before anything is stored: a secret that is not there can be shown to nobody.
        String kept = privacy.fitToKeep(said);
        return report.message(
                stored(seat -> conversations.append(conversation, clientMessageId, kept, ANSWER_WITHIN, seat)));
    }

    /** With a turn that begins at once, if there is room for it. */
    private AppendOutcome stored(Function<@Nullable Seat, AppendOutcome> append) {
        Seats.Taken seat = seats.seat();
        try {
            AppendOutcome outcome = append.apply(seat);
            if (outcome instanceof AppendOutcome.Appended && (seat == null || !seat.isBegun())) {
                pressure.taken();
            }
            return outcome;
        } finally {
            if (seat != null && !seat.isBegun()) {
                seat.close();
            }
        }
    }

    /** People answer on their own time; what is for them keeps nobody else waiting. */
    private boolean isForAssistant(UUID conversation) {
        return conversations.find(conversation).filter(found -> found.owner() == Owner.ASSISTANT).isPresent();
    }

    @Override
    public AppendOutcome goOn(UUID conversation, StepTaken step) {
        return stored(seat -> conversations.resume(conversation, step, ANSWER_WITHIN, seat));
    }

    @Override
    public void requestPerson(UUID conversation) {
        Conversation found = conversations.find(conversation).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        List<Message> messages = conversations.messages(conversation, 0, TRANSCRIPT);
        database.inTransaction(sql -> {
            var outcome = ownership.requestPerson(
                    conversation, wording.say(Phrase.WAITING_FOR_PERSON, found.locale()));
            if (outcome instanceof OwnershipOutcome.Done) {
                desk.request(
                        conversation,
                        Reason.PERSON_REQUESTED,
                        packets.requested(found, messages, runs.leave(conversation)));
            }
            return outcome;
        });
    }

    @Override
    public boolean answerNext() {
        Optional<Taken> claimed = database.inTransaction(
                sql -> queue.claim(LEASE).map(turn -> new Taken(turn, found(turn.conversation()))));
        claimed.ifPresentOrElse(
                taken -> {
                    pressure.claimed();
                    answer(taken.turn(), taken::found);
                },
                seats::nothingWaits);
        return claimed.isPresent();
    }

    @Override
    public void answer(ClaimedTurn turn) {
        answer(turn, () -> database.inTransaction(sql -> found(turn.conversation())));
    }

    private void answer(ClaimedTurn turn, Supplier<Found> found) {
        report.claimed(turn);
        inHand.during(turn, () -> {
            try (var inTurn = MDC.putCloseable("turn", turn.id().toString());
                    var inChat = MDC.putCloseable("conversation", turn.conversation().toString())) {
                answer(turn, found.get());
            }
            return turn;
        });
    }

    @Override
    public void letGo(ClaimedTurn turn) {
        log.info("turn given back turn={}", turn.id());
        queue.letGo(turn);
    }

    private record Taken(ClaimedTurn turn, Found found) {}

    private void answer(ClaimedTurn turn, Found found) {
        Conducted conducted = conductor.conduct(turn, found);
        report.done(turn, conducted.decision(), store(turn, found.conversation(), found.messages(), conducted));
    }

    private Found found(UUID id) {
        Spoken spoken = conversations.newest(id, TRANSCRIPT).orElseThrow();
        Conversation conversation = spoken.conversation();
        return new Found(
                conversation,
                spoken.messages(),
                // Decisions are long; who was not refused last is not looked up.
                Decision.Route.REFUSE.name().equals(conversation.lastRoute()) ? queue.refusalsInARow(id) : 0,
                runs.underWay(id).orElse(null),
                releases.lately());
    }

    /** Reply, decision, owner and the packet for people commit together. */
    private ReplyOutcome store(
            ClaimedTurn turn, Conversation conversation, List<Message> messages, Conducted conducted) {
        Draft draft = conducted.draft();
        Decision decision = conducted.decision();
        var intent = decision.intent();
        Reply reply = new Reply(
                draft.text(),
                detail(draft),
                draft.nextOwner(),
                draft.route().name(),
                conducted.language(),
                intent == null ? null : intent.name(),
                intent == null ? null : Double.valueOf(intent.confidence()),
                written(decision));
        Reason reason = draft.reason();
        return database.inTransaction(sql -> {
            ReplyOutcome outcome = queue.reply(turn, reply);
            told(turn, draft, outcome);
            if (reason != null && outcome instanceof ReplyOutcome.Stored) {
                desk.request(
                        turn.conversation(),
                        reason,
                        packets.packet(
                                conversation, messages, reason, conducted.knowing(runs.leave(turn.conversation()))));
            }
            return outcome;
        });
    }

    /** What a procedure had to say counts as told only with the reply that says it. */
    private void told(ClaimedTurn turn, Draft draft, ReplyOutcome outcome) {
        switch (outcome) {
            case ReplyOutcome.Stored stored when draft.run() != null -> runs.told(draft.run());
            case ReplyOutcome.Silent silent when draft.run() != null -> runs.told(draft.run());
            case ReplyOutcome.PersonOwns person -> runs.leave(turn.conversation());
            case ReplyOutcome.Stored stored -> {}
            case ReplyOutcome.Silent silent -> {}
            case ReplyOutcome.Superseded superseded -> {}
        }
    }

    private @Nullable String detail(Draft draft) {
        if (draft.citations().isEmpty() && draft.card() == null) {
            return null;
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("citations", draft.citations());
        if (draft.card() != null) {
            detail.put("card", Objects.requireNonNull(draft.card()));
        }
        return written(detail);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
