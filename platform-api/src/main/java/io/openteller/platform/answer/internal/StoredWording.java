package io.openteller.platform.answer.internal;

import io.openteller.platform.embedding.Cosine;
import io.openteller.platform.answer.internal.extractive.ExtractiveComposer;
import io.openteller.platform.answer.internal.extractive.Meanings;
import io.openteller.platform.answer.Question;
import io.openteller.platform.embedding.SentenceVectors;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds the approved wording for a question: by its intent, and by how near it is to the questions that it was written for. */
@Singleton
class StoredWording implements ApprovedWording {

    /** Two questions that are this near ask the same. */
    private static final double SAME = 0.86;
    /** Of a strict intent the nearest wording is said from here on: the alternative is a person. */
    private static final double NEAR = 0.7;
    /** An intent that is less sure does not choose words. */
    private static final double UNDERSTOOD = 0.6;

    private final WordingBook book;
    private final Meanings meanings;

    StoredWording(WordingBook book, SentenceVectors vectors) {
        this.book = book;
        this.meanings = new Meanings(vectors);
    }

    @Override
    public Found of(Question question) {
        List<WordedAnswer> all = book.saidAt(question.at());
        if (all.isEmpty()) {
            return new Found(null, false);
        }
        boolean strict = all.stream().anyMatch(one -> one.strict() && isIntent(one, question));
        return all.stream()
                .filter(one -> speaks(one, question))
                .filter(one -> nearness(one, question) >= (strict && isIntent(one, question) ? NEAR : SAME))
                .filter(one -> !strict || isIntent(one, question))
                .max(Comparator.comparingDouble(one -> nearness(one, question)))
                .map(one -> new Found(
                        new Approved(one.id(), one.text(), one.language(), one.documentSlug()), strict))
                .orElse(new Found(null, strict));
    }

    /** 1 where the intent alone decides; otherwise how like the nearest of its questions. */
    private double nearness(WordedAnswer one, Question question) {
        if (one.questions().isEmpty()) {
            return isIntent(one, question) ? 1 : 0;
        }
        String asked = plain(question.text());
        if (one.questions().stream().anyMatch(known -> plain(known).equals(asked))) {
            return 1;
        }
        if (!ExtractiveComposer.isLatin(asked)) {
            return 0;
        }
        float[] meant = meanings.of(asked);
        return meanings.of(one.questions().stream().map(StoredWording::plain).toList()).stream()
                .mapToDouble(known -> Cosine.of(meant, known))
                .max()
                .orElse(0);
    }

    private static boolean isIntent(WordedAnswer one, Question question) {
        return one.intent() != null
                && one.intent().equals(question.intent())
                && question.understood() >= UNDERSTOOD;
    }

    private static boolean speaks(WordedAnswer one, Question question) {
        String wanted = Objects.requireNonNullElse(question.language(), one.language());
        return one.language().equals(wanted)
                || !wanted.equals("hi-Latn")
                        && Locale.forLanguageTag(one.language())
                                .getLanguage()
                                .equals(Locale.forLanguageTag(wanted).getLanguage());
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s?!.।]+", " ").strip();
    }
}
