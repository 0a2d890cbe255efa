package {{package}};

import io.openteller.spi.llm.ChatModel;
import io.openteller.testkit.ChatModelContract;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class {{Name}}ModelTest extends ChatModelContract {

    private final {{Name}}Server server = new {{Name}}Server(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected ChatModel model() {
        return new {{Name}}Model();
    }

    @Override
    protected void server(Does what) {
        server.does(switch (what) {
            case ANSWER -> {{Name}}Server.Does.WORK;
            case REFUSES_KEY -> {{Name}}Server.Does.REFUSE_KEY;
            case LIMITS -> {{Name}}Server.Does.LIMIT;
            case FAILS -> {{Name}}Server.Does.FAIL;
            case FINDS_TOO_LONG -> {{Name}}Server.Does.FIND_TOO_LONG;
            case ANSWERS_EMPTY -> {{Name}}Server.Does.ANSWER_EMPTY;
            case BREAKS_OFF -> {{Name}}Server.Does.BREAK_OFF;
            case STOPS_AT_LIMIT -> {{Name}}Server.Does.STOP_AT_LIMIT;
            case SENDS_HTML -> {{Name}}Server.Does.SEND_A_PAGE;
            case HANGS -> {{Name}}Server.Does.HANG;
            case HANGS_MIDWAY -> {{Name}}Server.Does.HANG_MIDWAY;
            case FLOODS -> {{Name}}Server.Does.FLOOD;
        });
    }

    @Override
    protected String received() {
        return server.received();
    }

    @Override
    protected Map<String, String> settings() {
        return server.settings();
    }

    @Override
    protected void restart() {
        // The plugin keeps nothing.
    }
}
