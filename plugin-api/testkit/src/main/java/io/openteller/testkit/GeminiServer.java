package io.openteller.testkit;

import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** Speaks the language of Google's Gemini interface. */
public final class GeminiServer extends ModelServer {

    private static final String USAGE = ",\"usageMetadata\":{\"promptTokenCount\":20,\"candidatesTokenCount\":7,"
            + "\"totalTokenCount\":27},\"modelVersion\":\"test-model-1\",\"responseId\":\"r-1\"}";

    @Override
    public String url() {
        return "http://localhost:" + port() + "/v1beta";
    }

    @Override
    protected Wants wants(String path, String body) {
        if (path.contains(":streamGenerateContent")) {
            return Wants.STREAM;
        }
        if (path.contains("mbedContent")) {
            return Wants.VECTORS;
        }
        return path.contains(":generateContent") ? Wants.ANSWER : Wants.MODELS;
    }

    @Override
    protected String streamType() {
        return "text/event-stream";
    }

    @Override
    protected List<String> chunks(List<String> pieces, List<ToolCall> calls, String reason) {
        List<String> chunks = new ArrayList<>();
        for (String piece : pieces) {
            chunks.add("data: " + candidate(text(piece), "") + "}\n\n");
        }
        for (ToolCall call : calls) {
            chunks.add("data: " + candidate(call(call), "") + "}\n\n");
        }
        chunks.add("data: " + candidate(text(""), reason.isEmpty() ? "STOP" : reason) + USAGE + "\n\n");
        return chunks;
    }

    private static String candidate(String parts, String reason) {
        return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + parts + "]}"
                + (reason.isEmpty() ? "" : ",\"finishReason\":\"" + reason + "\"") + ",\"index\":0}]";
    }

    private static String text(String text) {
        return "{\"text\":" + quoted(text) + "}";
    }

    /** A signature goes with the first call of an answer, and has to come back with it. */
    private static String call(ToolCall call) {
        String[] id = call.id().split("~", 2);
        return "{\"functionCall\":{" + (id[0].isBlank() ? "" : "\"id\":" + quoted(id[0]) + ",") + "\"name\":" + quoted(call.tool())
                + ",\"args\":" + call.arguments() + "}" + (id.length == 2 ? ",\"thoughtSignature\":" + quoted(id[1]) : "") + "}";
    }

    @Override
    protected String whole(String text, List<ToolCall> calls, String reason) {
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add(text(text));
        }
        calls.forEach(call -> parts.add(call(call)));
        return candidate(String.join(",", parts), reason.isEmpty() ? "STOP" : reason) + USAGE;
    }

    @Override
    protected String midway(String code, boolean streamed) {
        String error = "{\"error\":{\"code\":503,\"message\":\"The model could not go on\",\"status\":\"" + code + "\"}}";
        return streamed ? "data: " + error + "\n\n" : error;
    }

    @Override
    protected String vectors(List<float[]> vectors) {
        return "{\"embeddings\":" + joined(vectors, vector -> "{\"values\":" + numbers(vector) + "}") + "}";
    }
}
