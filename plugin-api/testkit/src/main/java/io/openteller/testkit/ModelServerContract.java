package io.openteller.testkit;

import io.openteller.spi.llm.ToolCall;
import io.openteller.testkit.OpenAiServer.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** {@link ChatModelContract} over one of the servers of this kit: only a vendor's errors are still to be said. */
public abstract class ModelServerContract extends ChatModelContract {

    protected abstract ModelServer server();

    /**
     * The vendor's error, for REFUSES_KEY, LIMITS, FAILS, FINDS_TOO_LONG and REFUSES_CONTENT.
     *
     * @param quoted what the vendor's sentence repeats
     */
    protected abstract Reply error(Does what, String quoted);

    /** What the vendor calls an end at the limit of tokens. */
    protected abstract String limit();

    /** A code of the vendor's for a server that cannot go on. */
    protected abstract String outOfOrder();

    /** Whether calls of tools may come without names. */
    protected boolean nameless() {
        return true;
    }

    /** Whether a request asks for {@link #SCHEMA}. */
    private static boolean formed(String body) {
        return body.contains("fee") && !body.contains("card_fee");
    }

    @AfterEach
    void stop() {
        server().close();
    }

    @Override
    protected void restart() {
        // It holds nothing open.
    }

    @Override
    protected String received() {
        return server().bodies().getLast();
    }

    @Override
    protected void server(Does what) {
        ToolCall first = CALLS.getFirst();
        switch (what) {
            case ANSWER -> server().does(body -> new Reply.Says(formed(body) ? FORMED : ANSWER));
            case REFUSES_KEY -> server().does(body -> error(what, SECRET + " for " + body.replaceAll("[\"\\\\\\s]", " ")));
            case LIMITS, FAILS, FINDS_TOO_LONG, REFUSES_CONTENT -> server().does(error(what, ""));
            case ANSWERS_EMPTY -> server().does(new Reply.Says(""));
            case ANSWERS_WORDS -> server().does(new Reply.Says("Six pounds."));
            case BREAKS_OFF -> server().does(new Reply.BreaksOff("A new"));
            case CUTS -> server().does(new Reply.Cut("A new"));
            case ERRS_MIDWAY -> server().does(new Reply.Errs("A new", outOfOrder()));
            case STOPS_AT_LIMIT -> server().does(new Reply.Ends("A new card costs", limit()));
            case SENDS_HTML ->
                server().does(new Reply.Sends(200, "", "", "text/html", "<html><body>Welcome to the proxy</body></html>"));
            case HANGS -> server().does(new Reply.Hangs(""));
            case HANGS_MIDWAY -> server().does(new Reply.Hangs("A new"));
            case DRIPS -> server().does(new Reply.Drips("A new"));
            case FLOODS -> server().does(new Reply.Floods());
            case CALLS_TOOLS -> server().does(new Reply.Calls("", CALLS));
            case CALLS_TWICE -> server().does(new Reply.Calls("", List.of(first, first)));
            case CALLS_WITHOUT_IDS -> server().does(new Reply.Calls("", nameless() ? unnamed() : CALLS));
            case CALLS_UNKNOWN_TOOL ->
                server().does(new Reply.Calls("", List.of(new ToolCall("call-a", "send_money", "{}"))));
        }
    }

    private static List<ToolCall> unnamed() {
        return CALLS.stream().map(call -> new ToolCall("", call.tool(), call.arguments())).toList();
    }

    protected static Reply json(int status, String body) {
        return new Reply.Sends(status, "", "", "application/json", body);
    }

    protected TestCall with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings());
        more.put(setting, value);
        return new TestCall(bank, "call-1", Instant.now().plusSeconds(20), more);
    }
}
