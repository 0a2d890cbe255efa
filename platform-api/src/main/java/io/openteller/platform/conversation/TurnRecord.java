package io.openteller.platform.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A turn that is done.
 *
 * @param question what was answered
 * @param decisionJson the decision record as a JSON object
 */
public record TurnRecord(UUID turn, String question, String decisionJson, Instant at) {}
