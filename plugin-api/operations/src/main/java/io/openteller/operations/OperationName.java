package io.openteller.operations;

import java.util.regex.Pattern;

/** Such as {@code cards.block/v1}. Another version is another operation; both may be supplied at once. */
public record OperationName(String domain, String operation, int version) implements Comparable<OperationName> {

    private static final Pattern FORM = Pattern.compile("([a-z]{2,20})\\.([a-z][a-z0-9_]{1,30})/v([1-9][0-9]?)");

    /** @throws IllegalArgumentException if it is not of the form {@code domain.operation/v1} */
    public static OperationName of(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the name of an operation, such as cards.block/v1: " + text);
        }
        return new OperationName(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    @Override
    public int compareTo(OperationName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return domain + "." + operation + "/v" + version;
    }
}
