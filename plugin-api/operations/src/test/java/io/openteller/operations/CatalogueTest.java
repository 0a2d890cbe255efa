package io.openteller.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.OperationSpec.Audience;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.OperationSpec.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Path FILES = Path.of("src/main/resources/io/openteller/operations/catalogue");

    private final Schemas schemas = new Schemas();

    @Test
    void every_file_is_in_the_index_and_under_its_own_name() throws IOException {
        try (var files = Files.walk(FILES)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> FILES.relativize(file).toString())
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(FILES.resolve("index.txt"))).isEqualTo(found);
            assertThat(found).hasSameSizeAs(Catalogue.standard().all());
            assertThat(Catalogue.standard().all())
                    .allSatisfy(spec -> assertThat(found)
                            .contains(spec.name().domain() + "/" + spec.name().operation() + ".v"
                                    + spec.name().version() + ".json"));
        }
    }

    @Test
    void every_example_fits_its_schemas() {
        for (OperationSpec spec : Catalogue.standard().all()) {
            assertThat(spec.examples()).as("%s", spec.name()).isNotEmpty();
            for (OperationSpec.Example example : spec.examples()) {
                assertThat(schemas.faults(spec.input(), example.input().toString())).as("input of %s", spec.name()).isEmpty();
                assertThat(schemas.faults(spec.output(), example.output().toString())).as("output of %s", spec.name()).isEmpty();
            }
        }
    }

    @Test
    void a_value_that_does_not_fit_is_named_with_its_place() {
        OperationSpec block = Catalogue.standard().find("cards.block/v1").orElseThrow();
        assertThat(schemas.faults(block.input(), "{\"card\": 5, \"reason\": \"BORED\"}"))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("card"))
                .anySatisfy(fault -> assertThat(fault).contains("reason"));
        OperationSpec schedule = Catalogue.standard().find("loans.schedule/v1").orElseThrow();
        assertThat(schemas.faults(schedule.output(), "{\"instalments\": [{\"dueOn\": \"soon\"}]}"))
                .anySatisfy(fault -> assertThat(fault).contains("dueOn"));
    }

    @Test
    void money_asks_the_customer_is_limited_and_can_be_repeated() {
        assertThat(Catalogue.standard().all())
                .filteredOn(spec -> spec.risk().compareTo(Risk.MONEY) >= 0 && spec.audience() != Audience.CORE)
                .isNotEmpty()
                .allSatisfy(spec -> {
                    assertThat(spec.confirmation()).isEqualTo(Confirmation.CUSTOMER);
                    assertThat(spec.limits()).isNotEmpty();
                    assertThat(spec.idempotent()).isTrue();
                });
    }

    @Test
    void what_undoes_an_operation_is_in_the_catalogue() {
        assertThat(Catalogue.standard().all())
                .filteredOn(spec -> spec.compensation() != null)
                .isNotEmpty()
                .allSatisfy(spec -> {
                    assertThat(spec.reversible()).isTrue();
                    assertThat(Catalogue.standard().find(String.valueOf(spec.compensation()))).isPresent();
                });
    }
}
