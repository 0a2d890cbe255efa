package io.openteller.platform.conversation;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.MessageView.Citation;
import java.util.List;
import java.util.UUID;

/**
 * The part of a reply that may be shown while the rest is being written. Each replaces the one before it; the message in the
 * end replaces them all.
 *
 * @param fence of the worker that writes; what another one shows after it is not shown
 * @param heardFrom first message whose personal values may stand in the text as tokens
 * @param heardTo last of them
 * @param text from its beginning, with tokens in place of personal values; empty to take back what was shown
 */
@Serdeable
public record Partial(UUID turn, long fence, long heardFrom, long heardTo, String text, List<Citation> citations) {}
