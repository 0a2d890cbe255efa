package io.openteller.platform.turn;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a turn ended as it did, as auditors read it.
 *
 * @param release number of the bank's configuration that was in force
 * @param rule the rule that chose the route, or what overruled it
 * @param considered every rule that was tried, in order
 * @param also what the message asks for besides the intent
 * @param confidence null when nothing was weighed
 * @param millis time from claim to decision
 * @param steps where that time went, in order
 */
@Serdeable
public record Decision(
        long release,
        Route route,
        String rule,
        @Nullable LanguageGuess language,
        @Nullable Scored intent,
        List<Scored> alternatives,
        List<Scored> also,
        List<Signal> signals,
        @Nullable Heard mood,
        List<Considered> considered,
        List<Source> passages,
        List<Operation> operations,
        GuardFinding guard,
        @Nullable Confidence confidence,
        long millis,
        List<Step> steps) {

    /** Where a turn can go. */
    public enum Route {
        CONTAIN,
        ASSIST,
        ESCALATE,
        CLARIFY,
        REFUSE
    }

    /** A name with how sure it is, 0 to 1. */
    @Serdeable
    public record Scored(String name, double confidence) {}

    /** @param code BCP 47 tag */
    @Serdeable
    public record LanguageGuess(String code, double confidence) {}

    /** A risk with the words that raised it. */
    @Serdeable
    public record Signal(String kind, String words) {}

    /**
     * How the customer sounded over the last messages.
     *
     * @param mood CALM, WORRIED or UPSET
     * @param frustration 0 to 1
     */
    @Serdeable
    public record Heard(String mood, double frustration, List<String> because) {}

    /** @param outcome CHOSEN or DROPPED */
    @Serdeable
    public record Considered(String rule, String outcome, String why) {}

    /** @param cited whether the reply quotes it */
    @Serdeable
    public record Source(
            String document,
            String title,
            int version,
            String heading,
            double score,
            double coverage,
            double similarity,
            boolean cited,
            String text) {}

    /** A call to one of the bank's systems. */
    @Serdeable
    public record Operation(String name, String plugin, String result, long millis, List<Argument> arguments) {}

    /** What a call was made with, fit to be shown. */
    @Serdeable
    public record Argument(String label, String value) {}

    /** @param outcome PASS, DOWNGRADE, or SKIPPED when the reply states nothing that needs evidence */
    @Serdeable
    public record GuardFinding(String outcome, List<Claim> claims) {}

    /**
     * Something that the reply says.
     *
     * @param kind for example {@code AMOUNT}, {@code ELIGIBILITY}, {@code PROMISE}
     * @param reason in words; null in records of releases that kept none
     * @param start position in the reply that was inspected; null likewise
     */
    @Serdeable
    public record Claim(
            String text,
            boolean supported,
            @Nullable String kind,
            @Nullable String reason,
            @Nullable Integer start,
            @Nullable Integer end) {}

    /** A value with what it is made of. */
    @Serdeable
    public record Confidence(double value, List<Part> parts) {}

    @Serdeable
    public record Part(String name, double value) {}

    @Serdeable
    public record Step(String name, long millis, String note) {}
}
