package io.openteller.plugins.ollama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Numbers the calls of one stream: langchain4j takes calls without numbers, as older servers send them, for parts of one. */
final class CallsInOrder implements UnaryOperator<String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private int next;

    @Override
    public String apply(String line) {
        if (!line.contains("\"tool_calls\"")) {
            return line;
        }
        try {
            JsonNode event = JSON.readTree(line);
            for (JsonNode call : event.path("message").path("tool_calls")) {
                if (call.path("function") instanceof ObjectNode function) {
                    function.put("index", next++);
                }
            }
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException cut) {
            return line;
        }
    }
}
