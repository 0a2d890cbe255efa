package io.openteller.platform.understanding.internal;

import static com.github.pemistahl.lingua.api.Language.ENGLISH;
import static com.github.pemistahl.lingua.api.Language.MAORI;
import static com.github.pemistahl.lingua.api.Language.SOTHO;
import static com.github.pemistahl.lingua.api.Language.TSWANA;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import io.openteller.platform.embedding.Remembered;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.LanguageDetection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Which of 75 languages a message is in, by lingua; Hindi in Latin letters, which lingua does not know, by its own words; and
 * languages that look alike by signs of their own.
 *
 * <p>Three-letter statistics of all languages take 90 MB, and tell most messages apart. Only for the others, longer groups of
 * letters are looked at, of the few languages in question, in tables that are a tenth of lingua's own.
 */
@Singleton
public final class Languages implements LanguageDetection {

    /** What a message without letters, or with too few to tell, is taken for; not sure at all. */
    private static final Language DEFAULT = new Language("en", 0.5);

    /** Banking English is terse, and terse English looks like anything: another Latin language needs this much text. */
    private static final int WORDS_TO_LEAVE_ENGLISH = 3;

    /** A runner-up this near to the best guess deserves a closer look. */
    private static final double NEAR = 0.85;

    private static final Set<com.github.pemistahl.lingua.api.Language> LIKE_ROMAN_HINDI = Set.of(SOTHO, TSWANA, MAORI);
    private static final double CLEARLY_HINDI = 0.95;
    private static final int ENOUGH_TO_DOUBT_HINDI = 8;

    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
    private static final Pattern BASIC_LATIN = Pattern.compile("[^\\p{L}]*([A-Za-z]+[^\\p{L}]*)*");
    private static final Pattern DEVANAGARI = Pattern.compile("\\p{IsDevanagari}");

    private static final int REMEMBERED = 50_000;

    private final Remembered<Language> known = new Remembered<>(REMEMBERED);
    private final LanguageDetector quick =
            LanguageDetectorBuilder.fromAllLanguages().withLowAccuracyMode().build();

    private final CloserLook closer = new CloserLook();
    private final BankEnglish english = new BankEnglish();
    private final RomanHindi romanHindi = new RomanHindi();
    private final CloseLanguages alike = new CloseLanguages();

    public static LanguageDetection standard() {
        return new Languages();
    }

    @Override
    public Language of(String message) {
        return known.of(message, this::read);
    }

    private Language read(String message) {
        List<String> words = Words.of(message);
        double roman = romanHindi.confidence(words);
        String text = ownScript(message);
        var likely = quick.computeLanguageConfidenceValues(text);
        if (roman > CLEARLY_HINDI || (roman > 0.5 && !mayBeSotho(likely, words))) {
            return new Language("hi-Latn", roman);
        }
        if (likely.isEmpty() && DEVANAGARI.matcher(text).find()) {
            return new Language(alike.settle("hi", words), 0.7);
        }
        if (likely.isEmpty() || isEnglish(likely.firstKey(), message, words)) {
            return DEFAULT;
        }
        List<com.github.pemistahl.lingua.api.Language> near = likely.entrySet().stream()
                .filter(entry -> entry.getValue() >= NEAR)
                .map(entry -> entry.getKey())
                .toList();
        var best = near.size() > 1 ? closer.among(near, text) : likely.firstKey();
        String settled = alike.settle(code(best), words);
        return new Language(settled, near.size() > 1 ? 0.7 : 0.95);
    }

    /** Their short words are those of Hindi in Latin letters. */
    private static boolean mayBeSotho(
            SortedMap<com.github.pemistahl.lingua.api.Language, Double> likely, List<String> words) {
        return words.size() >= ENOUGH_TO_DOUBT_HINDI
                && !likely.isEmpty()
                && LIKE_ROMAN_HINDI.contains(likely.firstKey());
    }

    private boolean isEnglish(
            com.github.pemistahl.lingua.api.Language likeliest, String message, List<String> words) {
        return likeliest != ENGLISH
                && BASIC_LATIN.matcher(message).matches()
                && (words.size() < WORDS_TO_LEAVE_ENGLISH || english.isLikely(words));
    }

    private static String code(com.github.pemistahl.lingua.api.Language language) {
        return language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
    }

    /** Without the Latin words that other scripts borrow (UPI, EMI), if enough remains. */
    private static String ownScript(String message) {
        String own = LATIN.matcher(message).replaceAll(" ");
        int words = Words.of(message).size();
        return Words.of(own).stream().filter(word -> Character.isLetter(word.charAt(0))).count() * 3 >= words
                ? own
                : message;
    }
}
