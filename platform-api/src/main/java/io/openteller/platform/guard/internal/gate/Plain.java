package io.openteller.platform.guard.internal.gate;

/** The same text in the plainest signs, each at its old position. */
final class Plain {

    private Plain() {}

    /** As long as the text: digits of any script are ASCII, dashes, quotes and spaces plain, letters lower case. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(one(text.charAt(i)));
        }
        return plain.toString();
    }

    private static char one(char sign) {
        int digit = Character.isDigit(sign) ? Character.digit(sign, 10) : -1;
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (sign) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u02bc' -> '\'';
            case '\u201c', '\u201d', '\u201e' -> '"';
            case '\u066b' -> '.';
            case '\u066c' -> ',';
            case '\u066a' -> '%';
            case '\u00a0', '\u2007', '\u2009', '\u202f', '\t', '\r' -> ' ';
            // Marks of emphasis say nothing.
            case '*', '`' -> ' ';
            default -> Character.toLowerCase(sign);
        };
    }
}
