package io.openteller.testkit;

import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** Speaks the language of Ollama: JSON per line where others send events. */
public final class OllamaServer extends ModelServer {

    private static final String HEAD = "{\"model\":\"test-model-1\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":"
            + "{\"role\":\"assistant\",\"content\":";

    @Override
    public String url() {
        return "http://localhost:" + port();
    }

    @Override
    protected Wants wants(String path, String body) {
        if (path.contains("/api/embed")) {
            return Wants.VECTORS;
        }
        if (!path.contains("/api/chat")) {
            return Wants.MODELS;
        }
        return body.replaceAll("\\s", "").contains("\"stream\":true") ? Wants.STREAM : Wants.ANSWER;
    }

    @Override
    protected String streamType() {
        return "application/x-ndjson";
    }

    @Override
    protected List<String> chunks(List<String> pieces, List<ToolCall> calls, String reason) {
        List<String> chunks = new ArrayList<>();
        for (String piece : pieces) {
            chunks.add(HEAD + quoted(piece) + "},\"done\":false}\n");
        }
        for (ToolCall call : calls) {
            chunks.add(HEAD + "\"\",\"tool_calls\":[" + call(call) + "]},\"done\":false}\n");
        }
        chunks.add(HEAD + "\"\"}," + end(reason) + "\n");
        return chunks;
    }

    private static String call(ToolCall call) {
        return "{" + (call.id().isBlank() ? "" : "\"id\":" + quoted(call.id()) + ",") + "\"function\":{\"name\":"
                + quoted(call.tool()) + ",\"arguments\":" + call.arguments() + "}}";
    }

    private static String end(String reason) {
        return "\"done\":true,\"done_reason\":\"" + (reason.isEmpty() ? "stop" : reason)
                + "\",\"total_duration\":5,\"prompt_eval_count\":20,\"eval_count\":7}";
    }

    @Override
    protected String whole(String text, List<ToolCall> calls, String reason) {
        return HEAD + quoted(text) + (calls.isEmpty() ? "" : ",\"tool_calls\":" + joined(calls, OllamaServer::call)) + "},"
                + end(reason);
    }

    @Override
    protected String midway(String code, boolean streamed) {
        return "{\"error\":\"the model runner stopped: " + code + "\"}\n";
    }

    @Override
    protected String vectors(List<float[]> vectors) {
        return "{\"model\":\"test-vectors-1\",\"embeddings\":" + joined(vectors, ModelServer::numbers)
                + ",\"total_duration\":5,\"prompt_eval_count\":20}";
    }
}
