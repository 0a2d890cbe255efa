package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Difference;
import io.openteller.packages.Difference.Change;
import io.openteller.packages.Difference.Kind;
import io.openteller.packages.Difference.Line;
import io.openteller.packages.Manifest;
import io.openteller.platform.plugin.internal.banks.Settings.Closed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a bank approved beside what it would get, down to the settings that it would get. */
final class Comparison {

    private Comparison() {}

    static Difference of(@Nullable Manifest approved, Manifest reach) {
        return approved == null ? Difference.first(reach) : Difference.between(approved, reach);
    }

    /**
     * With what becomes of the values of settings; of secrets it says no more than that there is a new one.
     *
     * @param trusted settings that no one person changes
     */
    static Difference of(Kept before, Manifest reach, Closed settings, Set<String> trusted) {
        Difference difference = of(before.approved(), reach);
        List<Line> lines = new ArrayList<>(difference.lines());
        TreeSet<String> names = new TreeSet<>(before.settings().keySet());
        names.addAll(settings.plain().keySet());
        for (String name : names) {
            Object was = before.settings().get(name);
            Object is = settings.plain().get(name);
            if (!Objects.equals(was, is)) {
                lines.add(value(name, was, is, trusted.contains(name)));
            }
        }
        return new Difference(difference.from(), difference.to(), lines);
    }

    private static Line value(String name, @Nullable Object was, @Nullable Object is, boolean widens) {
        if (was == null) {
            return new Line(Kind.SETTING, Change.ADDED, widens, "The setting " + name + " will be: " + is);
        }
        return is == null
                ? new Line(Kind.SETTING, Change.REMOVED, widens, "The setting " + name + " is taken out; it was: " + was)
                : new Line(Kind.SETTING, Change.CHANGED, widens, "The setting " + name + " was: " + was + "; it will be: " + is);
    }
}
