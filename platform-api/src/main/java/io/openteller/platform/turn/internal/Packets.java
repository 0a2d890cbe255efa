package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.workflow.Performed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a person needs to know. Without a model the summary is the customer's own words. */
@Singleton
class Packets {

    private static final int SUMMARY_MESSAGES = 3;
    private static final int LONGEST_QUOTE = 300;

    private final Clock clock;

    Packets(Clock clock) {
        this.clock = clock;
    }

    Packet packet(
            Conversation conversation, List<Message> messages, Reason reason, Conductor.Conducted conducted) {
        return packet(conversation, messages, reason, conducted, List.of());
    }

    /** The customer asked for a person outside of a turn. @param known of the procedure that they were in */
    Packet requested(Conversation conversation, List<Message> messages, List<Packet.Fact> known) {
        return packet(conversation, messages, Reason.PERSON_REQUESTED, null, known);
    }

    private Packet packet(
            Conversation conversation,
            List<Message> messages,
            Reason reason,
            Conductor.@Nullable Conducted conducted,
            List<Packet.Fact> known) {
        Instant now = clock.instant();
        var decision = conducted == null ? null : conducted.decision();
        var intent = decision == null ? null : decision.intent();
        return new Packet(
                summary(messages),
                reason,
                intent == null ? conversation.intent() : intent.name(),
                intent == null ? conversation.confidence() : Double.valueOf(intent.confidence()),
                identity(conversation),
                conducted == null ? conversation.locale() : conducted.language(),
                (conducted == null ? MoodReading.CALM : conducted.mood()).mood().name(),
                conducted == null ? known : facts(conducted, now),
                tried(messages, conducted, now),
                conducted == null ? List.of() : conducted.draft().promises(),
                now);
    }

    private static String summary(List<Message> messages) {
        List<Message> said = messages.stream()
                .filter(message -> message.author() == Author.CUSTOMER)
                .toList();
        return said.stream()
                .skip(Math.max(0, said.size() - SUMMARY_MESSAGES))
                .map(message -> "“" + shortened(message.text()) + "”")
                .collect(Collectors.joining(" "));
    }

    private static List<Packet.Fact> facts(Conductor.Conducted conducted, Instant now) {
        List<Packet.Fact> facts = new ArrayList<>(conducted.draft().facts());
        List<String> heard = conducted.mood().because();
        if (!heard.isEmpty()) {
            facts.add(new Packet.Fact("How the customer sounds", String.join("; ", heard), "conversation", now));
        }
        return facts;
    }

    private static List<Packet.Attempt> tried(
            List<Message> messages, Conductor.@Nullable Conducted conducted, Instant now) {
        List<Packet.Attempt> tried = new ArrayList<>();
        for (Message message : messages) {
            if (message.author() == Author.ASSISTANT && message.replyToTurn() != null) {
                tried.add(new Packet.Attempt("Assistant replied", shortened(message.text()), message.createdAt()));
            }
        }
        if (conducted != null) {
            for (Performed call : conducted.draft().performed()) {
                tried.add(new Packet.Attempt(call.operation(), call.result(), now));
            }
        }
        return tried;
    }

    private static String identity(Conversation conversation) {
        return switch (conversation.assurance()) {
            case ANONYMOUS -> "Not identified: an anonymous visitor";
            case IDENTIFIED -> "Signed in on the bank's site as " + conversation.customerRef();
            case STEPPED_UP -> "Signed in as " + conversation.customerRef() + " and confirmed by one-time code";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
