package io.openteller.plugins.langchain;

import io.openteller.spi.HttpAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a server that was asked too much wants to be asked again, in the ways that vendors say it. */
final class Rests {

    private static final List<String> MILLIS = List.of("retry-after-ms", "x-ms-retry-after-ms");
    /** Vendors count requests and tokens apart; of what is used up they say when it is there again. */
    private static final List<String[]> COUNTED = List.of(
            new String[] {"x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"},
            new String[] {"x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"},
            new String[] {"anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"},
            new String[] {"anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"},
            new String[] {"anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-reset"},
            new String[] {"anthropic-ratelimit-output-tokens-remaining", "anthropic-ratelimit-output-tokens-reset"});
    private static final Pattern PARTS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
    private static final Pattern IN_BODY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"([0-9.smh]{1,20})\"");

    private Rests() {}

    static @Nullable Duration of(HttpAnswer answer, String body) {
        for (String name : MILLIS) {
            String millis = answer.header(name);
            if (millis != null && millis.strip().matches("[0-9]{1,9}")) {
                return Duration.ofMillis(Long.parseLong(millis.strip()));
            }
        }
        Duration said = moment(answer.header("retry-after"));
        if (said != null) {
            return said;
        }
        Matcher delay = IN_BODY.matcher(body);
        if (delay.find()) {
            return parts(delay.group(1));
        }
        Duration longest = null;
        for (String[] one : COUNTED) {
            String left = answer.header(one[0]);
            Duration rest = left != null && left.strip().equals("0") ? moment(answer.header(one[1])) : null;
            longest = rest != null && (longest == null || rest.compareTo(longest) > 0) ? rest : longest;
        }
        return longest;
    }

    /** Seconds, {@code 6m0.5s}, or a moment in one of two forms. */
    private static @Nullable Duration moment(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.matches("[0-9]{1,6}(\\.[0-9]{1,9})?")) {
            return Duration.ofMillis((long) (Double.parseDouble(text) * 1_000));
        }
        Duration parts = parts(text);
        if (parts != null) {
            return parts;
        }
        try {
            Instant then = text.matches("[0-9]{4}-.*")
                    ? OffsetDateTime.parse(text).toInstant()
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(Instant.now(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Duration parts(String text) {
        Matcher part = PARTS.matcher(text);
        double millis = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            double count = Double.parseDouble(part.group(1));
            millis += count
                    * switch (part.group(2)) {
                        case "ms" -> 1;
                        case "s" -> 1_000;
                        case "m" -> 60_000;
                        case "h" -> 3_600_000;
                        default -> 86_400_000;
                    };
            end = part.end();
        }
        return end > 0 && end == text.length() ? Duration.ofMillis((long) millis) : null;
    }
}
