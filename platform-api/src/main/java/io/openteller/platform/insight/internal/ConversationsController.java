package io.openteller.platform.insight.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.MessageView;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.conversation.TurnRecord;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All conversations of a bank, and each with the decisions behind it. */
@Controller("/api/v1/conversations")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConversationsController {

    private static final int TRANSCRIPT = 1_000;

    private final Conversations conversations;
    private final TurnQueue turns;
    private final EventStreams streams;
    private final ObjectMapper json;

    ConversationsController(
            Conversations conversations, TurnQueue turns, EventStreams streams, ObjectMapper json) {
        this.conversations = conversations;
        this.turns = turns;
        this.streams = streams;
        this.json = json;
    }

    /** @param next cursor of the page after this; null at the end */
    @Serdeable
    record Page(List<Row> items, @Nullable String next) {}

    @Serdeable
    record Row(
            UUID id,
            Instant startedAt,
            Instant updatedAt,
            Owner owner,
            String customerName,
            String channel,
            @Nullable String language,
            @Nullable String intent,
            @Nullable String lastRoute,
            long messageCount,
            @Nullable Integer csat) {}

    /** @param decisions each turn's decision record, with {@code turnId}, {@code question} and {@code at} */
    @Serdeable
    record Detail(
            UUID id,
            Owner owner,
            CustomerName customer,
            Instant startedAt,
            List<MessageView> messages,
            List<Map<String, Object>> decisions) {}

    @Serdeable
    record CustomerName(@Nullable String ref, String name, String assurance) {}

    @Get
    @Allowed(Permission.CONVERSATION_READ)
    Page list(
            @Nullable @QueryValue String owner,
            @Nullable @QueryValue String route,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String before,
            @QueryValue(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        List<Conversation> found = conversations.list(new ConversationFilter(
                owners(owner), given(route), given(q), position(before), size + 1));
        boolean more = found.size() > size;
        List<Conversation> page = more ? found.subList(0, size) : found;
        Conversation last = more ? page.getLast() : null;
        return new Page(
                page.stream().map(ConversationsController::row).toList(),
                last == null ? null : last.updatedAt() + "_" + last.id());
    }

    @Get("/{id}")
    @Allowed(Permission.CONVERSATION_READ)
    Detail one(UUID id) {
        Conversation found =
                conversations.find(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        return new Detail(
                id,
                found.owner(),
                new CustomerName(
                        found.customerRef(), name(found), found.assurance().name()),
                found.createdAt(),
                streams.views(conversations.messages(id, 0, TRANSCRIPT)),
                decisions(id));
    }

    @Get("/{id}/decisions")
    @Allowed(Permission.CONVERSATION_READ)
    List<Map<String, Object>> decisions(UUID id) {
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (TurnRecord turn : turns.decisions(id)) {
            Map<String, Object> decision = new LinkedHashMap<>();
            decision.put("turnId", turn.turn());
            decision.put("question", turn.question());
            decision.put("at", turn.at());
            decision.putAll(read(turn.decisionJson()));
            decisions.add(decision);
        }
        return decisions;
    }

    private Map<String, Object> read(String stored) {
        try {
            JsonNode node = json.readValue(stored, JsonNode.class);
            Map<String, Object> fields = new LinkedHashMap<>();
            if (node != null) {
                node.entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
            }
            return fields;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Row row(Conversation one) {
        return new Row(
                one.id(),
                one.createdAt(),
                one.updatedAt(),
                one.owner(),
                name(one),
                one.channel(),
                one.language(),
                one.intent(),
                one.lastRoute(),
                one.lastSeq(),
                one.csat());
    }

    private static String name(Conversation one) {
        if (one.customerName() != null) {
            return one.customerName();
        }
        return one.customerRef() == null ? "Visitor" : one.customerRef();
    }

    private static List<Owner> owners(@Nullable String named) {
        if (named == null || named.isBlank()) {
            return List.of();
        }
        try {
            return List.of(Owner.valueOf(named));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "owner is ASSISTANT, QUEUE, AGENT or CLOSED");
        }
    }

    private static ConversationFilter.@Nullable Position position(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        String[] parts = cursor.split("_", 2);
        try {
            return new ConversationFilter.Position(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeParseException | IllegalArgumentException broken) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "before is the 'next' of the page before");
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
