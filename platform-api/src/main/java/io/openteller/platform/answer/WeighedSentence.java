package io.openteller.platform.answer;

import io.openteller.platform.retrieval.Passage;
import java.util.Map;

/**
 * A sentence that may answer a question.
 *
 * @param signs what speaks for it, each 0 to 1 and the more the better, by name
 */
public record WeighedSentence(Passage passage, String text, Map<String, Double> signs) {}
