package io.openteller.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CompensationsTest {

    private final Compensations compensations = Compensations.standard();
    private final Schemas schemas = new Schemas();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_operation_that_can_be_undone_gives_arguments_that_fit_what_undoes_it() {
        assertThat(Catalogue.standard().all()).filteredOn(spec -> spec.compensation() != null).isNotEmpty().allSatisfy(spec -> {
            OperationSpec.Example done = spec.examples().getFirst();
            ObjectNode output = done.output().deepCopy();
            if (spec.name().toString().equals("profile.update/v1")) {
                output.put("before", "old@example.com");
            }
            ObjectNode arguments =
                    compensations.arguments(spec.name(), done.input(), output).orElseThrow();
            OperationSpec undoing =
                    Catalogue.standard().find(String.valueOf(spec.compensation())).orElseThrow();
            assertThat(schemas.faults(undoing.input(), arguments.toString()))
                    .as("%s undoes %s", undoing.name(), spec.name())
                    .isEmpty();
        });
    }

    @Test
    void what_was_there_before_is_put_back() throws Exception {
        ObjectNode arguments = compensations
                .arguments(
                        OperationName.of("transactions.category/v1"),
                        json.readTree("{\"transaction\": \"t\", \"category\": \"DINING\"}"),
                        json.readTree("{\"category\": \"DINING\", \"before\": \"RENT\"}"))
                .orElseThrow();
        assertThat(arguments).isEqualTo(json.readTree("{\"transaction\": \"t\", \"category\": \"RENT\"}"));
    }

    @Test
    void a_value_that_nobody_remembers_cannot_be_put_back() throws Exception {
        assertThat(compensations.arguments(
                        OperationName.of("profile.update/v1"),
                        json.readTree("{\"field\": \"CITY\", \"value\": \"Pune\"}"),
                        json.readTree("{\"changedAt\": \"2026-05-04T10:00:00Z\", \"field\": \"CITY\"}")))
                .isEmpty();
        assertThat(compensations.arguments(
                        OperationName.of("crm.note/v1"), json.createObjectNode(), json.createObjectNode()))
                .isEmpty();
    }

    @Test
    void a_card_that_was_blocked_before_stays_blocked() throws Exception {
        OperationName block = OperationName.of("cards.block/v1");
        assertThat(compensations.needed(block, json.readTree("{\"alreadyBlocked\": true}"))).isFalse();
        assertThat(compensations.needed(block, json.readTree("{\"alreadyBlocked\": false}"))).isTrue();
    }
}
