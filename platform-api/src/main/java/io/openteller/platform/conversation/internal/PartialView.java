package io.openteller.platform.conversation.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.MessageView.Citation;
import java.util.List;
import java.util.UUID;

/** @param text all that may be shown so far; empty when nothing of it may be shown any more */
@Serdeable
record PartialView(UUID turnId, String text, List<Citation> citations) {}
