package io.openteller.spi.llm;

/**
 * A model's wish that a tool be used. A proposal: the platform decides whether, and with which values.
 *
 * @param id as the server names it; made up by the plugin where the server gives none
 * @param arguments a JSON object
 */
public record ToolCall(String id, String tool, String arguments) {}
