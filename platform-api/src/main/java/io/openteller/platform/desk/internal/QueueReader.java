package io.openteller.platform.desk.internal;

import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.identity.Staff;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
class QueueReader {

    private static final int MOST = 200;
    /** Customers rarely say that they leave: after this long without a word, a chat with the assistant is not live. */
    private static final Duration QUIET = Duration.ofMinutes(30);

    private final Conversations conversations;
    private final EscalationSql escalations;
    private final PresenceSql presence;
    private final Staff staff;
    private final Clock clock;

    QueueReader(
            Conversations conversations, EscalationSql escalations, PresenceSql presence, Staff staff, Clock clock) {
        this.conversations = conversations;
        this.escalations = escalations;
        this.presence = presence;
        this.staff = staff;
        this.clock = clock;
    }

    /** By priority, then by waiting time, as the escalations come. */
    List<QueueItem> waiting(String scope, UUID me) {
        Map<UUID, Conversation> withPeople = new HashMap<>();
        conversations
                .list(ConversationFilter.owned(MOST, Owner.QUEUE, Owner.AGENT))
                .forEach(one -> withPeople.put(one.id(), one));
        List<QueueItem> items = new ArrayList<>();
        for (Escalation escalation : escalations.open()) {
            // The list is cut; who waits longest may be beyond its end and is looked up alone.
            Optional.ofNullable(withPeople.get(escalation.conversation()))
                    .or(() -> conversations.find(escalation.conversation()))
                    .filter(conversation -> conversation.owner() == Owner.QUEUE || conversation.owner() == Owner.AGENT)
                    .filter(conversation -> inScope(conversation, scope, me))
                    .ifPresent(conversation -> items.add(item(escalation, conversation)));
        }
        return items;
    }

    List<FeedItem> live() {
        Map<UUID, Escalation> risks = new HashMap<>();
        escalations.open().forEach(one -> risks.put(one.conversation(), one));
        Instant quietSince = clock.instant().minus(QUIET);
        return conversations.list(ConversationFilter.owned(MOST, Owner.ASSISTANT, Owner.QUEUE, Owner.AGENT)).stream()
                .filter(one -> one.owner() != Owner.ASSISTANT || one.updatedAt().isAfter(quietSince))
                .filter(one -> one.lastSeq() > 1) // a customer who only opened the widget is not a conversation yet
                .map(one -> feedItem(one, risks.get(one.id())))
                .toList();
    }

    List<Colleague> colleagues() {
        Map<UUID, PresenceSql.Presence> present = presence.all();
        Map<UUID, Long> open = new HashMap<>();
        for (Conversation one : conversations.list(ConversationFilter.owned(MOST, Owner.AGENT))) {
            if (one.agent() != null) {
                open.merge(one.agent().id(), 1L, Long::sum);
            }
        }
        return staff.active().stream()
                .map(member -> new Colleague(
                        member.id(),
                        member.name(),
                        member.roles().stream().map(Enum::name).sorted().toList(),
                        present.getOrDefault(member.id(), PresenceSql.Presence.OFFLINE),
                        open.getOrDefault(member.id(), 0L)))
                .toList();
    }

    static String name(Conversation conversation) {
        if (conversation.customerName() != null) {
            return conversation.customerName();
        }
        return conversation.customerRef() == null ? "Visitor" : conversation.customerRef();
    }

    private static boolean inScope(Conversation conversation, String scope, UUID me) {
        return switch (scope) {
            case "waiting" -> conversation.owner() == Owner.QUEUE;
            case "mine" -> conversation.agent() != null && conversation.agent().id().equals(me);
            default -> true;
        };
    }

    private static QueueItem item(Escalation escalation, Conversation conversation) {
        return new QueueItem(
                conversation.id(),
                name(conversation),
                conversation.assurance() != Assurance.ANONYMOUS,
                escalation.reason(),
                escalation.priority(),
                escalation.reason().sentence(),
                conversation.intent(),
                conversation.language() == null ? conversation.locale() : conversation.language(),
                conversation.lastLine(),
                escalation.createdAt(),
                java.time.Duration.between(escalation.createdAt(), escalation.dueAt()).toSeconds(),
                escalation.dueAt(),
                QueueItem.Assignee.of(conversation.agent()),
                conversation.version());
    }

    private static FeedItem feedItem(Conversation one, @org.jspecify.annotations.Nullable Escalation escalation) {
        return new FeedItem(
                one.id(),
                name(one),
                one.channel(),
                one.owner(),
                one.intent(),
                one.confidence(),
                one.working(),
                one.lastLine(),
                one.lastAuthor(),
                escalation == null ? null : escalation.reason().name(),
                QueueItem.Assignee.of(one.agent()),
                one.updatedAt(),
                one.createdAt(),
                one.lastSeq(),
                one.version());
    }
}
