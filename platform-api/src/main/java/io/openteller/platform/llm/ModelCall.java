package io.openteller.platform.llm;

/**
 * One call, for records; holds nothing of what was asked or said.
 *
 * @param plugin empty when no model was chosen
 * @param prompt name and version of the prompt
 * @param outcome SAID, or why there was no model
 * @param detail for operators; mostly empty
 */
public record ModelCall(
        Task task,
        String plugin,
        String model,
        String prompt,
        int inputTokens,
        int outputTokens,
        long millis,
        String outcome,
        String detail) {

    public String inWords() {
        return task + " by " + (plugin.isEmpty() ? "no model" : plugin + " " + model) + " with " + prompt + ": " + outcome
                + (detail.isEmpty() ? "" : " (" + detail + ")") + ", " + inputTokens + " + " + outputTokens + " tokens, "
                + millis + " ms";
    }
}
