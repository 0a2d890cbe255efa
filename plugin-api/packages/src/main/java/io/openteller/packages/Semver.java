package io.openteller.packages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version, ordered as semver.org says; what follows a plus sign does not count.
 *
 * @param pre what follows the hyphen; empty for a release
 */
public record Semver(int major, int minor, int patch, String pre) implements Comparable<Semver> {

    private static final Pattern FORM = Pattern.compile(
            "(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");
    private static final int LONGEST = 60;

    public static Optional<Semver> read(String text) {
        Matcher read = FORM.matcher(text);
        if (text.length() > LONGEST || !read.matches()) {
            return Optional.empty();
        }
        String pre = read.group(4);
        return Optional.of(
                new Semver(number(read, 1), number(read, 2), number(read, 3), pre == null ? "" : pre));
    }

    /** @throws IllegalArgumentException if it is none */
    public static Semver of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("not a semantic version: " + text));
    }

    private static int number(Matcher read, int group) {
        return Integer.parseInt(read.group(group));
    }

    @Override
    public int compareTo(Semver other) {
        int numbers = Integer.compare(major, other.major);
        numbers = numbers == 0 ? Integer.compare(minor, other.minor) : numbers;
        numbers = numbers == 0 ? Integer.compare(patch, other.patch) : numbers;
        return numbers == 0 ? preCompared(pre, other.pre) : numbers;
    }

    private static int preCompared(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        String[] ones = one.split("\\.");
        String[] others = other.split("\\.");
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int compared = partCompared(ones[i], others[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(ones.length, others.length);
    }

    private static int partCompared(String one, String other) {
        boolean number = one.matches("\\d+");
        boolean otherNumber = other.matches("\\d+");
        if (number && otherNumber) {
            return new java.math.BigInteger(one).compareTo(new java.math.BigInteger(other));
        }
        // Numbers come before words.
        return number == otherNumber ? one.compareTo(other) : number ? -1 : 1;
    }
}
