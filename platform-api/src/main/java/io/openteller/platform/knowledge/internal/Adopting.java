package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.knowledge.internal.Turns.Turn;
import io.openteller.platform.knowledge.internal.VersionWriting.NewVersion;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.ReadDocument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes over what was written and approved outside of the platform. */
@Singleton
class Adopting {

    private final Turns turns;
    private final DocumentReader reader;
    private final Describing describing;
    private final VersionSql versions;
    private final VersionWriting writing;
    private final AdoptedSql adopted;
    private final Chronicle chronicle;

    Adopting(
            Turns turns,
            DocumentReader reader,
            Describing describing,
            VersionSql versions,
            VersionWriting writing,
            AdoptedSql adopted,
            Chronicle chronicle) {
        this.turns = turns;
        this.reader = reader;
        this.describing = describing;
        this.versions = versions;
        this.writing = writing;
        this.adopted = adopted;
        this.chronicle = chronicle;
    }

    Stored adopt(NewDocument handed, Adoption adoption) {
        ReadDocument read = reader.read(handed.file());
        VersionText text = VersionText.of(handed.file(), read);
        return turns.takeOrMake(describing.made(handed.slug(), read, adoption.author()), turn -> {
            Optional<VersionFacts> same = turn.history()
                    .inForceAt(turn.now())
                    .filter(one -> Arrays.equals(
                            versions.text(turn.sql(), one.document(), one.version()).digest(), text.digest()));
            return same.map(one -> new Stored(handed.slug(), one.version(), one.passages(), false))
                    .orElseGet(() -> stored(turn, text, read, adoption));
        });
    }

    private Stored stored(Turn turn, VersionText text, ReadDocument read, Adoption adoption) {
        int number = turn.history().nextNumber();
        // What has been in force for a while was approved by then.
        Instant from = adoption.from() == null ? turn.now() : adoption.from().truncatedTo(ChronoUnit.MICROS);
        Instant approvedAt = from.isBefore(turn.now()) ? from : turn.now();
        writing.insert(
                turn.sql(),
                new NewVersion(
                        turn.document().id(),
                        number,
                        text,
                        read.language(),
                        turn.document().appliesTo(),
                        null,
                        List.of(),
                        approvedAt,
                        adoption.author()));
        Effect effect = new Effect(approvedAt, from, adoption.until(), null, null, null);
        adopted.approve(turn.sql(), turn.document().id(), number, effect, adoption);
        describing.approved(turn, read.title(), read.language(), adoption.author());
        boolean later = from.isAfter(turn.now());
        chronicle.change(turn, Chronicle.name(number) + (later ? " from " + from : ""), adoption.approver());
        chronicle.step(turn, "adopted", number);
        return new Stored(turn.document().slug(), number, text.sections().size(), true);
    }
}
