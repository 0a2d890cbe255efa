package io.openteller.testkit;

import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** Speaks the language of Anthropic's Messages interface. */
public final class AnthropicServer extends ModelServer {

    @Override
    public String url() {
        return "http://localhost:" + port() + "/v1";
    }

    @Override
    protected Wants wants(String path, String body) {
        if (path.contains("/models")) {
            return Wants.MODELS;
        }
        return body.replaceAll("\\s", "").contains("\"stream\":true") ? Wants.STREAM : Wants.ANSWER;
    }

    @Override
    protected String streamType() {
        return "text/event-stream";
    }

    @Override
    protected int opening() {
        return 2;
    }

    @Override
    protected List<String> chunks(List<String> pieces, List<ToolCall> calls, String reason) {
        List<String> chunks = new ArrayList<>();
        chunks.add(event("message_start", "\"message\":{\"id\":\"msg-1\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"test-model-1\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":20,\"output_tokens\":1}}"));
        chunks.add(event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
        for (String piece : pieces) {
            chunks.add(event("content_block_delta",
                    "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted(piece) + "}"));
        }
        chunks.add(event("content_block_stop", "\"index\":0"));
        for (int i = 0; i < calls.size(); i++) {
            chunks.addAll(call(i + 1, calls.get(i)));
        }
        chunks.add(event("message_delta", "\"delta\":{\"stop_reason\":\"" + end(calls, reason)
                + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":7}"));
        chunks.add(event("message_stop", ""));
        return chunks;
    }

    private static List<String> call(int index, ToolCall call) {
        int half = call.arguments().length() / 2;
        return List.of(
                event("content_block_start", "\"index\":" + index + ",\"content_block\":{\"type\":\"tool_use\",\"id\":"
                        + quoted(call.id()) + ",\"name\":" + quoted(call.tool()) + ",\"input\":{}}"),
                json(index, call.arguments().substring(0, half)),
                json(index, call.arguments().substring(half)),
                event("content_block_stop", "\"index\":" + index));
    }

    private static String json(int index, String part) {
        return event("content_block_delta", "\"index\":" + index + ",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
                + quoted(part) + "}");
    }

    private static String event(String name, String rest) {
        return "event: " + name + "\ndata: {\"type\":\"" + name + "\"" + (rest.isEmpty() ? "" : "," + rest) + "}\n\n";
    }

    private static String end(List<ToolCall> calls, String reason) {
        return reason.isEmpty() ? calls.isEmpty() ? "end_turn" : "tool_use" : reason;
    }

    @Override
    protected String whole(String text, List<ToolCall> calls, String reason) {
        List<String> blocks = new ArrayList<>();
        if (!text.isEmpty()) {
            blocks.add("{\"type\":\"text\",\"text\":" + quoted(text) + "}");
        }
        calls.forEach(call -> blocks.add("{\"type\":\"tool_use\",\"id\":" + quoted(call.id()) + ",\"name\":" + quoted(call.tool())
                + ",\"input\":" + call.arguments() + "}"));
        return "{\"id\":\"msg-1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"test-model-1\",\"content\":["
                + String.join(",", blocks) + "],\"stop_reason\":\"" + end(calls, reason)
                + "\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":20,\"output_tokens\":7}}";
    }

    @Override
    protected String midway(String code, boolean streamed) {
        String error = "{\"type\":\"error\",\"error\":{\"type\":\"" + code + "\",\"message\":\"The model could not go on\"}}";
        return streamed ? "event: error\ndata: " + error + "\n\n" : error;
    }

    @Override
    protected String vectors(List<float[]> vectors) {
        throw new IllegalStateException("this vendor has no vectors");
    }
}
