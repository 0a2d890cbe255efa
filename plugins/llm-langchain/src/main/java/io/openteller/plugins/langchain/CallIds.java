package io.openteller.plugins.langchain;

import dev.langchain4j.data.message.AiMessage;
import io.openteller.spi.llm.ToolCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of tool calls. Some models sign what they thought before a call and want the signature back with its result; it
 * travels in the name of the first call, behind a tilde, as there is no other place for what only the vendor understands.
 */
final class CallIds {

    /** langchain4j's own name for it. */
    private static final String SIGNATURE = "thinking_signature";

    private CallIds() {}

    /** @param made for a call that the server did not name */
    static String of(AiMessage message, @Nullable String given, String made, boolean first) {
        String id = given == null || given.isBlank() ? made : given;
        Object signature = first ? message.attributes().get(SIGNATURE) : null;
        // Of several parts that are signed, the call is the last.
        return signature == null ? id : id + "~" + signature.toString().replaceFirst("(?s)^.*\\n", "");
    }

    static String id(String id) {
        int end = id.indexOf('~');
        return end < 0 ? id : id.substring(0, end);
    }

    static Map<String, Object> attributes(List<ToolCall> calls) {
        for (ToolCall call : calls) {
            int end = call.id().indexOf('~');
            if (end >= 0) {
                return Map.of(SIGNATURE, call.id().substring(end + 1));
            }
        }
        return Map.of();
    }
}
