package io.openteller.platform.training.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.IntentSql.Head;
import io.openteller.platform.understanding.LanguageDetection;
import io.openteller.platform.understanding.StarterIntents;
import io.openteller.platform.understanding.StarterIntents.Starter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The current bank's intents; those that every bank starts with until the bank changes something. */
@Singleton
class IntentBook {

    static final int MOST_INTENTS = 500;
    static final int MOST_EXAMPLES = 50_000;

    private static final String NOBODY = "Openteller";

    private final TenantDatabase database;
    private final IntentSql intents;
    private final StarterIntents starters;
    private final LanguageDetection languages;
    private final Audit audit;

    IntentBook(
            TenantDatabase database,
            IntentSql intents,
            StarterIntents starters,
            LanguageDetection languages,
            Audit audit) {
        this.database = database;
        this.intents = intents;
        this.starters = starters;
        this.languages = languages;
        this.audit = audit;
    }

    /** @param own whether the bank has changed anything yet */
    record Content(boolean own, List<Head> heads, List<Learned> examples) {}

    Content content() {
        return database.inTransaction(this::content);
    }

    Content content(Handle sql) {
        return intents.any(sql)
                ? new Content(true, intents.heads(sql), intents.examples(sql))
                : new Content(false, starterHeads(), starterExamples());
    }

    Optional<Head> head(String name) {
        return database.inTransaction(this::heads).stream()
                .filter(head -> head.name().equals(name))
                .findFirst();
    }

    private List<Head> heads(Handle sql) {
        return intents.any(sql) ? intents.heads(sql) : starterHeads();
    }

    /** Newest first. */
    List<Learned> examples(String intent) {
        return database.inTransaction(sql -> intents.any(sql)
                ? intents.examples(sql, intent)
                : starterExamples().stream()
                        .filter(one -> one.intent().equals(intent))
                        .toList());
    }

    void put(Head head, String by) {
        database.inTransaction(sql -> {
            copyOnce(sql);
            boolean known = intents.heads(sql).stream().anyMatch(one -> one.name().equals(head.name()));
            if (!known && intents.heads(sql).size() >= MOST_INTENTS) {
                throw new ProblemException(ErrorCode.TOO_MANY_EXAMPLES);
            }
            intents.put(sql, head, by);
            audit.record(sql, known ? "intent.changed" : "intent.added", head.name());
            return head;
        });
    }

    void delete(String name) {
        database.inTransaction(sql -> {
            copyOnce(sql);
            if (intents.heads(sql).size() <= 2) {
                throw new ProblemException(ErrorCode.TOO_FEW_INTENTS);
            }
            if (!intents.delete(sql, name)) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            audit.record(sql, "intent.deleted", name);
            return name;
        });
    }

    /** @param language null to find out */
    Learned add(String intent, String text, @Nullable String language, Learned.Source source, String by) {
        String clean = ExampleText.clean(text);
        ExampleText.fault(clean).ifPresent(fault -> {
            throw new ProblemException(ErrorCode.INTENT_INVALID, fault);
        });
        String spoken = language == null || language.isBlank() ? languages.of(clean).code() : language;
        Learned example = Learned.of(intent, clean, spoken, source, by);
        return database.inTransaction(sql -> {
            copyOnce(sql);
            if (intents.heads(sql).stream().noneMatch(head -> head.name().equals(intent))) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            intents.example(sql, example.id()).ifPresent(other -> {
                throw new ProblemException(ErrorCode.EXAMPLE_EXISTS, "It is an example of “" + other.intent() + "”");
            });
            if (intents.count(sql) >= MOST_EXAMPLES) {
                throw new ProblemException(ErrorCode.TOO_MANY_EXAMPLES);
            }
            intents.add(sql, List.of(example));
            intents.touch(sql, intent, by);
            audit.record(sql, "intent.example-added", intent);
            return example;
        });
    }

    void remove(String intent, UUID id, String by) {
        database.inTransaction(sql -> {
            copyOnce(sql);
            if (!intents.remove(sql, intent, id)) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            intents.touch(sql, intent, by);
            audit.record(sql, "intent.example-removed", intent);
            return id;
        });
    }

    /** The first change begins with a copy of what the bank has used so far. Holds the bank's intents until the end. */
    void copyOnce(Handle sql) {
        intents.lock(sql);
        if (!intents.any(sql)) {
            starterHeads().forEach(head -> intents.put(sql, head, NOBODY));
            intents.add(sql, starterExamples());
        }
    }

    private List<Head> starterHeads() {
        return starters.all().stream()
                .map(starter -> new Head(starter.name(), starter.title(), starter.tier()))
                .toList();
    }

    private List<Learned> starterExamples() {
        return starters.all().stream().flatMap(IntentBook::examples).toList();
    }

    private static Stream<Learned> examples(Starter starter) {
        return starter.messages().stream()
                .map(one -> new Learned(
                        ExampleText.id(one.text()),
                        starter.name(),
                        one.text(),
                        one.language(),
                        Learned.Source.STARTER,
                        Instant.EPOCH,
                        NOBODY));
    }
}
