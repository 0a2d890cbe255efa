package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.llm.ChatResult;
import io.openteller.testkit.ChatModelContract.Asked;
import io.openteller.testkit.ChatModelContract.Offered;
import io.openteller.testkit.TestCall;
import {{package}}.{{Name}}Server.Does;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that knows no tools. One that does extends {@code ChatModelContract}, which asks for all that the interface has. */
class {{Name}}ModelTest {

    private static final Asked QUESTION = new Asked("What does a new card cost?", null);
    private static final Asked FORM = new Asked("What does a new card cost?", "{\"type\": \"object\"}");

    private final {{Name}}Server server = new {{Name}}Server(0);
    private final {{Name}}Model model = new {{Name}}Model();

    @AfterEach
    void stop() {
        server.close();
    }

    private TestCall call(Duration within) {
        return new TestCall("bank", "call-1", Instant.now().plus(within), server.settings());
    }

    private ChatResult ask(Does what, Asked question) {
        server.does(what);
        return model.chat(call(Duration.ofSeconds(20)), question);
    }

    @Test
    void the_answer_comes_with_its_tokens() {
        assertThat(ask(Does.WORK, QUESTION))
                .isEqualTo(ChatResult.answered("A new card costs 6 pounds.", new ChatResult.Usage(20, 7), "house-1"));
        assertThat(server.received()).contains("What does a new card cost?").doesNotContain({{Name}}Server.KEY);
    }

    @Test
    void a_form_that_is_asked_for_is_given() {
        assertThat(ask(Does.WORK, FORM))
                .isInstanceOfSatisfying(ChatResult.Answered.class, said -> assertThat(said.text()).isEqualTo("{\"fee\": 6}"));
    }

    @Test
    void pieces_come_in_order_until_nobody_wants_more() {
        List<String> pieces = new ArrayList<>();
        model.stream(call(Duration.ofSeconds(20)), QUESTION, pieces::add);
        assertThat(pieces).containsExactly("A new card ", "costs 6 pounds.");
        assertThat(model.stream(call(Duration.ofSeconds(20)), QUESTION, piece -> false))
                .isInstanceOf(ChatResult.Cancelled.class);
    }

    @Test
    void tools_are_refused() {
        var asked = QUESTION.with(List.of(new Offered("fee", "What a card costs.", "{\"type\": \"object\"}")));
        assertThat(ask(Does.WORK, asked)).isInstanceOf(ChatResult.Refused.class);
    }

    @Test
    void each_thing_that_goes_wrong_has_its_name() {
        assertThat(ask(Does.FAIL, QUESTION)).isInstanceOf(ChatResult.Unavailable.class);
        assertThat(ask(Does.LIMIT, QUESTION)).isEqualTo(ChatResult.limited(Duration.ofSeconds(7)));
        assertThat(ask(Does.FIND_TOO_LONG, QUESTION)).isInstanceOf(ChatResult.TooLong.class);
        assertThat(ask(Does.REFUSE_KEY, QUESTION))
                .isInstanceOf(ChatResult.Refused.class)
                .asString()
                .doesNotContain({{Name}}Server.KEY, "new card");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_EMPTY", "BREAK_OFF", "STOP_AT_LIMIT", "SEND_A_PAGE", "FLOOD"})
    void what_is_no_whole_answer_is_a_bad_one(Does what) {
        assertThat(ask(what, QUESTION)).isInstanceOf(ChatResult.BadAnswer.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "HANG_MIDWAY"})
    void nobody_is_waited_for_longer_than_the_deadline(Does what) {
        server.does(what);
        assertThat(model.chat(call(Duration.ofMillis(500)), QUESTION)).isInstanceOf(ChatResult.Unavailable.class);
    }

    @Test
    void without_settings_it_is_refused_instead_of_failing() {
        var unset = new TestCall("bank", "call-1", Instant.now().plusSeconds(20), Map.of());
        assertThat(model.chat(unset, QUESTION)).isInstanceOf(ChatResult.Refused.class);
    }
}
