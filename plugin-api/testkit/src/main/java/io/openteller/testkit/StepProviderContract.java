package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.CallContext;
import io.openteller.spi.workflow.StepCall;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps of procedures. */
public abstract class StepProviderContract extends PluginUnderTest {

    protected abstract StepProvider steps();

    /** A call of one of the steps that works. */
    protected abstract StepCall working();

    /** Name, input and customer of a step that is run. */
    public record Asked(String step, String input, String customerRef) implements StepCall {}

    @Test
    void steps_are_the_same_at_every_call_and_for_everybody() {
        CallContext unset = new TestCall(bank, "c", Instant.now().plusSeconds(60), Map.of());
        assertThat(steps().steps(call())).isNotEmpty().isEqualTo(steps().steps(unset));
    }

    @Test
    void every_step_says_what_it_takes_and_gives_and_moves_no_money() {
        assertThat(steps().steps(call())).allSatisfy(step -> {
            assertThat(step.name()).matches("[a-z0-9-]+");
            assertThat(step.title()).isNotBlank();
            assertThat(step.inputSchema()).contains("\"object\"");
            assertThat(step.outputSchema()).contains("\"object\"");
            assertThat(step.risk()).isNotEqualTo(RiskClass.MONEY);
        });
    }

    @Test
    void what_can_be_run_is_run() {
        assertThat(steps().run(call(), working())).isInstanceOf(StepResult.Done.class);
    }

    @Test
    void the_same_call_twice_gives_the_same_result() {
        StepResult first = steps().run(call("step-1"), working());
        assertThat(steps().run(call("step-1"), working())).isEqualTo(first);
    }

    @Test
    void input_that_does_not_fit_is_a_result_and_has_no_effect() {
        for (String input : List.of("", "no JSON", "null", "[]", "{\"no-such-member\": [[[1]]]}")) {
            assertThat(steps().run(call(), new Asked(working().step(), input, working().customerRef())))
                    .as("input %s", input)
                    .isInstanceOfAny(StepResult.Refused.class, StepResult.Unavailable.class);
        }
    }

    @Test
    void a_step_that_is_not_there_had_no_effect() {
        assertThat(steps().run(call(), new Asked("no-such-step", "{}", "")))
                .isInstanceOfAny(StepResult.Refused.class, StepResult.Unavailable.class);
    }

    @Test
    void without_settings_it_says_so_instead_of_failing() {
        var unset = new TestCall(bank, "step-2", Instant.now().plusSeconds(60), Map.of());
        assertThat(steps().run(unset, working())).isInstanceOf(StepResult.Unavailable.class);
    }
}
