package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Particulars;
import io.openteller.platform.knowledge.internal.Turns.Turn;
import io.openteller.platform.reading.ReadDocument;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what is known about a document, beside its text. */
@Singleton
class Describing {

    private final DocumentSql documents;
    private final VersionWriting writing;
    private final CategorySql categories;
    private final Chronicle chronicle;

    Describing(DocumentSql documents, VersionWriting writing, CategorySql categories, Chronicle chronicle) {
        this.documents = documents;
        this.writing = writing;
        this.categories = categories;
        this.chronicle = chronicle;
    }

    /** A document that may be new. */
    DocumentSql.NewRow made(String slug, ReadDocument read, String by) {
        return new DocumentSql.NewRow(slug, read.title(), read.category(), read.language(), List.of(), by);
    }

    /** Until something of it was approved, a document is what its newest draft says. */
    void drafted(Turn turn, ReadDocument read, String by) {
        Particulars said = turn.history().everApproved()
                ? particulars(null, null, null, null)
                : particulars(read.title(), null, read.language(), null);
        store(turn, turn.document().with(said), by);
    }

    /** From its approval on, a version names its document; and somebody is to look at it again some day. */
    void approved(Turn turn, String title, String language, String by) {
        LocalDate today = turn.now().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate due = turn.document().reviewDue();
        int months = categories.of(turn.sql(), turn.document().category()).reviewMonths();
        LocalDate next = due == null || !due.isAfter(today) ? today.plusMonths(months) : due;
        store(turn, turn.document().with(particulars(title, null, language, next)).archived(false), by);
    }

    void touched(Turn turn, String by) {
        store(turn, turn.document(), by);
    }

    void archived(Turn turn, boolean archived, String by) {
        store(turn, turn.document().archived(archived), by);
    }

    void described(Turn turn, Particulars wanted, String by) {
        DocumentRow before = turn.document();
        DocumentRow after = before.with(Descriptions.checked(wanted));
        if (after.equals(before)) {
            return;
        }
        store(turn, after, by);
        writing.follow(turn.sql(), after, wanted.title() != null);
        chronicle.step(turn, "described");
        boolean moved = !after.category().equals(before.category());
        turn.history().inForceAt(turn.now()).filter(one -> moved).ifPresent(one -> chronicle.change(
                turn, Chronicle.name(one.version()) + " in " + after.category(), by));
    }

    private void store(Turn turn, DocumentRow document, String by) {
        documents.update(turn.sql(), document.touched(turn.now(), by));
    }

    private static Particulars particulars(
            @Nullable String title, @Nullable String category, @Nullable String language, @Nullable LocalDate due) {
        return new Particulars(title, category, null, language, null, due, null);
    }
}
