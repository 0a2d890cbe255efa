package io.openteller.platform.guard.internal;

import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.guard.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People, places, organisations, occupations and peoples, as the tagger labels them. */
final class Names implements Recogniser {

    private static final int FILLINGS = 4;
    private static final double LIKELY = 0.55;
    private static final String[] TYPES = {"PERSON", "PLACE", "ORGANISATION", "JOB_TITLE", "NATIONALITY"};
    private static final Pattern TITLE = Pattern.compile(
            "^(?:mr|mrs|ms|miss|dr|prof|professor|shri|smt|sir|lady)\\b\\.?\\s+", Pattern.CASE_INSENSITIVE);

    private static final String ENDING = ",;:!?\"'([{<>*|# \n";
    private static final Pattern ONE_LOWER_WORD = Pattern.compile("\\p{Ll}[\\p{Ll}-]*");
    private static final Pattern SIDE = Pattern.compile(
            "^(?:(?:north|south|east|west)(?:ern)?|central|mid|upper|lower)(?:$|\\s+)(?!america|africa|korea|carolina|dakota|virginia|ireland)",
            Pattern.CASE_INSENSITIVE);

    /** Learned once in a process: it comes out the same whoever asks. */
    private static volatile @Nullable NameTagger learned;

    private final WordVectors vectors;

    Names(WordVectors vectors) {
        this.vectors = vectors;
    }

    private static NameTagger learned(WordVectors vectors) {
        NameTagger ready = learned;
        return ready == null ? learn(vectors) : ready;
    }

    private static synchronized NameTagger learn(WordVectors vectors) {
        NameTagger ready = learned;
        if (ready == null) {
            ready = LearntFile.NAMES
                    .read(in -> NameTagger.read(in, vectors))
                    .orElseGet(() -> trained(vectors));
            learned = ready;
        }
        return ready;
    }

    static NameTagger trained(WordVectors vectors) {
        return NameTagger.trained(TaggedSentence.all(FILLINGS), vectors);
    }

    /** Whether nobody has to wait any more. */
    static boolean areLearned() {
        return learned != null;
    }

    @Override
    public void find(String text, Consumer<Span> found) {
        List<Token> tokens = Token.of(text);
        int[] labels = learned(vectors).label(text, tokens);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] % 2 == 1) {
                int kind = (labels[i] - 1) / 2;
                int last = i;
                while (last + 1 < labels.length && labels[last + 1] == labels[i] + 1) {
                    last++;
                }
                report(text, tokens.get(i).start(), tokens.get(last).end(), kind, found);
                i = last;
            }
        }
    }

    private static void report(String text, int from, int to, int kind, Consumer<Span> found) {
        int start = from;
        int end = to;
        while (end > start && ENDING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (kind == NameTagger.PERSON) {
            var title = TITLE.matcher(text.substring(from, end));
            if (title.find()) {
                found.accept(new Span(
                        from,
                        from + title.group().stripTrailing().length(),
                        "TITLE",
                        Rule.plain(title.group()),
                        LIKELY));
                start += title.end();
            }
        }
        if (kind == NameTagger.PLACE) {
            var side = SIDE.matcher(text.substring(from, end));
            start += side.find() ? side.end() : 0;
            if (start == end) {
                return;
            }
        }
        String written = text.substring(start, end);
        if (kind == NameTagger.JOB && ONE_LOWER_WORD.matcher(written).matches()) {
            // "The driver" is an occupation and nobody's title.
            return;
        }
        if (written.codePoints().noneMatch(Character::isLetter)) {
            return;
        }
        boolean address = kind == NameTagger.PLACE && written.codePoints().anyMatch(Character::isDigit);
        String value = written.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        found.accept(new Span(start, end, address ? "ADDRESS" : TYPES[kind], value, LIKELY));
    }
}
