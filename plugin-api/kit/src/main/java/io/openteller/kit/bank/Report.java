package io.openteller.kit.bank;

import io.openteller.spi.Outcome;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/** Prints one line per rule, and counts. */
final class Report {

    private final PrintWriter out;
    private int passed;
    private int failed;
    private int untried;

    Report(PrintWriter out) {
        this.out = out;
    }

    /** One rule. What it returns is what is wrong; empty for nothing. */
    interface Rule {
        String fault();
    }

    void check(String rule, Rule check) {
        String fault;
        try {
            fault = check.fault();
        } catch (Wrong wrong) {
            fault = Objects.requireNonNullElse(wrong.getMessage(), "wrong");
        }
        if (fault.isEmpty()) {
            passed++;
            out.println("  ok      " + rule);
        } else {
            failed++;
            out.println("  FAILED  " + rule);
            out.println("          " + fault);
        }
        out.flush();
    }

    void untried(String rule, String why) {
        untried++;
        out.println("  -       " + rule);
        out.println("          not tried: " + why);
    }

    void section(String name) {
        out.println();
        out.println(name);
    }

    /** 0 when all was tried and right, 1 when something is wrong, 3 when something was not tried. */
    int end() {
        out.println();
        out.printf("%d passed, %d failed, %d not tried%n", passed, failed, untried);
        if (failed == 0) {
            out.println(untried == 0 ? "The server keeps the contract." : "The server keeps what was tried of the contract.");
        }
        out.flush();
        return failed > 0 ? 1 : untried > 0 ? 3 : 0;
    }

    int failed() {
        return failed;
    }

    /** Something is not as it has to be for the rule to be tried at all. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String why) {
            super(why, null, false, false);
        }
    }

    /** The value that was asked for, or why there is none. */
    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value, var asOf) -> value;
            case Outcome.NotFound<T>(String what) -> throw new Wrong("not found: " + what);
            case Outcome.Refused<T>(String reason) -> throw new Wrong("refused: " + reason);
            case Outcome.Unavailable<T>(String detail) -> throw new Wrong(detail);
        };
    }

    static String notFound(Outcome<?> outcome, String what) {
        if (outcome instanceof Outcome.NotFound<?>(String found)) {
            return found.equals(what) ? "" : "404 names " + found + " instead of " + what;
        }
        return "wanted 404 with {\"error\": \"NOT_FOUND\", \"what\": \"" + what.toUpperCase(Locale.ROOT) + "\"}, got "
                + words(outcome);
    }

    static String unless(boolean good, String otherwise) {
        return good ? "" : otherwise;
    }

    static String unavailable(Outcome<?> outcome, Predicate<String> detail, String wanted) {
        return outcome instanceof Outcome.Unavailable<?>(String said) && detail.test(said)
                ? ""
                : "wanted " + wanted + ", got " + words(outcome);
    }

    /** Without any value: what is printed may be mailed around. */
    static String words(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> "an answer";
            case Outcome.NotFound<?> none -> "not found";
            case Outcome.Refused<?> refused -> "a refusal";
            case Outcome.Unavailable<?>(String detail) -> detail;
        };
    }
}
