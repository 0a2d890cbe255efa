package io.openteller.procedures.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Expressions expressions = new Expressions(ZoneId.of("Asia/Kolkata"));
    private final Scope scope = new Scope(
            variables(
                    """
                    {"cards": {"cards": [{"last4": "4821", "status": "ACTIVE", "limit": {"minor": 500000, "currency": "INR"}},
                                         {"last4": "1177", "status": "BLOCKED", "limit": {"minor": 100, "currency": "INR"}}]},
                     "count": 3, "rate": 7.25, "yes": true, "nothing": null, "name": "Asha",
                     "at": "2026-11-21T19:30:00Z", "on": "2026-11-01", "large": 9007199254740993}"""),
            "hi",
            Assurance.STEPPED_UP,
            Instant.parse("2026-11-21T20:00:00Z"),
            "block it",
            "REF-7K3MQ4T9XZ",
            null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            count + 1                                          | 4
            rate * 2.0                                         | 14.5
            count > 2 && rate < 8                              | true
            yes ? 'LOST' : 'STOLEN'                            | "LOST"
            size(cards.cards)                                  | 2
            cards.cards.filter(c, c.status == 'ACTIVE')[0].last4 | "4821"
            cards.cards.exists(c, c.status == 'BLOCKED')       | true
            cards.cards.map(c, c.last4)                        | ["4821","1177"]
            sum(cards.cards.map(c, c.limit.minor))             | 500100
            sum([])                                            | 0
            has(cards.other)                                   | false
            nothing == null                                    | true
            nothing                                            | null
            large + 1                                          | 9007199254740994
            money(500, 'GBP').minor                            | 500
            money(count * 100, 'INR') == {'minor': 300, 'currency': 'INR'} | true
            customer.language + customer.assurance             | "hiSTEPPED_UP"
            lastMessage.contains('block')                      | true
            today                                              | "2026-11-22"
            'Reference ' + receipt                             | "Reference REF-7K3MQ4T9XZ"
            day(at)                                            | "2026-11-22"
            day(now)                                           | "2026-11-22"
            daysBetween(on, at)                                | 21
            plusDays(on, -1)                                   | "2026-10-31"
            timestamp(at) > now - duration('24h')              | true
            now                                                | "2026-11-21T20:00:00Z"
            name.lowerAscii()                                  | "asha"
            math.least(count, 2)                               | 2
            cards.cards.map(c, c.last4).sort()[0]              | "1177"
            {'card': name, 'n': count}                         | {"card":"Asha","n":3}
            """)
    void an_expression_comes_to_json(String expression, String json) {
        Value value = expressions.evaluate(expression, scope);

        assertThat(value).as(value.toString()).isInstanceOf(Value.Of.class);
        assertThat(((Value.Of) value).json().toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "absent", "cards.absent", "nothing.field", "cards.cards[7]", "cards.cards['a']", "name + 1", "count / 0",
        "count +", "unknown(1)", "money('a', 'INR')", "sum(['a'])", "day('soon')", "day(1)", "plusDays(on, 9223372036854775807)",
        "9223372036854775807 + 1", "it.last4", "''.matches('(')", "int('x')", "timestamp('x')", "", "b'a'", "name.absent()",
        "double('inf')", "{1: 2}", "lists.range(1000000000)", "'a'.replace('a', 'b')"
    })
    void what_cannot_be_evaluated_is_a_fault_and_not_an_exception(String expression) {
        assertThat(expressions.evaluate(expression, scope)).isInstanceOf(Value.Fault.class);
    }

    @Test
    void work_is_bounded() {
        String all = "cards.cards.map(a, cards.cards.map(b, cards.cards.map(c, %s)))";
        String nested = "1";
        for (int depth = 0; depth < 5; depth++) {
            nested = all.formatted(nested);
        }

        assertThat(expressions.evaluate(nested, scope)).isInstanceOf(Value.Fault.class);
    }

    @Test
    void values_do_not_grow_without_bound() {
        String doubling = "[name]" + ".map(a, a + a)".repeat(40);
        String lists = "[[name]]" + ".map(a, a + a)".repeat(40) + ".size()";

        assertThat(expressions.evaluate(doubling, scope)).isInstanceOf(Value.Fault.class);
        assertThat(expressions.evaluate(lists, scope)).isInstanceOf(Value.Fault.class);
    }

    @Test
    void an_entry_of_a_list_is_it() {
        assertThat(expressions.evaluate("it.last4 + '!'", scope.with(variables("{\"last4\": \"4821\"}"))))
                .isEqualTo(new Value.Of(JSON.getNodeFactory().textNode("4821!")));
    }

    @Test
    void it_is_known_what_an_expression_reads() {
        assertThat(expressions.compile("cards.cards.filter(c, c.last4 == name && c.n == count).size() > 0 ? now : today"))
                .isInstanceOfSatisfying(Compiled.Expression.class, ready -> assertThat(ready.names())
                        .containsExactlyInAnyOrder("cards", "name", "count", "now", "today"));
        assertThat(expressions.compile("count +")).isInstanceOf(Compiled.Fault.class);
    }

    private static ObjectNode variables(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
