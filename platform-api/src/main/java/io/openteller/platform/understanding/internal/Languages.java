package io.openteller.platform.understanding.internal;

import static com.github.pemistahl.lingua.api.Language.ARABIC;
import static com.github.pemistahl.lingua.api.Language.BENGALI;
import static com.github.pemistahl.lingua.api.Language.ENGLISH;
import static com.github.pemistahl.lingua.api.Language.FRENCH;
import static com.github.pemistahl.lingua.api.Language.GUJARATI;
import static com.github.pemistahl.lingua.api.Language.HINDI;
import static com.github.pemistahl.lingua.api.Language.PUNJABI;
import static com.github.pemistahl.lingua.api.Language.SPANISH;
import static com.github.pemistahl.lingua.api.Language.TAMIL;
import static com.github.pemistahl.lingua.api.Language.TELUGU;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.LanguageDetection;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which language a message is in. Lingua for few languages, because each costs memory; Hindi in Latin letters, which
 * lingua does not know, by its own words.
 */
@Singleton
public final class Languages implements LanguageDetection {

    /** What a message without letters, or with too few to tell, is taken for; not sure at all. */
    private static final Language DEFAULT = new Language("en", 0.5);

    /** Banking English is terse, and terse English looks like anything: another Latin language needs this much text. */
    private static final int WORDS_TO_LEAVE_ENGLISH = 4;

    private static final double SURE_TO_LEAVE_ENGLISH = 0.9;

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");

    private final LanguageDetector detector = LanguageDetectorBuilder.fromLanguages(
                    ENGLISH, HINDI, ARABIC, BENGALI, GUJARATI, PUNJABI, TAMIL, TELUGU, FRENCH, SPANISH)
            .build();

    private final RomanHindi romanHindi = new RomanHindi();

    public static LanguageDetection standard() {
        return new Languages();
    }

    @Override
    public Language of(String message) {
        double roman = romanHindi.confidence(Words.of(message));
        if (roman > 0.5) {
            return new Language("hi-Latn", roman);
        }
        var candidates = detector.computeLanguageConfidenceValues(ownScript(message));
        if (candidates.isEmpty()) {
            return DEFAULT;
        }
        var best = candidates.firstKey();
        double confidence = candidates.getOrDefault(best, 0.0);
        boolean latin = best == FRENCH || best == SPANISH;
        if (latin && (confidence < SURE_TO_LEAVE_ENGLISH || Words.of(message).size() < WORDS_TO_LEAVE_ENGLISH)) {
            return DEFAULT;
        }
        return new Language(best.getIsoCode639_1().toString().toLowerCase(Locale.ROOT), confidence);
    }

    /** Without the Latin words that other scripts borrow (UPI, EMI), if enough remains. */
    private static String ownScript(String message) {
        long letters = message.codePoints().filter(Character::isLetter).count();
        String own = LATIN.matcher(message).replaceAll(" ");
        return own.codePoints().filter(Character::isLetter).count() * 3 >= letters ? own : message;
    }
}
