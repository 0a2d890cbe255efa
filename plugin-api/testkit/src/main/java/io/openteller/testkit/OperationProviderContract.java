package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.Schemas;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.spi.banking.OperationProvider.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Operations by name. Every operation that the plugin supplies is tried with arguments out of the catalogue's examples, whose
 * references are replaced by those that the plugin's own results give.
 */
public abstract class OperationProviderContract extends BankUnderTest {

    private static final Schemas SCHEMAS = new Schemas();
    private static final List<String> NONSENSE = List.of("", "[]", "{", "null", "{\"a\": 1}", "\"text\"");

    protected abstract OperationProvider operations();

    /** ISO 4217, of the customers' accounts. */
    protected abstract String currency();

    /** From now on, whether the bank's system behind the plugin is out of order. */
    protected abstract void outOfOrder(boolean down);

    /** Arguments with which the operation is done for {@link #customer}; those of the catalogue's example otherwise. */
    protected String arguments(String operation, Map<String, String> references) {
        return Catalogued.arguments(Catalogued.spec(operation), references, currency());
    }

    private List<OperationSpec> supplied() {
        return done(operations().supplied(call())).stream().map(Catalogued::spec).toList();
    }

    private List<OperationSpec> effects() {
        return supplied().stream().filter(OperationSpec::hasEffect).toList();
    }

    private Outcome<String> perform(CallContext call, OperationSpec spec, String customer, String arguments) {
        return operations().perform(call, spec.name().toString(), customer, arguments);
    }

    /** What a customer can refer to, by kind, as reads give it. */
    private Map<String, List<String>> references(String customer) {
        Map<String, List<String>> found = new TreeMap<>();
        for (OperationSpec spec : supplied()) {
            if (!spec.hasEffect() && Catalogued.takes(spec).isEmpty()) {
                collect(spec, customer, Map.of(), found);
            }
        }
        Map<String, String> first = first(found);
        for (OperationSpec spec : supplied()) {
            if (!spec.hasEffect() && !Catalogued.takes(spec).isEmpty() && first.keySet().containsAll(Catalogued.takes(spec))) {
                collect(spec, customer, first, found);
            }
        }
        return found;
    }

    private void collect(OperationSpec spec, String customer, Map<String, String> known, Map<String, List<String>> found) {
        String arguments = known.isEmpty()
                ? "{}"
                : Catalogued.arguments(spec, known, currency());
        if (perform(call(), spec, customer, arguments) instanceof Outcome.Done<String>(String result, Instant asOf)) {
            Catalogued.collect(spec.output(), Catalogued.json(result), found);
        }
    }

    private static Map<String, String> first(Map<String, List<String>> found) {
        Map<String, String> first = new HashMap<>();
        found.forEach((kind, refs) -> first.put(kind, refs.getFirst()));
        return first;
    }

    private String arguments(OperationSpec spec) {
        return arguments(spec.name().toString(), first(references(customer())));
    }

    @Test
    void every_operation_is_one_of_the_catalogue_and_named_once() {
        List<String> names = done(operations().supplied(call()));
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
        assertThat(names).allSatisfy(name -> assertThatCode(() -> Catalogued.spec(name)).doesNotThrowAnyException());
    }

    @Test
    void every_result_is_of_the_schema() {
        for (OperationSpec spec : supplied()) {
            Outcome<String> outcome = perform(call(), spec, customer(), arguments(spec));
            assertThat(outcome).as("%s", spec.name()).isNotInstanceOf(Outcome.Unavailable.class);
            if (outcome instanceof Outcome.Done<String>(String result, Instant asOf)) {
                assertThat(SCHEMAS.faults(spec.output(), result)).as("%s %s", spec.name(), result).isEmpty();
                assertThat(asOf).isBeforeOrEqualTo(Instant.now());
            }
        }
    }

    @Test
    void the_same_call_twice_has_one_result_also_after_a_restart() {
        for (OperationSpec spec : effects()) {
            String arguments = arguments(spec);
            String id = "twice-" + spec.name();
            Object first = withoutTime(perform(call(id), spec, customer(), arguments));
            assertThat(withoutTime(perform(call(id), spec, customer(), arguments))).as("%s", spec.name()).isEqualTo(first);
            restart();
            assertThat(withoutTime(perform(call(id), spec, customer(), arguments))).as("%s", spec.name()).isEqualTo(first);
        }
    }

    @Test
    void the_same_call_many_times_at_once_has_one_result() throws Exception {
        for (OperationSpec spec : effects()) {
            String arguments = arguments(spec);
            List<Callable<Object>> calls = IntStream.range(0, 6)
                    .<Callable<Object>>mapToObj(
                            i -> () -> withoutTime(perform(call("at-once-" + spec.name()), spec, customer(), arguments)))
                    .toList();
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                List<Object> results = new ArrayList<>();
                for (Future<Object> one : threads.invokeAll(calls)) {
                    results.add(one.get());
                }
                assertThat(Set.copyOf(results)).as("%s", spec.name()).hasSize(1);
            }
        }
    }

    @Test
    void nobody_gets_a_result_by_the_name_of_somebody_elses_call() {
        for (OperationSpec spec : effects()) {
            String arguments = arguments(spec);
            if (perform(call("mine-" + spec.name()), spec, customer(), arguments)
                    instanceof Outcome.Done<String>(String mine, Instant asOf)) {
                Outcome<String> theirs = perform(call("mine-" + spec.name()), spec, otherCustomer(), arguments);
                assertThat(theirs instanceof Outcome.Done<String>(String result, Instant at) && result.equals(mine))
                        .as("%s", spec.name())
                        .isFalse();
            }
        }
    }

    @Test
    void what_is_somebody_elses_is_not_found() {
        for (OperationSpec spec : supplied()) {
            if (!Catalogued.takes(spec).isEmpty()) {
                assertThat(perform(call(), spec, otherCustomer(), arguments(spec)))
                        .as("%s", spec.name())
                        .isInstanceOf(Outcome.NotFound.class);
            }
        }
    }

    @Test
    void nobody_and_what_does_not_exist_are_not_found() {
        for (OperationSpec spec : supplied()) {
            assertThat(perform(call(), spec, nobody(), arguments(spec)))
                    .as("%s", spec.name())
                    .isInstanceOf(Outcome.NotFound.class);
            if (!Catalogued.takes(spec).isEmpty()) {
                String arguments = Catalogued.arguments(spec, Map.of(), currency());
                assertThat(perform(call(), spec, customer(), arguments))
                        .as("%s %s", spec.name(), arguments)
                        .isInstanceOf(Outcome.NotFound.class);
            }
        }
        assertThat(operations().perform(call(), "no.such_thing/v1", customer(), "{}")).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void arguments_that_are_none_do_nothing_and_are_a_result() {
        for (OperationSpec spec : effects()) {
            if (!spec.input().path("required").isEmpty()) {
                for (String nonsense : NONSENSE) {
                    String id = "nonsense-" + spec.name() + NONSENSE.indexOf(nonsense);
                    assertThat(perform(call(id), spec, customer(), nonsense)).isNotInstanceOf(Outcome.Done.class);
                    assertThat(reconcile(spec, customer(), id)).as("%s", spec.name()).isNotInstanceOf(Past.Performed.class);
                }
            }
        }
    }

    private Past reconcile(OperationSpec spec, String customer, String callId) {
        return done(operations().reconcile(call(), spec.name().toString(), customer, callId));
    }

    @Test
    void a_call_that_was_done_is_found_with_its_result_and_by_its_customer_alone() {
        for (OperationSpec spec : effects()) {
            String id = "found-" + spec.name();
            Outcome<String> outcome = perform(call(id), spec, customer(), arguments(spec));
            if (outcome instanceof Outcome.Done<String>(String result, Instant asOf)) {
                assertThat(reconcile(spec, customer(), id)).isInstanceOfSatisfying(Past.Performed.class, past ->
                        assertThat(Catalogued.json(past.resultJson())).isEqualTo(Catalogued.json(result)));
                assertThat(reconcile(spec, otherCustomer(), id)).isNotInstanceOf(Past.Performed.class);
            } else {
                assertThat(reconcile(spec, customer(), id)).as("%s", spec.name()).isNotInstanceOf(Past.Performed.class);
            }
        }
    }

    @Test
    void a_call_that_never_came_is_turned_away_when_it_comes_after_all() {
        for (OperationSpec spec : effects()) {
            String id = "late-" + spec.name();
            String arguments = arguments(spec);
            if (reconcile(spec, customer(), id) instanceof Past.Never) {
                assertThat(perform(call(id), spec, customer(), arguments)).isNotInstanceOf(Outcome.Done.class);
                restart();
                assertThat(perform(call(id), spec, customer(), arguments)).isNotInstanceOf(Outcome.Done.class);
                assertThat(reconcile(spec, customer(), id)).isInstanceOf(Past.Never.class);
            }
        }
    }

    @Test
    void two_banks_and_two_customers_in_turn_share_nothing() {
        Map<String, List<String>> mine = references(customer());
        Map<String, List<String>> theirs = references(otherCustomer());
        mine.forEach((kind, refs) -> assertThat(refs).as(kind).noneMatch(theirs.getOrDefault(kind, List.of())::contains));
        for (OperationSpec spec : effects()) {
            String id = "bank-" + spec.name();
            var elsewhere = new TestCall(bank + "x", "asked", Instant.now().plusSeconds(60), settings());
            perform(call(id), spec, customer(), arguments(spec));
            assertThat(done(operations().reconcile(elsewhere, spec.name().toString(), customer(), id)))
                    .as("%s", spec.name())
                    .isNotInstanceOf(Past.Performed.class);
        }
    }

    @Test
    void while_the_bank_is_down_nothing_is_done_and_nothing_thrown() {
        Map<OperationSpec, String> tries = new HashMap<>();
        supplied().forEach(spec -> tries.put(spec, arguments(spec)));
        outOfOrder(true);
        tries.forEach((spec, arguments) -> assertThat(perform(call("down-" + spec.name()), spec, customer(), arguments))
                .as("%s", spec.name())
                .isInstanceOf(Outcome.Unavailable.class));
        outOfOrder(false);
        effects().forEach(spec -> assertThat(reconcile(spec, customer(), "down-" + spec.name()))
                .as("%s", spec.name())
                .isNotInstanceOf(Past.Performed.class));
    }

    /** When the bank's system knew it may be another moment, and JSON may be written in another order. */
    private static Object withoutTime(Outcome<String> outcome) {
        return outcome instanceof Outcome.Done<String>(String result, Instant asOf) ? json(result) : outcome;
    }

    private static JsonNode json(String text) {
        return Catalogued.json(text);
    }
}
