package io.openteller.platform.guard.internal;

import io.openteller.platform.embedding.Remembered;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Span;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All recognisers, and one decision where several see something in one place. */
@Singleton
public class Recognisers implements PersonalData {

    /** Below this a number could be anything. */
    private static final double DOUBTFUL = 0.4;

    /** Surest first; of equals the longer one, because it holds the other; then the more telling type. */
    private static final Comparator<Span> BEST = Comparator.comparingDouble(Span::score)
            .reversed()
            .thenComparing(Comparator.comparingInt((Span span) -> span.end() - span.start())
                    .reversed())
            .thenComparing(Span::type);

    /** Most texts have nothing personal in them. Of those that have, nothing is kept. */
    private static final int REMEMBERED = 50_000;

    private final List<Recogniser> all;
    private final Remembered<List<Span>> nothing = new Remembered<>(REMEMBERED, List::isEmpty);

    public Recognisers(WordVectors vectors) {
        all = Stream.<List<? extends Recogniser>>of(
                        List.of(new Ibans(), new Phones(), new Names(vectors)),
                        MoneyRules.all(),
                        ContactRules.all(),
                        DateRules.all(),
                        IndiaAndBritainRules.all(),
                        EuropeRules.all(),
                        AsiaRules.all(),
                        OverseasRules.all())
                .<Recogniser>flatMap(List::stream)
                .toList();
    }

    /** The names are learned by now, not when the first customer waits. */
    @PostConstruct
    void learn() {
        Thread.ofPlatform().name("names-training").daemon().start(() -> find(""));
    }

    @Override
    public boolean isReady() {
        return Names.areLearned();
    }

    @Override
    public List<Span> find(String text) {
        return isReady() ? nothing.of(text, this::found) : found(text);
    }

    private List<Span> found(String text) {
        return apart(spans(text, DOUBTFUL));
    }

    @Override
    public List<Span> candidates(String text) {
        List<Span> seen = spans(text, 0);
        return seen.stream()
                .map(Span::type)
                .distinct()
                .flatMap(type -> apart(
                        seen.stream().filter(span -> span.type().equals(type)).toList())
                        .stream())
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    private List<Span> spans(String text, double least) {
        List<Span> found = new ArrayList<>();
        Consumer<Span> keep = span -> {
            if (span.score() >= least) {
                found.add(span);
            }
        };
        all.forEach(recogniser -> recogniser.find(text, keep));
        SpokenDigits spoken = SpokenDigits.in(text);
        if (spoken != null) {
            all.forEach(recogniser -> recogniser.find(spoken.text(), span -> keep.accept(spoken.asWritten(span))));
        }
        return found;
    }

    private static List<Span> apart(List<Span> found) {
        List<Span> kept = new ArrayList<>();
        found.stream().sorted(BEST).forEach(span -> {
            if (kept.stream().noneMatch(span::overlaps)) {
                kept.add(span);
            }
        });
        kept.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(kept);
    }
}
