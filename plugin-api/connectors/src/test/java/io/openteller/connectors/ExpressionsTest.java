package io.openteller.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INPUT = """
            {"customerRef": "C1", "none": null, "whole": 7, "big": 9007199254740993, "part": 1.5, "yes": true,
             "items": [{"id": "a", "n": 1}, {"id": "b", "n": 2}], "one": [{"id": "a"}], "empty": []}""";

    private final Expressions expressions = new Expressions();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException typo) {
            throw new AssertionError(typo);
        }
    }

    private Value value(String expression) {
        return expressions.evaluate(expression, json(INPUT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "customerRef | \"C1\"",
        "whole | 7",
        "big | 9007199254740993",
        "part | 1.5",
        "part * 2 | 3",
        "yes and whole > 6 | true",
        "items.{'ref': id} | [{\"ref\": \"a\"}, {\"ref\": \"b\"}]",
        "[one.{'ref': id}] | [{\"ref\": \"a\"}]",
        "[empty.{'ref': id}] | []",
        "$sum(items.n) | 3",
        "$minor('50.00', 'INR') | 5000",
        "$minor(82000.05, 'INR') | 8200005",
        "$minor('1200', 'JPY') | 1200",
        "$minor('-0.10', 'EUR') | -10",
        "$major(5, 'INR') | \"0.05\"",
        "$major(1200, 'JPY') | \"1200\"",
        "{'a': none} | {\"a\": null}",
    })
    void what_is_written_is_what_comes_out(String expression, String expected) {
        assertThat(value(expression)).isInstanceOfSatisfying(Value.Found.class, found ->
                assertThat(json(found.json().toString())).isEqualTo(json(expected)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "missing", "missing.deeper", "empty.id", "$minor(missing, 'INR')"})
    void what_leads_nowhere_is_nothing(String expression) {
        assertThat(value(expression)).isEqualTo(new Value.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$minor('1.001', 'INR')", "$minor('ten', 'INR')", "$minor('1', 'XX')", "$number('x')", "$string", "1/0",
        "($f := function($n) { $f($n + 1) + 1 }; $f(0))"})
    void what_cannot_be_worked_out_is_a_failure_and_not_an_exception(String expression) {
        assertThat(value(expression)).isInstanceOf(Value.Failed.class);
    }

    @Test
    void what_would_never_end_ends() {
        assertThat(value("($f := function() { $f() }; $f())")).isInstanceOf(Value.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$eval('1')", "$uuid()", "$random()", "$shuffle(items)", "(", "a b", "\"open"})
    void what_a_connector_may_not_do_or_nobody_can_read_is_a_fault(String expression) {
        assertThat(Expressions.fault(expression)).isPresent();
        assertThat(value(expression)).isInstanceOf(Value.Failed.class);
    }

    @Test
    void the_name_of_what_is_barred_may_stand_in_a_text() {
        assertThat(Expressions.fault("'$eval is barred' & \"$uuid\"")).isEmpty();
    }

    @Test
    void many_at_once_do_not_see_each_others_input() throws Exception {
        List<Callable<Value>> many = IntStream.range(0, 400)
                .<Callable<Value>>mapToObj(i -> () -> expressions.evaluate("{'n': n, 'twice': $sum([n, n])}", json("{\"n\": " + i + "}")))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = threads.invokeAll(many);
            for (int i = 0; i < 400; i++) {
                assertThat(results.get(i).get()).hasToString("Found[json={\"n\":" + i + ",\"twice\":" + 2 * i + "}]");
            }
        }
    }
}
