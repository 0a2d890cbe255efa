package io.openteller.plugins.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatMessage.Role;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** generateContent. */
final class GeminiLanguage implements Language {

    private static final Set<String> KNOWN =
            Set.of("contents", "systemInstruction", "generationConfig", "tools", "toolConfig", "safetySettings");

    @Override
    public Question question(Recorded recorded) {
        JsonNode request = recorded.request();
        List<ChatMessage> messages = new ArrayList<>();
        String system = text(request.path("systemInstruction"));
        if (!system.isEmpty()) {
            messages.add(new Question.Said(Role.SYSTEM, system));
        }
        List<String> open = new ArrayList<>();
        for (JsonNode content : request.path("contents")) {
            messages.addAll(messages(content, open));
        }
        List<Tool> tools = new ArrayList<>();
        JsonNode offered = request.path("tools");
        for (JsonNode tool : offered.isArray() ? offered : Recorded.JSON.createArrayNode().add(offered)) {
            JsonNode declarations = tool.has("functionDeclarations") ? tool.path("functionDeclarations") : tool.path("function_declarations");
            for (JsonNode function : declarations) {
                tools.add(new Question.Offered(
                        function.path("name").asText(), function.path("description").asText(), schema(function).toString()));
            }
        }
        JsonNode config = request.path("generationConfig");
        JsonNode schema = config.has("responseJsonSchema") ? config.path("responseJsonSchema") : config.path("responseSchema");
        String path = recorded.address().getPath();
        return new Question(
                path.replaceFirst("^.*/models/", "").replaceFirst(":.*$", ""),
                messages,
                tools,
                schema.isObject() ? schema.toString() : null,
                config.path("maxOutputTokens").asInt(1_000));
    }

    private static JsonNode schema(JsonNode function) {
        for (String name : List.of("parametersJsonSchema", "parameters_json_schema", "parameters")) {
            if (function.has(name)) {
                // The vendor writes types in capital letters, too.
                return OpenAiLanguage.parsed(Pattern.compile("(\"type\":\")([A-Z]+)")
                        .matcher(function.path(name).toString())
                        .replaceAll(type -> type.group(1) + type.group(2).toLowerCase(Locale.ROOT)));
            }
        }
        return OpenAiLanguage.parsed("{\"type\":\"object\",\"properties\":{}}");
    }

    /** Calls without names are named by their place, results by the calls they follow. */
    private static List<ChatMessage> messages(JsonNode content, List<String> open) {
        boolean user = !content.path("role").asText().equals("model");
        StringBuilder text = new StringBuilder();
        List<ToolCall> calls = new ArrayList<>();
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode part : content.path("parts")) {
            if (part.has("functionCall")) {
                JsonNode call = part.path("functionCall");
                String signature = part.path("thoughtSignature").asText();
                String plain = call.path("id").asText("fc" + open.size());
                String id = signature.isEmpty() ? plain : plain + "~" + signature;
                open.add(id);
                calls.add(new ToolCall(id, call.path("name").asText(), call.path("args").toString()));
            } else if (part.has("functionResponse")) {
                String id = open.get(open.size() - 1);
                messages.add(new Question.Said(
                        Role.TOOL, part.path("functionResponse").path("response").toString(), List.of(), id));
            } else if (part.has("text")) {
                text.append(part.path("text").asText());
            } else {
                throw new Unspeakable("content other than text");
            }
        }
        if (!text.isEmpty() || !calls.isEmpty()) {
            messages.add(new Question.Said(user ? Role.USER : Role.ASSISTANT, text.toString(), calls, null));
        }
        return messages;
    }

    private static String text(JsonNode content) {
        StringBuilder text = new StringBuilder();
        content.path("parts").forEach(part -> text.append(part.path("text").asText()));
        return text.toString();
    }

    @Override
    public boolean streamed(Recorded recorded) {
        return recorded.address().getPath().contains(":streamGenerateContent");
    }

    @Override
    public Expected expected(Recorded recorded, boolean streamed) {
        if (recorded.status() / 100 != 2) {
            return Expected.refused(recorded.status());
        }
        StringBuilder text = new StringBuilder();
        List<JsonNode> calls = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        String end = "";
        boolean blocked = false;
        JsonNode usage = Recorded.JSON.missingNode();
        for (JsonNode event : streamed ? recorded.events() : List.of(recorded.answer())) {
            JsonNode candidate = event.path("candidates").path(0);
            for (JsonNode part : candidate.path("content").path("parts")) {
                text.append(part.path("thought").asBoolean() ? "" : part.path("text").asText());
                if (part.has("functionCall")) {
                    calls.add(part.path("functionCall"));
                    signatures.add(part.path("thoughtSignature").asText());
                }
            }
            blocked |= event.path("promptFeedback").has("blockReason");
            end = candidate.path("finishReason").isTextual() ? candidate.path("finishReason").asText() : end;
            usage = event.has("usageMetadata") ? event.path("usageMetadata") : usage;
        }
        String kind = blocked || end.equals("SAFETY")
                ? "Refused"
                : end.equals("MAX_TOKENS") || end.isEmpty() || text.toString().isBlank() && calls.isEmpty() ? "BadAnswer" : "Answered";
        return new Expected(
                kind,
                text.toString(),
                calls.stream().map(call -> call.path("name").asText()).toList(),
                calls.stream().map(call -> call.path("args")).toList(),
                ids(calls, signatures),
                usage.path("promptTokenCount").asInt(),
                usage.path("candidatesTokenCount").asInt() + usage.path("thoughtsTokenCount").asInt());
    }

    private static List<String> ids(List<JsonNode> calls, List<String> signatures) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            String signature = i == 0 ? signatures.get(i) : "";
            String id = calls.get(i).path("id").asText("");
            ids.add(signature.isEmpty() ? id : id + "~" + signature);
        }
        return ids;
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
        if (!text(sent.path("systemInstruction")).equals(text(asked.path("systemInstruction")))) {
            faults.add("system");
        }
        List<String> here = parts(sent.path("contents"));
        List<String> there = parts(asked.path("contents"));
        if (!here.equals(there)) {
            faults.add("contents " + here + " for " + there);
        }
        for (int i = 0; i < question.tools().size(); i++) {
            JsonNode function = sent.path("tools").path(0).path("functionDeclarations").path(i);
            Tool offered = question.tools().get(i);
            if (!function.path("name").asText().equals(offered.name())
                    || !Schemas.same(schema(function), OpenAiLanguage.parsed(offered.schema()))) {
                faults.add("tool " + offered.name() + ": " + function + " for " + offered.schema());
            }
        }
        if (question.schema() != null && !sent.path("generationConfig").path("responseMimeType").asText().equals("application/json")) {
            faults.add("form");
        }
        return faults;
    }

    /** Texts, calls and results in their order, without names of calls; a text of several parts counts as one. */
    private static List<String> parts(JsonNode contents) {
        List<String> parts = new ArrayList<>();
        for (JsonNode content : contents) {
            StringBuilder text = new StringBuilder();
            for (JsonNode part : content.path("parts")) {
                if (part.has("functionCall")) {
                    parts.add("call " + part.path("functionCall").path("name").asText() + part.path("functionCall").path("args")
                            + part.path("thoughtSignature").asText());
                } else if (part.has("functionResponse")) {
                    parts.add("result " + part.path("functionResponse").path("name").asText());
                } else {
                    text.append(part.path("text").asText());
                }
            }
            if (!text.isEmpty()) {
                parts.add(content.path("role").asText() + " " + text);
            }
        }
        return parts;
    }
}
