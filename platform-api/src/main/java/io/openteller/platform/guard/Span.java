package io.openteller.platform.guard;

/**
 * Something personal in a text.
 *
 * @param start position of the first character, inclusive
 * @param end position after the last character
 * @param type for example {@code CARD}, {@code IBAN}, {@code PERSON}; names in capitals, a country first where it is one's own
 * @param value without the writer's spaces, dashes and case, so that two spellings of one number are equal
 * @param score 0 to 1; 1 when a check digit agrees or the words around it leave no doubt
 */
public record Span(int start, int end, String type, String value, double score) {

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
