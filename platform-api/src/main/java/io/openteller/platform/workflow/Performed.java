package io.openteller.platform.workflow;

import java.util.Map;

/**
 * One call to the bank's systems.
 *
 * @param plugin id of the plugin that answered; empty when none did
 * @param evidence every figure of the result as text, for checking the reply against
 */
public record Performed(
        String operation, String plugin, String result, long millis, Map<String, String> arguments, String evidence) {}
