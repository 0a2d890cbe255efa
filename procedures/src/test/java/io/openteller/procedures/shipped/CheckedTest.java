package io.openteller.procedures.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.Catalogue;
import io.openteller.procedures.check.Checker;
import io.openteller.procedures.definition.Definition;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform asks of a bank's own procedures it asks of those that it comes with. */
class CheckedTest {

    private static final Checker CHECKER = new Checker(
            Catalogue.standard(),
            Set.of("en", "hi"),
            ShippedProcedures.all().stream().collect(Collectors.toMap(Definition::id, Function.identity())));

    @ParameterizedTest
    @MethodSource("ids")
    void a_shipped_procedure_has_no_finding(String id) {
        assertThat(CHECKER.check(ShippedProcedures.text(id))).isEmpty();
    }

    static Stream<String> ids() {
        return ShippedProcedures.all().stream().map(Definition::id);
    }
}
