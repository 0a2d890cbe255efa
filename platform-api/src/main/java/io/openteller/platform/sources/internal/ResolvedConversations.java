package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.guard.Tokens;
import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.sources.Suggestions;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks through closed conversations when asked; only decisions are stored. */
@Singleton
class ResolvedConversations implements Suggestions {

    /** Looked through at most, newest first. */
    private static final int PAGES = 5;
    private static final int PAGE = 200;
    private static final int MESSAGES = 200;
    /** A customer who was not content was not answered well. */
    private static final int CONTENT = 3;

    private final Conversations conversations;
    private final Privacy privacy;
    private final TenantDatabase database;
    private final Drafts drafts;
    private final Audit audit;

    ResolvedConversations(
            Conversations conversations, Privacy privacy, TenantDatabase database, Drafts drafts, Audit audit) {
        this.conversations = conversations;
        this.privacy = privacy;
        this.database = database;
        this.drafts = drafts;
        this.audit = audit;
    }

    @Override
    public List<Suggestion> list(int limit) {
        Set<UUID> decided = database.inTransaction(ResolvedConversations::decided);
        List<Suggestion> found = new ArrayList<>();
        ConversationFilter.Position before = null;
        for (int page = 0; page < PAGES && found.size() < limit; page++) {
            List<Conversation> closed = conversations.list(
                    new ConversationFilter(List.of(Owner.CLOSED), null, null, before, PAGE));
            for (Conversation one : closed) {
                if (!decided.contains(one.id()) && found.size() < limit) {
                    suggestion(one).ifPresent(found::add);
                }
            }
            if (closed.size() < PAGE) {
                break;
            }
            before = new ConversationFilter.Position(closed.getLast().updatedAt(), closed.getLast().id());
        }
        return found;
    }

    private Optional<Suggestion> suggestion(Conversation conversation) {
        Integer csat = conversation.csat();
        if (csat != null && csat < CONTENT) {
            return Optional.empty();
        }
        List<Message> said = conversations.messages(conversation.id(), 0, MESSAGES);
        if (said.stream().noneMatch(message -> message.author() == Author.AGENT)) {
            return Optional.empty();
        }
        Tokens tokens = privacy.tokens(said.stream().map(Message::text).toList());
        List<Message> masked = said.stream().map(message -> masked(message, tokens)).toList();
        return PairFinder.in(masked).map(pair -> new Suggestion(
                conversation.id(),
                pair.question(),
                pair.answer(),
                pair.answered().createdAt(),
                pair.answered().authorName(),
                State.SUGGESTED));
    }

    private static Message masked(Message message, Tokens tokens) {
        return new Message(
                message.seq(),
                message.author(),
                tokens.hide(message.text()),
                null,
                null,
                message.authorName(),
                null,
                null,
                null,
                message.createdAt());
    }

    @Override
    public Optional<Taken> take(UUID conversation, String question, String answer, Actor by) {
        if (!isOne(conversation)) {
            return Optional.empty();
        }
        String slug = "from-conversation-" + Names.fingerprint(conversation.toString());
        String markdown = "# " + oneLine(question) + "\n\n" + answer.strip() + "\n";
        HandedFile file = new HandedFile(
                slug + ".md", markdown.getBytes(StandardCharsets.UTF_8), oneLine(question), "conversations", null);
        return database.inTransaction(sql -> {
            if (!decide(sql, conversation, State.TAKEN, slug, by.name())) {
                return Optional.empty();
            }
            Stored draft = drafts.put(slug, file, by);
            audit.record(sql, "conversation.taken-as-document", conversation.toString());
            return Optional.of(new Taken(draft.slug(), draft.version()));
        });
    }

    @Override
    public boolean dismiss(UUID conversation, String by) {
        return isOne(conversation)
                && database.inTransaction(sql -> decide(sql, conversation, State.DISMISSED, null, by));
    }

    private boolean isOne(UUID conversation) {
        return conversations.find(conversation).flatMap(this::suggestion).isPresent();
    }

    /** A heading is a question to those who read the document: a mark makes it one for certain. */
    private static String oneLine(String question) {
        String line = question.replaceAll("\\s+", " ").strip().replaceFirst("^#+\\s*", "");
        return line.matches("(?s).*[?？؟]$") ? line : line.replaceFirst("[.!।]+$", "") + "?";
    }

    private static Set<UUID> decided(Handle sql) {
        return new HashSet<>(sql.createQuery("SELECT conversation_id FROM conversation_suggestion")
                .mapTo(UUID.class)
                .list());
    }

    private static boolean decide(
            Handle sql, UUID conversation, State state, @org.jspecify.annotations.Nullable String slug, String by) {
        return sql.execute(
                        "INSERT INTO conversation_suggestion (tenant_id, conversation_id, state, slug, decided_by)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        CurrentTenant.get().id(),
                        conversation,
                        state.name(),
                        slug,
                        by)
                == 1;
    }
}
