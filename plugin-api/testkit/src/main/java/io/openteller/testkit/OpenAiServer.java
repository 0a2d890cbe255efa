package io.openteller.testkit;

import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Speaks the language of OpenAI's chat and embedding interfaces, in which most other servers can be asked, too. */
public final class OpenAiServer extends ModelServer {

    private static final String CHUNK =
            "data: {\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"model\":\"test-model-1\",\"choices\":";

    /** What a server of any vendor does with one request. */
    public sealed interface Reply {

        /** Answers; 20 tokens in and 7 out. Texts that are to be embedded become the vectors that the test gave. */
        record Says(String text) implements Reply {}

        /** An answer that ends with this reason instead of the usual one. */
        record Ends(String text, String reason) implements Reply {}

        /** Wants tools to be used. A blank id is not sent at all. */
        record Calls(String text, List<ToolCall> calls) implements Reply {}

        /** Anything but an answer. */
        record Sends(int status, String header, String value, String type, String body) implements Reply {}

        /** Announces more than it sends, after this much of an answer. */
        record BreaksOff(String text) implements Reply {}

        /** Ends properly in the middle of an answer, as if it were whole. */
        record Cut(String text) implements Reply {}

        /** Has an error after this much of an answer, or in its place, under status 200. */
        record Errs(String text, String code) implements Reply {}

        /** Never goes on after this much of an answer; empty to send not even headers. */
        record Hangs(String text) implements Reply {}

        /** One byte of an answer per second. */
        record Drips(String text) implements Reply {}

        /** Writes the first part of an answer at once and the rest, through to the end, when it may go on. */
        record Pauses(String first, CountDownLatch goOn, String rest) implements Reply {}

        /** Sends until nobody listens. */
        record Floods() implements Reply {}
    }

    @Override
    public String url() {
        return "http://localhost:" + port() + "/v1";
    }

    @Override
    protected Wants wants(String path, String body) {
        if (path.contains("/models")) {
            return Wants.MODELS;
        }
        if (path.contains("/embeddings")) {
            return Wants.VECTORS;
        }
        return body.replaceAll("\\s", "").contains("\"stream\":true") ? Wants.STREAM : Wants.ANSWER;
    }

    @Override
    protected String streamType() {
        return "text/event-stream";
    }

    @Override
    protected List<String> chunks(List<String> pieces, List<ToolCall> calls, String reason) {
        List<String> chunks = new ArrayList<>();
        for (String piece : pieces) {
            chunks.add(CHUNK + "[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":" + quoted(piece) + "}}]}\n\n");
        }
        for (int i = 0; i < calls.size(); i++) {
            ToolCall call = calls.get(i);
            int half = call.arguments().length() / 2;
            chunks.add(delta(i, "\"id\":" + quoted(call.id()) + ",\"type\":\"function\",", "\"name\":" + quoted(call.tool()) + ",",
                    call.arguments().substring(0, half), call.id().isBlank()));
            chunks.add(delta(i, "", "", call.arguments().substring(half), true));
        }
        String end = reason.isEmpty() ? calls.isEmpty() ? "stop" : "tool_calls" : reason;
        chunks.add(CHUNK + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + end + "\"}]}\n\n" + CHUNK
                + "[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7,\"total_tokens\":27}}\n\ndata: [DONE]\n\n");
        return chunks;
    }

    private static String delta(int index, String id, String name, String arguments, boolean nameless) {
        return CHUNK + "[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":" + index + "," + (nameless ? "" : id)
                + "\"function\":{" + name + "\"arguments\":" + quoted(arguments) + "}}]}}]}\n\n";
    }

    @Override
    protected String whole(String text, List<ToolCall> calls, String reason) {
        String end = reason.isEmpty() ? calls.isEmpty() ? "stop" : "tool_calls" : reason;
        String wished = calls.isEmpty() ? "" : ",\"tool_calls\":" + joined(calls, OpenAiServer::call);
        return "{\"id\":\"c-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"test-model-1\",\"choices\":"
                + "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":" + (text.isEmpty() && !calls.isEmpty() ? "null" : quoted(text))
                + wished + "},\"finish_reason\":\"" + end + "\"}],\"usage\":{\"prompt_tokens\":20,"
                + "\"completion_tokens\":7,\"total_tokens\":27}}";
    }

    private static String call(ToolCall call) {
        return "{" + (call.id().isBlank() ? "" : "\"id\":" + quoted(call.id()) + ",")
                + "\"type\":\"function\",\"function\":{\"name\":" + quoted(call.tool()) + ",\"arguments\":"
                + quoted(call.arguments()) + "}}";
    }

    @Override
    protected String midway(String code, boolean streamed) {
        String error = "{\"error\":{\"message\":\"The model could not go on\",\"type\":\"server_error\",\"code\":\"" + code + "\"}}";
        return streamed ? "data: " + error + "\n\n" : error;
    }

    @Override
    protected String vectors(List<float[]> vectors) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < vectors.size(); i++) {
            data.append(i == 0 ? "" : ",")
                    .append("{\"object\":\"embedding\",\"index\":" + i + ",\"embedding\":" + numbers(vectors.get(i)) + "}");
        }
        return "{\"object\":\"list\",\"model\":\"test-vectors-1\",\"data\":[" + data
                + "],\"usage\":{\"prompt_tokens\":20,\"total_tokens\":20}}";
    }
}
