package io.openteller.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of the plugin interface, such as {@code >=1.0.0 <2.0.0}: all of the conditions must hold. */
public final class SpiRange {

    private static final Pattern CONDITION = Pattern.compile("(>=|<=|>|<|=)(\\S+)");
    private final List<Condition> conditions;

    private SpiRange(List<Condition> conditions) {
        this.conditions = conditions;
    }

    private record Condition(String comparison, Semver version) {
        boolean holds(Semver given) {
            int compared = given.compareTo(version);
            return switch (comparison) {
                case ">=" -> compared >= 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case "<" -> compared < 0;
                default -> compared == 0;
            };
        }
    }

    /** Empty if it is none; a range that says nothing is none. */
    public static Optional<SpiRange> read(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            Matcher read = CONDITION.matcher(word);
            Optional<Semver> version = read.matches() ? Semver.read(read.group(2)) : Optional.empty();
            if (version.isEmpty()) {
                return Optional.empty();
            }
            conditions.add(new Condition(read.group(1), version.get()));
        }
        return Optional.of(new SpiRange(conditions));
    }

    public boolean holds(String version) {
        Semver given = Semver.of(version);
        return conditions.stream().allMatch(condition -> condition.holds(given));
    }
}
