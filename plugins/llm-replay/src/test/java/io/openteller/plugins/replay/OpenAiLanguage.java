package io.openteller.plugins.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatMessage.Role;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Chat completions. */
final class OpenAiLanguage implements Language {

    private static final Set<String> KNOWN = Set.of(
            "model", "messages", "tools", "tool_choice", "response_format", "max_tokens", "max_completion_tokens", "temperature",
            "stream", "stream_options", "top_p", "stop");

    @Override
    public Question question(Recorded recorded) {
        JsonNode request = recorded.request();
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode message : request.path("messages")) {
            messages.add(message(message));
        }
        List<Tool> tools = new ArrayList<>();
        for (JsonNode tool : request.path("tools")) {
            JsonNode function = tool.path("function");
            tools.add(new Question.Offered(
                    function.path("name").asText(), function.path("description").asText(), function.path("parameters").toString()));
        }
        JsonNode schema = request.path("response_format").path("json_schema").path("schema");
        int limit = request.path("max_completion_tokens").asInt(request.path("max_tokens").asInt(1_000));
        return new Question(request.path("model").asText(), messages, tools, schema.isMissingNode() ? null : schema.toString(), limit);
    }

    private static ChatMessage message(JsonNode message) {
        String text = text(message.path("content"));
        return switch (message.path("role").asText()) {
            case "system", "developer" -> new Question.Said(Role.SYSTEM, text);
            case "user" -> new Question.Said(Role.USER, text);
            case "tool" -> new Question.Said(Role.TOOL, text, List.of(), message.path("tool_call_id").asText());
            default -> {
                List<ToolCall> calls = new ArrayList<>();
                for (JsonNode call : message.path("tool_calls")) {
                    calls.add(new ToolCall(
                            call.path("id").asText(),
                            call.path("function").path("name").asText(),
                            call.path("function").path("arguments").asText()));
                }
                yield new Question.Said(Role.ASSISTANT, text, calls, null);
            }
        };
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("").equals("null") ? "" : content.asText("");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("text")) {
                throw new Unspeakable("content other than text");
            }
            text.append(part.path("text").asText());
        }
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
        JsonNode choice = answer.path("choices").path(0);
        List<String> names = new ArrayList<>();
        List<JsonNode> arguments = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode call : choice.path("message").path("tool_calls")) {
            names.add(call.path("function").path("name").asText());
            arguments.add(parsed(call.path("function").path("arguments").asText()));
            ids.add(call.path("id").asText(""));
        }
        return made(choice.path("finish_reason").asText(), text(choice.path("message").path("content")), names, arguments, ids, answer.path("usage"));
    }

    private static Expected folded(Recorded recorded) {
        StringBuilder text = new StringBuilder();
        String end = "";
        JsonNode usage = Recorded.JSON.missingNode();
        TreeMap<Integer, String[]> calls = new TreeMap<>();
        for (JsonNode event : recorded.events()) {
            JsonNode choice = event.path("choices").path(0);
            text.append(text(choice.path("delta").path("content")));
            end = choice.path("finish_reason").isTextual() ? choice.path("finish_reason").asText() : end;
            usage = event.path("usage").isObject() ? event.path("usage") : usage;
            for (JsonNode call : choice.path("delta").path("tool_calls")) {
                String[] parts = calls.computeIfAbsent(call.path("index").asInt(), none -> new String[] {"", "", ""});
                parts[0] += call.path("id").asText("").equals("null") ? "" : call.path("id").asText("");
                parts[1] += call.path("function").path("name").isTextual() ? call.path("function").path("name").asText() : "";
                parts[2] += call.path("function").path("arguments").isTextual() ? call.path("function").path("arguments").asText() : "";
            }
        }
        return made(
                end,
                text.toString(),
                calls.values().stream().map(call -> call[1]).toList(),
                calls.values().stream().map(call -> parsed(call[2])).toList(),
                calls.values().stream().map(call -> call[0]).toList(),
                usage);
    }

    private static Expected made(
            String end, String text, List<String> names, List<JsonNode> arguments, List<String> ids, JsonNode usage) {
        int in = usage.path("prompt_tokens").asInt();
        int out = usage.path("completion_tokens").asInt();
        String kind = end.equals("content_filter")
                ? "Refused"
                : end.equals("length") || end.isEmpty() || text.isBlank() && names.isEmpty() ? "BadAnswer" : "Answered";
        return new Expected(kind, text, names, arguments, ids, in, out);
    }

    static JsonNode parsed(String json) {
        try {
            return Recorded.JSON.readTree(json.isBlank() ? "{}" : json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
        if (!sent.path("model").equals(asked.path("model"))) {
            faults.add("model " + sent.path("model"));
        }
        if (sent.path("stream").asBoolean() != asked.path("stream").asBoolean()) {
            faults.add("stream " + sent.path("stream"));
        }
        if (sent.path("messages").size() != asked.path("messages").size()) {
            faults.add(sent.path("messages").size() + " messages for " + asked.path("messages").size());
            return faults;
        }
        Iterator<JsonNode> before = asked.path("messages").iterator();
        for (JsonNode message : sent.path("messages")) {
            ChatMessage here = message(message);
            ChatMessage there = message(before.next());
            if (here.role() != there.role() || !here.text().equals(there.text()) || !same(here.toolCalls(), there.toolCalls())
                    || !String.valueOf(here.toolCallId()).equals(String.valueOf(there.toolCallId()))) {
                faults.add("message " + there.role());
            }
        }
        Iterator<JsonNode> offered = sent.path("tools").iterator();
        for (Tool tool : question.tools()) {
            JsonNode function = offered.hasNext() ? offered.next().path("function") : Recorded.JSON.missingNode();
            if (!function.path("name").asText().equals(tool.name())
                    || !Schemas.same(function.path("parameters"), parsed(tool.schema()))) {
                faults.add("tool " + tool.name() + ": " + function.path("parameters"));
            }
        }
        if (question.schema() != null
                && !sent.path("response_format").path("json_schema").path("schema").equals(parsed(question.schema()))) {
            faults.add("schema");
        }
        return faults;
    }

    private static boolean same(List<ToolCall> here, List<ToolCall> there) {
        boolean same = here.size() == there.size();
        for (int i = 0; same && i < here.size(); i++) {
            same = here.get(i).id().equals(there.get(i).id())
                    && here.get(i).tool().equals(there.get(i).tool())
                    && parsed(here.get(i).arguments()).equals(parsed(there.get(i).arguments()));
        }
        return same;
    }
}
