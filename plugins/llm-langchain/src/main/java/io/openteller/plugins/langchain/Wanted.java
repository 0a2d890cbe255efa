package io.openteller.plugins.langchain;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.ResponseFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's parts in langchain4j's words.
 *
 * @param format null for plain text, and where the form is asked for in words
 */
public record Wanted(String model, List<ToolSpecification> tools, @Nullable ResponseFormat format) {}
