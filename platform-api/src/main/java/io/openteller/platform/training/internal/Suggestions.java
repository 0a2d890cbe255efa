package io.openteller.platform.training.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.SuggestionSql.State;
import io.openteller.platform.training.internal.SuggestionSql.Suggestion;
import io.openteller.platform.understanding.LanguageDetection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrections by those who talk with customers: examples once somebody accepts them. */
@Singleton
class Suggestions {

    private static final int MOST = 200;

    private final TenantDatabase database;
    private final SuggestionSql suggestions;
    private final IntentBook book;
    private final Conversations conversations;
    private final LanguageDetection languages;
    private final Audit audit;

    Suggestions(
            TenantDatabase database,
            SuggestionSql suggestions,
            IntentBook book,
            Conversations conversations,
            LanguageDetection languages,
            Audit audit) {
        this.database = database;
        this.suggestions = suggestions;
        this.book = book;
        this.conversations = conversations;
        this.languages = languages;
        this.audit = audit;
    }

    void suggest(UUID conversation, long seq, String intent, String by) {
        var message = conversations.messages(conversation, seq - 1, 1).stream()
                .filter(one -> one.seq() == seq && one.author() == Author.CUSTOMER)
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "There is no such message of a customer"));
        if (book.head(intent).isEmpty()) {
            throw new ProblemException(ErrorCode.INTENT_INVALID, "There is no intent “" + intent + "”");
        }
        String text = ExampleText.withoutNumbers(message.text());
        ExampleText.fault(text).ifPresent(fault -> {
            throw new ProblemException(ErrorCode.INTENT_INVALID, fault);
        });
        database.inTransaction(sql -> {
            if (suggestions.suggest(sql, intent, text, languages.of(text).code(), conversation, seq, by)) {
                audit.record(sql, "intent.suggested", intent);
            }
            return intent;
        });
    }

    List<Suggestion> open() {
        return database.inTransaction(sql -> suggestions.list(sql, MOST));
    }

    int count() {
        return database.inTransaction(suggestions::open);
    }

    /** @param intent null for what the agent said */
    void accept(UUID id, @Nullable String intent, String by) {
        database.inTransaction(sql -> {
            Suggestion one = suggestions
                    .decide(sql, id, State.ACCEPTED, by)
                    .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            return book.add(
                    intent == null ? one.intent() : intent,
                    one.text(),
                    one.language(),
                    Learned.Source.AGENT_CORRECTION,
                    by);
        });
    }

    void decline(UUID id, String by) {
        database.inTransaction(sql -> {
            Suggestion one = suggestions
                    .decide(sql, id, State.DECLINED, by)
                    .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            audit.record(sql, "intent.suggestion-declined", one.intent());
            return one;
        });
    }
}
