package io.openteller.procedures.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.procedures.definition.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedProceduresTest {

    @Test
    void thirteen_procedures_for_customers_come_first_and_what_they_call_comes_last() {
        List<Definition> all = ShippedProcedures.all();

        assertThat(all.subList(0, 13)).allSatisfy(one -> assertThat(one.trigger().phrases())
                .as(one.id())
                .containsOnlyKeys("en", "hi", "hi-Latn"));
        assertThat(all.subList(13, all.size()))
                .extracting(Definition::id)
                .containsExactly("identify", "choose-card", "pay-refund");
    }

    @Test
    void the_name_of_a_file_is_the_id_of_its_procedure() {
        assertThat(ShippedProcedures.all())
                .allSatisfy(one -> assertThat(ShippedProcedures.text(one.id())).contains("id: " + one.id() + "\n"));
    }

    @Test
    void every_intent_is_one_that_banks_begin_with() throws IOException {
        List<String> starters =
                Files.readAllLines(Path.of("..", "platform-api", "src", "main", "resources", "understanding", "intents.txt"));

        assertThat(ShippedProcedures.all()).allSatisfy(one -> assertThat(starters).containsAll(one.trigger().intents()));
    }

    @Test
    void no_intent_and_no_event_starts_two_procedures() {
        assertThat(ShippedProcedures.all().stream().flatMap(one -> one.trigger().intents().stream())).doesNotHaveDuplicates();
        assertThat(ShippedProcedures.all().stream().flatMap(one -> one.trigger().events().stream())).doesNotHaveDuplicates();
    }
}
