package io.openteller.platform.knowledge.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Drafting;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Particulars;
import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.knowledge.internal.Turns.Turn;
import io.openteller.platform.knowledge.internal.VersionFacts.State;
import io.openteller.platform.knowledge.internal.VersionWriting.NewVersion;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where documents are written. */
@Singleton
class DraftDesk implements Drafting {

    private final Turns turns;
    private final DocumentReader reader;
    private final Describing describing;
    private final VersionSql versions;
    private final VersionWriting writing;
    private final CategorySql categories;
    private final Chronicle chronicle;

    DraftDesk(
            Turns turns,
            DocumentReader reader,
            Describing describing,
            VersionSql versions,
            VersionWriting writing,
            CategorySql categories,
            Chronicle chronicle) {
        this.turns = turns;
        this.reader = reader;
        this.describing = describing;
        this.versions = versions;
        this.writing = writing;
        this.categories = categories;
        this.chronicle = chronicle;
    }

    @Override
    public Stored draft(NewDocument handed, Actor by) {
        ReadDocument read = reader.read(handed.file());
        VersionText text = VersionText.of(handed.file(), read);
        return turns.takeOrMake(describing.made(handed.slug(), read, by.name()), turn -> {
            if (repeated(turn, text)) {
                VersionFacts latest = turn.history().latest();
                return new Stored(handed.slug(), latest.version(), latest.passages(), false);
            }
            int number = inserted(turn, text, read.language(), turn.document().appliesTo(), null, by);
            describing.drafted(turn, read, by.name());
            chronicle.step(turn, "drafted", number);
            return new Stored(handed.slug(), number, text.sections().size(), true);
        });
    }

    /** What was taken out of force may be wanted again, and so may the same text for somebody else. */
    private boolean repeated(Turn turn, VersionText text) {
        if (turn.history().isEmpty()) {
            return false;
        }
        VersionFacts latest = turn.history().latest();
        boolean over = latest.state() == State.APPROVED && !turn.history().current(latest, turn.now());
        return !over
                && latest.appliesTo().equals(turn.document().appliesTo())
                && Arrays.equals(
                        versions.text(turn.sql(), latest.document(), latest.version()).digest(), text.digest());
    }

    private int inserted(
            Turn turn, VersionText text, String language, AppliesTo appliesTo, @Nullable String note, Actor by) {
        int number = turn.history().nextNumber();
        writing.insert(
                turn.sql(),
                new NewVersion(
                        turn.document().id(),
                        number,
                        text,
                        language,
                        appliesTo,
                        note,
                        by.id() == null ? List.of() : List.of(by.id()),
                        turn.now(),
                        by.name()));
        return number;
    }

    @Override
    public void edit(
            String slug, int version, String markdown, @Nullable String title, @Nullable String changeNote, Actor by) {
        turns.run(slug, turn -> {
            VersionFacts draft = turn.version(version);
            if (!draft.open()) {
                throw new ProblemException(ErrorCode.VERSION_FROZEN);
            }
            HandedFile file = new HandedFile(
                    slug + ".md",
                    markdown.getBytes(StandardCharsets.UTF_8),
                    title == null || title.isBlank() ? draft.title() : title,
                    null,
                    draft.language());
            writing.rewrite(turn.sql(), draft, VersionText.of(file, reader.read(file)), changeNote, by, turn.now());
            describing.touched(turn, by.name());
            chronicle.step(turn, "edited", version);
        });
    }

    @Override
    public void submit(String slug, int version, @Nullable String changeNote, Actor by) {
        turns.run(slug, turn -> {
            VersionFacts draft = turn.version(version);
            if (!draft.open()) {
                throw new ProblemException(ErrorCode.NOT_A_DRAFT);
            }
            submitted(turn, draft, changeNote, by);
        });
    }

    private void submitted(Turn turn, VersionFacts draft, @Nullable String note, Actor by) {
        if (turn.history().inReview()) {
            throw new ProblemException(ErrorCode.REVIEW_OPEN);
        }
        int needed = categories.of(turn.sql(), turn.document().category()).approvals();
        writing.submit(turn.sql(), draft, needed, note, by, turn.now());
        chronicle.step(turn, "submitted", draft.version());
    }

    @Override
    public void withdraw(String slug, int version, Actor by) {
        turns.run(slug, turn -> {
            VersionFacts reviewed = turn.version(version);
            if (reviewed.state() != State.IN_REVIEW) {
                throw new ProblemException(ErrorCode.NOT_IN_REVIEW);
            }
            writing.withdraw(turn.sql(), reviewed);
            chronicle.step(turn, "withdrawn", version);
        });
    }

    @Override
    public int rollBack(String slug, int version, Actor by) {
        return turns.take(slug, turn -> copied(turn, turn.version(version), by));
    }

    private int copied(Turn turn, VersionFacts earlier, Actor by) {
        if (earlier.state() != State.APPROVED) {
            throw new ProblemException(ErrorCode.NEVER_APPROVED);
        }
        VersionText text = versions.text(turn.sql(), earlier.document(), earlier.version());
        String note = "Copy of version " + earlier.version();
        int number = inserted(turn, text, earlier.language(), earlier.appliesTo(), note, by);
        describing.touched(turn, by.name());
        chronicle.step(turn, "rolled-back", number);
        submitted(turn, versions.history(turn.sql(), earlier.document()).version(number).orElseThrow(), null, by);
        return number;
    }

    @Override
    public void describe(String slug, Particulars particulars, Actor by) {
        turns.run(slug, turn -> {
            describing.described(turn, particulars, by.name());
        });
    }

    @Override
    public void restore(String slug, Actor by) {
        turns.run(slug, turn -> {
            if (!turn.document().archived()) {
                return;
            }
            chronicle.step(turn, "restored");
            if (!turn.history().inReview()) {
                turn.history()
                        .lastInForce(turn.now())
                        .filter(last -> last.effect() != null && last.effect().endedByArchiving())
                        .ifPresent(last -> copied(turn, last, by));
            }
            describing.archived(turn, false, by.name());
        });
    }
}
