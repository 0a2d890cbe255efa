package io.openteller.platform.understanding.internal;

/** Whether a message is shouted: most of its letters are capitals, and they are too many for an abbreviation such as EMI. */
final class Shouting {

    private static final int LETTERS = 15;
    private static final double SHARE = 0.75;

    private Shouting() {}

    static boolean in(String message) {
        long cased = message.codePoints()
                .filter(c -> Character.isUpperCase(c) || Character.isLowerCase(c))
                .count();
        long capitals = message.codePoints().filter(Character::isUpperCase).count();
        return cased >= LETTERS && capitals >= SHARE * cased;
    }
}
