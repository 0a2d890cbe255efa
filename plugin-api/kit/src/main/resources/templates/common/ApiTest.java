package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.testkit.TestCall;
import {{package}}.{{Name}}Api.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the system does, there is a reply, and it tells no secret. */
class {{Name}}ApiTest {

    private final {{Name}}Server server = new {{Name}}Server(0);

    record State(String status) {}

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply<State> health(Map<String, String> settings, Duration within) {
        return {{Name}}Api.get(
                new TestCall("bank", "call-1", Instant.now().plus(within), settings), State.class, "health");
    }

    private Reply<State> health() {
        return health(server.settings(), Duration.ofSeconds(20));
    }

    @Test
    void a_system_that_answers_is_understood() {
        assertThat(health()).isEqualTo(new Reply.Ok<>(new State("ok")));
    }

    @Test
    void a_system_that_is_out_of_order_has_failed() {
        server.does({{Name}}Server.Does.FAIL);
        assertThat(health()).isEqualTo(new Reply.Failed<>("the system answered 503", true));
    }

    @Test
    void a_page_for_people_is_no_answer() {
        server.does({{Name}}Server.Does.SEND_A_PAGE);
        assertThat(health()).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void nobody_is_waited_for_longer_than_the_deadline() {
        server.does({{Name}}Server.Does.HANG);
        assertThat(health(server.settings(), Duration.ofMillis(300))).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void a_wrong_key_is_not_told() {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("apiKey", "a-key-that-is-wrong");
        assertThat(health(settings, Duration.ofSeconds(20)))
                .isInstanceOf(Reply.Failed.class)
                .asString()
                .doesNotContain("a-key-that-is-wrong");
    }

    @Test
    void an_address_that_is_none_is_said_to_be_none() {
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("baseUrl", "http://not an address");
        assertThat(health(settings, Duration.ofSeconds(20)))
                .isEqualTo(new Reply.Failed<>("the setting baseUrl is no address", false));
    }
}
