package io.openteller.platform.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What a turn ends with.
 *
 * @param detailJson what comes with the text as a JSON object; null if nothing does
 * @param next who owns the conversation from now on
 * @param route where the turn went, for lists and figures
 * @param decisionJson the decision record as a JSON object
 */
public record Reply(
        String text,
        @Nullable String detailJson,
        Owner next,
        String route,
        @Nullable String language,
        @Nullable String intent,
        @Nullable Double confidence,
        String decisionJson) {}
