package io.openteller.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.workflow.StepCall;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import io.openteller.testkit.StepProviderContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clerk keeps the contract of steps; a spoilt one is found. */
class ClerkTest {

    abstract static class Shared extends StepProviderContract {

        private final Clerk clerk;

        Shared(Clerk clerk) {
            this.clerk = clerk;
        }

        @Override
        protected StepProvider steps() {
            return clerk;
        }

        @Override
        protected StepCall working() {
            return new Asked("give-number", "{}", "customer-1");
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("desk", "left");
        }

        @Override
        protected void restart() {}
    }

    static class Kept extends Shared {
        Kept() {
            super(new Clerk());
        }
    }

    @Test
    void he_keeps_the_contract() {
        assertThat(Failing.of(Kept.class)).isEmpty();
    }

    static class Forgetful extends Shared {
        Forgetful() {
            super(new Clerk() {
                @Override
                public StepResult run(CallContext context, StepCall call) {
                    return super.run(context, call) instanceof StepResult.Done ? next() : super.run(context, call);
                }
            });
        }
    }

    @Test
    void a_number_for_every_call_is_found() {
        assertThat(Failing.of(Forgetful.class)).containsExactly("the_same_call_twice_gives_the_same_result");
    }

    static class Spending extends Shared {
        Spending() {
            super(new Clerk() {
                @Override
                public List<Step> steps(CallContext context) {
                    return List.of(new Step("PayOut", " ", "", "{}", "{}", RiskClass.MONEY));
                }
            });
        }
    }

    @Test
    void a_step_that_moves_money_is_found() {
        assertThat(Failing.of(Spending.class)).contains("every_step_says_what_it_takes_and_gives_and_moves_no_money");
    }

    static class Eager extends Shared {
        Eager() {
            super(new Clerk() {
                @Override
                public StepResult run(CallContext context, StepCall call) {
                    return context.setting("desk") == null ? super.run(context, call) : next();
                }
            });
        }
    }

    @Test
    void a_step_that_takes_anything_is_found() {
        assertThat(Failing.of(Eager.class))
                .contains("a_step_that_is_not_there_had_no_effect", "input_that_does_not_fit_is_a_result_and_has_no_effect");
    }

    static class Changing extends Shared {
        Changing() {
            super(new Clerk() {
                @Override
                public List<Step> steps(CallContext context) {
                    return context.setting("desk") == null ? List.of() : super.steps(context);
                }
            });
        }
    }

    @Test
    void steps_that_depend_on_settings_are_found() {
        assertThat(Failing.of(Changing.class)).containsExactly("steps_are_the_same_at_every_call_and_for_everybody");
    }
}
