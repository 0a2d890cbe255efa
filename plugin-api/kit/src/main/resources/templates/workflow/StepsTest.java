package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.workflow.StepCall;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import io.openteller.testkit.StepProviderContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class {{Name}}StepsTest extends StepProviderContract {

    private final {{Name}}Server server = new {{Name}}Server(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected StepProvider steps() {
        return new {{Name}}Steps();
    }

    @Override
    protected StepCall working() {
        return new Asked("book-appointment", "{\"day\": \"2031-01-06\"}", "C-1001");
    }

    @Override
    protected Map<String, String> settings() {
        return server.settings();
    }

    @Override
    protected void restart() {
        // The plugin keeps nothing.
    }

    @Test
    void a_day_on_which_the_branch_is_closed_is_refused_in_words() {
        var closed = new Asked("book-appointment", "{\"day\": \"2031-01-05\"}", "C-1001");
        assertThat(steps().run(call(), closed)).isEqualTo(StepResult.refused("The branch is closed on that day."));
    }

    @Test
    void nobody_says_that_nothing_happened_when_it_may_have() {
        server.does({{Name}}Server.Does.FAIL);
        assertThat(steps().run(call(), working())).isInstanceOf(StepResult.Unknown.class);
    }
}
