package io.openteller.platform.training.internal;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a training is. Written by the thread that trains, read by others. */
final class RunProgress implements Consumer<String> {

    /** Reading is the first half and says how far it is; what follows comes in steps that take about as long each. */
    private static final Pattern OF = Pattern.compile("(\\d+) of (\\d+)");

    private static final double READING = 0.5;
    private static final double STEP = 0.08;

    private record Now(double share, String line) {}

    private volatile Now now = new Now(0, "Waiting for its turn");

    @Override
    public void accept(String line) {
        Matcher parts = OF.matcher(line);
        double share = parts.find()
                ? READING * Double.parseDouble(parts.group(1)) / Double.parseDouble(parts.group(2))
                : Math.min(0.98, Math.max(READING, now.share()) + STEP);
        now = new Now(share, line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1));
    }

    /** It has its turn; how much there is to read is not known yet. */
    void begin() {
        now = new Now(0, "Reading the examples");
    }

    double share() {
        return now.share();
    }

    String line() {
        return now.line();
    }
}
