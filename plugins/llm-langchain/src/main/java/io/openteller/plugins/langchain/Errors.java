package io.openteller.plugins.langchain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What servers say is wrong. Their codes are passed on, never their sentences: they may quote. */
final class Errors {

    private static final Pattern BEGINS =
            Pattern.compile("\\s*\\[?\\s*\\{\\s*(\"type\"\\s*:\\s*\"error\"|\"error\"\\s*:\\s*[\\[{\"])");
    private static final Pattern CODE =
            Pattern.compile("\"(?:code|type|status)\"\\s*:\\s*\"((?!error\")[A-Za-z][A-Za-z_]{2,60})\"");
    private static final Pattern LENGTH = Pattern.compile(
            "context[ _](length|window|size)|maximum context|exceed_context|too many (input )?tokens|request(_| )too(_| )large"
                    + "|(prompt|input|request|message)s?( is|'s)? too (long|large)|exceeds the maximum number of tokens"
                    + "|input token count|input length|string_above_max_length|reduce (the length|your (message|prompt|input))");
    private static final Pattern LIMIT = Pattern.compile("rate_?limit|resource_exhausted|too_many_requests|insufficient_quota"
            + "|quota_exceeded|insufficient_balance|billing_hard_limit");
    private static final Pattern STOPPED = Pattern.compile("\"stop_reason\"\\s*:\\s*\"refusal\"");
    private static final Pattern DOWN = Pattern.compile(
            "overloaded|server_error|api_error|timeout|unavailable|internal|deadline_exceeded|aborted|capacity");

    private Errors() {}

    /** Whether it is an error in an answer's place. */
    static boolean isOne(String text) {
        return BEGINS.matcher(text).lookingAt();
    }

    /** Whether the provider's own rules ended it, where langchain4j does not say so. */
    static boolean blocked(String text) {
        return text.contains("\"promptFeedback\"") && text.contains("\"blockReason\"")
                || text.contains("\"stop_reason\"") && STOPPED.matcher(text).find();
    }

    /** A code if there is one, with a comma before it. */
    static String code(String said) {
        Matcher code = CODE.matcher(said);
        return code.find() ? ", " + code.group(1) : "";
    }

    static boolean tooLong(String said) {
        return LENGTH.matcher(said.toLowerCase(Locale.ROOT)).find();
    }

    static boolean limit(String said) {
        return LIMIT.matcher(said.toLowerCase(Locale.ROOT)).find();
    }

    static boolean down(String said) {
        return DOWN.matcher(code(said).toLowerCase(Locale.ROOT)).find();
    }
}
