package io.openteller.procedures.machine.reading;

import java.util.List;
import java.util.Optional;

/** A value in a message. @param start where it begins in the plain text, {@code end} after its last character */
public record Found<T>(T value, int start, int end) {

    boolean overlaps(Found<?> other) {
        return start < other.end && other.start < end;
    }

    /** The only value; empty if there are none or several different ones. */
    public static <T> Optional<Found<T>> only(List<Found<T>> found) {
        long different = found.stream().map(Found::value).distinct().count();
        return different == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
