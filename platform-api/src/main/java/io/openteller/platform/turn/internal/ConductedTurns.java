package io.openteller.platform.turn.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.turn.Turns;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Singleton
class ConductedTurns implements Turns {

    private static final Logger log = LoggerFactory.getLogger(ConductedTurns.class);

    private static final int LONGEST_MESSAGE = 4_000;
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(25);
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Conversations conversations;
    private final TurnQueue queue;
    private final Ownership ownership;
    private final Wording wording;
    private final Drafter drafter;
    private final ObjectMapper json;
    private final Clock clock;

    ConductedTurns(
            Conversations conversations,
            TurnQueue queue,
            Ownership ownership,
            Wording wording,
            Drafter drafter,
            ObjectMapper json,
            Clock clock) {
        this.conversations = conversations;
        this.queue = queue;
        this.ownership = ownership;
        this.wording = wording;
        this.drafter = drafter;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public AppendOutcome accept(UUID conversation, String clientMessageId, String text) {
        if (!CLIENT_ID.matcher(clientMessageId).matches()) {
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
        return conversations.append(conversation, clientMessageId, said, ANSWER_WITHIN);
    }

    @Override
    public void requestPerson(UUID conversation) {
        String language =
                conversations.find(conversation).map(Conversation::locale).orElse("en");
        ownership.requestPerson(conversation, wording.say(Phrase.WAITING_FOR_PERSON, language));
    }

    @Override
    public boolean answerNext() {
        Optional<ClaimedTurn> claimed = queue.claim(LEASE);
        claimed.ifPresent(this::answer);
        return claimed.isPresent();
    }

    private void answer(ClaimedTurn turn) {
        Instant started = clock.instant();
        Draft draft = started.isAfter(turn.deadline())
                ? Draft.escalate(Drafter.PERSON, "deadline-passed", List.of())
                : draftOrPerson(turn);
        long millis = Duration.between(started, clock.instant()).toMillis();
        Decision decision = new Decision(
                draft.route(),
                draft.rule(),
                draft.signals(),
                draft.source(),
                draft.coverage(),
                draft.unsupported(),
                millis);
        var outcome = queue.reply(
                turn,
                new Reply(
                        draft.text(),
                        null,
                        draft.nextOwner(),
                        draft.route().name(),
                        null,
                        null,
                        null,
                        written(decision)));
        log.info("turn done turn={} route={} rule={} ms={} outcome={}", turn.id(), draft.route(), draft.rule(), millis,
                outcome.getClass().getSimpleName());
    }

    /** Nothing that fails while a reply is made may leave the customer without one. */
    private Draft draftOrPerson(ClaimedTurn turn) {
        try {
            return drafter.draft(turn.text());
        } catch (RuntimeException failure) {
            log.error("turn could not be drafted turn={}", turn.id(), failure);
            return Draft.escalate(Drafter.PERSON, "drafting-failed", List.of());
        }
    }

    private String written(Decision decision) {
        try {
            return json.writeValueAsString(decision);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
