package io.openteller.plugins.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatMessage.Role;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Messages. */
final class AnthropicLanguage implements Language {

    private static final Set<String> KNOWN = Set.of(
            "model", "messages", "system", "tools", "tool_choice", "max_tokens", "temperature", "stream", "output_config",
            "stop_sequences", "top_p", "top_k", "metadata");

    @Override
    public Question question(Recorded recorded) {
        JsonNode request = recorded.request();
        List<ChatMessage> messages = new ArrayList<>();
        String system = text(request.path("system"));
        if (!system.isEmpty()) {
            messages.add(new Question.Said(Role.SYSTEM, system));
        }
        for (JsonNode message : request.path("messages")) {
            messages.addAll(messages(message));
        }
        List<Tool> tools = new ArrayList<>();
        for (JsonNode tool : request.path("tools")) {
            if (!tool.has("input_schema")) {
                throw new Unspeakable("a tool of the server's own");
            }
            tools.add(new Question.Offered(
                    tool.path("name").asText(), tool.path("description").asText(), tool.path("input_schema").toString()));
        }
        return new Question(request.path("model").asText(), messages, tools, null, request.path("max_tokens").asInt());
    }

    private static List<ChatMessage> messages(JsonNode message) {
        boolean user = message.path("role").asText().equals("user");
        if (message.path("content").isTextual()) {
            return List.of(new Question.Said(user ? Role.USER : Role.ASSISTANT, message.path("content").asText()));
        }
        List<ChatMessage> messages = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode block : message.path("content")) {
            switch (block.path("type").asText()) {
                case "text" -> text.append(block.path("text").asText());
                case "tool_use" ->
                    calls.add(new ToolCall(
                            block.path("id").asText(), block.path("name").asText(), block.path("input").toString()));
                case "tool_result" ->
                    messages.add(new Question.Said(
                            Role.TOOL, text(block.path("content")), List.of(), block.path("tool_use_id").asText()));
                default -> throw new Unspeakable("content of type " + block.path("type").asText());
            }
        }
        if (!text.isEmpty() || !calls.isEmpty()) {
            messages.add(new Question.Said(user ? Role.USER : Role.ASSISTANT, text.toString(), calls, null));
        }
        return messages;
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(block -> text.append(block.path("text").asText()));
        return text.toString();
    }

    @Override
    public boolean streamed(Recorded recorded) {
        return recorded.request().path("stream").asBoolean();
    }

    @Override
    public Expected expected(Recorded recorded, boolean streamed) {
        if (recorded.status() / 100 != 2) {
            return Expected.refused(recorded.status());
        }
        return streamed ? folded(recorded) : whole(recorded.answer());
    }

    private static Expected whole(JsonNode answer) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> calls = new ArrayList<>();
        for (JsonNode block : answer.path("content")) {
            switch (block.path("type").asText()) {
                case "text" -> texts.add(block.path("text").asText());
                case "tool_use" -> calls.add(block);
                default -> {
                    // What it thought is not what it said.
                }
            }
        }
        return made(
                answer.path("stop_reason").asText(),
                String.join("\n", texts),
                calls.stream().map(call -> call.path("name").asText()).toList(),
                calls.stream().map(call -> call.path("input")).toList(),
                calls.stream().map(call -> call.path("id").asText()).toList(),
                answer.path("usage").path("input_tokens").asInt(),
                answer.path("usage").path("output_tokens").asInt());
    }

    private static Expected folded(Recorded recorded) {
        TreeMap<Integer, String> texts = new TreeMap<>();
        TreeMap<Integer, String[]> calls = new TreeMap<>();
        String end = "";
        int in = 0;
        int out = 0;
        for (JsonNode event : recorded.events()) {
            int index = event.path("index").asInt();
            JsonNode block = event.path("content_block");
            JsonNode delta = event.path("delta");
            if (block.path("type").asText().equals("tool_use")) {
                calls.put(index, new String[] {block.path("id").asText(), block.path("name").asText(), ""});
            }
            if (delta.path("type").asText().equals("text_delta")) {
                texts.merge(index, delta.path("text").asText(), String::concat);
            }
            if (delta.path("type").asText().equals("input_json_delta") && calls.containsKey(index)) {
                calls.get(index)[2] += delta.path("partial_json").asText();
            }
            in = event.path("message").path("usage").path("input_tokens").asInt(in);
            in = event.path("usage").path("input_tokens").asInt(in);
            out = event.path("usage").path("output_tokens").asInt(out);
            end = delta.path("stop_reason").isTextual() ? delta.path("stop_reason").asText() : end;
        }
        return made(
                end,
                String.join("\n", texts.values()),
                calls.values().stream().map(call -> call[1]).toList(),
                calls.values().stream().map(call -> OpenAiLanguage.parsed(call[2])).toList(),
                calls.values().stream().map(call -> call[0]).toList(),
                in,
                out);
    }

    private static Expected made(
            String end, String text, List<String> names, List<JsonNode> arguments, List<String> ids, int in, int out) {
        String kind = end.equals("refusal")
                ? "Refused"
                : end.equals("max_tokens") || end.isEmpty() || text.isBlank() && names.isEmpty() ? "BadAnswer" : "Answered";
        return new Expected(kind, text, names, arguments, ids, in, out);
    }

    @Override
    public List<String> faults(JsonNode sent, Recorded recorded, Question question) {
        JsonNode asked = recorded.request();
        List<String> faults = new ArrayList<>();
        sent.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                faults.add("unknown field " + name);
            }
        });
        for (String same : List.of("model", "max_tokens", "stream")) {
            if (!sent.path(same).asText().equals(asked.path(same).asText())) {
                faults.add(same + " " + sent.path(same));
            }
        }
        if (!text(sent.path("system")).equals(text(asked.path("system")))) {
            faults.add("system");
        }
        List<ChatMessage> here = new ArrayList<>();
        sent.path("messages").forEach(message -> here.addAll(messages(message)));
        List<ChatMessage> there = new ArrayList<>();
        asked.path("messages").forEach(message -> there.addAll(messages(message)));
        if (!here.equals(there)) {
            faults.add("messages " + here + " for " + there);
        }
        for (int i = 0; i < question.tools().size(); i++) {
            JsonNode tool = sent.path("tools").path(i);
            Tool offered = question.tools().get(i);
            if (!tool.path("name").asText().equals(offered.name())
                    || !Schemas.same(tool.path("input_schema"), OpenAiLanguage.parsed(offered.schema()))) {
                faults.add("tool " + offered.name() + ": " + tool);
            }
        }
        return faults;
    }
}
