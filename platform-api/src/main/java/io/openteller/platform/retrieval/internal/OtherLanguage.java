package io.openteller.platform.retrieval.internal;

/**
 * What a passage loses for being in another language than the question: it is for where none says it as well in the
 * customer's own. A question in Hindi and Latin letters wants neither.
 *
 * @param hindi what Hindi passages lose
 * @param others what all others lose
 */
record OtherLanguage(double hindi, double others) {

    private static final double LOSS = 0.1;

    /** @param english its gloss; the same where it is not Hindi */
    static OtherLanguage than(String question, String english) {
        if (english.equals(question)) {
            return new OtherLanguage(LOSS, 0);
        }
        boolean devanagari = question.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.DEVANAGARI);
        return new OtherLanguage(0, devanagari ? LOSS : 0);
    }

    double loses(boolean hindiPassage) {
        return hindiPassage ? hindi : others;
    }
}
