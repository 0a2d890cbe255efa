package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignals;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Looks for whole phrases, whatever the case, the apostrophes and the punctuation between words. */
@Singleton
class LexiconSignals implements RiskSignals {

    private static final String LEXICON = "/understanding/risk-phrases.txt";

    private final Map<RiskSignal.Kind, List<String>> phrases = new EnumMap<>(RiskSignal.Kind.class);

    LexiconSignals() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LexiconSignals.class.getResourceAsStream(LEXICON), LEXICON),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<RiskSignal> in(String message) {
        String words = normalised(message);
        List<RiskSignal> found = new ArrayList<>();
        phrases.forEach((kind, list) -> list.stream()
                .filter(words::contains)
                .findFirst()
                .ifPresent(phrase -> found.add(new RiskSignal(kind, phrase.strip()))));
        return found;
    }

    private void add(String line) {
        String[] parts = line.split("\t", 2);
        phrases.computeIfAbsent(RiskSignal.Kind.valueOf(parts[0]), kind -> new ArrayList<>())
                .add(normalised(parts[1]));
    }

    /** Lower case, apostrophes gone, everything but letters, marks and digits one space; a space at each end. */
    private static String normalised(String text) {
        return " "
                + Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("['’ʼ]", "")
                        .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ")
                        .strip()
                + " ";
    }
}
