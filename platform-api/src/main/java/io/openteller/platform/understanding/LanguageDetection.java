package io.openteller.platform.understanding;

import io.openteller.platform.understanding.internal.Languages;

/** Tells which of 75 languages, or Hindi in Latin letters, a message is in. */
public interface LanguageDetection {

    Language of(String message);

    /** For use outside a running platform. */
    static LanguageDetection standard() {
        return Languages.standard();
    }
}
