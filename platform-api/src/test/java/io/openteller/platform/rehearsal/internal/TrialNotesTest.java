package io.openteller.platform.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import io.openteller.platform.rehearsal.internal.TrialViews.Deed;
import io.openteller.platform.rehearsal.internal.TrialViews.Line;
import io.openteller.procedures.machine.Effect;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrialNotesTest {

    private static final Instant AT = Instant.parse("2026-11-22T00:10:20.123456Z");

    @Test
    void what_is_kept_is_all_that_there_was() {
        TrialNotes notes = new TrialNotes();
        notes.fault = TrialFault.APPLIED_THEN_TIMEOUT;
        notes.lines.add(new Line(AT, "CUSTOMER", "\"मेरा कार्ड\"\nplease"));
        notes.lines.add(new Line(AT.plusSeconds(1), "CARD", "cards.block/v1"));
        notes.deeds.add(new Deed("cards.block/v1", "no answer in time"));
        notes.offered.add("RuPay card ending 4821");
        notes.timers.add(new Effect.Timer("1/sure", AT.plusSeconds(600)));
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("card", "r-1");
        Effect.Perform unblock =
                new Effect.Perform("1/block~undo", OperationName.of("cards.unblock/v1"), input, null, null, false);
        notes.undoing.put("1/block", unblock);

        TrialNotes kept = TrialNotes.read(notes.written());

        assertThat(kept.fault).isEqualTo(notes.fault);
        assertThat(kept.lines).isEqualTo(notes.lines);
        assertThat(kept.deeds).isEqualTo(notes.deeds);
        assertThat(kept.offered).isEqualTo(notes.offered);
        assertThat(kept.timers).isEqualTo(notes.timers);
        assertThat(kept.undoing).isEqualTo(notes.undoing);
    }

    @Test
    void of_nothing_is_nothing() {
        TrialNotes kept = TrialNotes.read(new TrialNotes().written());
        assertThat(kept.lines).isEmpty();
        assertThat(kept.undoing).isEmpty();
        assertThat(kept.fault).isEqualTo(TrialFault.NONE);
    }
}
