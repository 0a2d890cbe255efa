package io.openteller.platform.guard.internal;

import io.openteller.platform.embedding.Remembered;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.TextHash;
import io.openteller.platform.guard.Screen;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Screens with models that have learned from the phrasings of this room: when the platform was built, else while it starts. */
@Singleton
public class LearntScreen implements Screen {

    private static final Logger log = LoggerFactory.getLogger(LearntScreen.class);

    /** The words of documents are ordered and dry; what is only half like an attack is one there. */
    private static final double CONTENT_THRESHOLD = 0.4;

    private static final double ABUSE_THRESHOLD = 0.7;
    private static final int WORDINGS = 6;

    private static final int REMEMBERED = 50_000;
    /** An amount, a day, a reference, with what hangs on to its digits or capitals. Looked for where words begin, so that a long one is read once. */
    private static final Pattern PARTICULAR = Pattern.compile("(?<![\\p{L}\\d-])[\\p{L}-]*+\\d[\\p{L}\\d.,:-]*|\\b\\p{Lu}+-\\p{Lu}{6,}\\b");

    private static @Nullable AbuseModel learnedAbuse;

    private final Remembered<Finding> harmless = new Remembered<>(REMEMBERED, LearntScreen::quotesNothing);
    private final Remembered<Finding> civil = new Remembered<>(REMEMBERED, LearntScreen::quotesNothing);

    private final Function<List<String>, List<float[]>> meanings;
    private final CompletableFuture<InjectionModel> injection = new CompletableFuture<>();
    private final CompletableFuture<AbuseModel> abuse = new CompletableFuture<>();

    @Inject
    public LearntScreen(SentenceVectors vectors) {
        this((Function<List<String>, List<float[]>>) vectors::of);
    }

    private LearntScreen(Function<List<String>, List<float[]>> meanings) {
        this.meanings = meanings;
    }

    /** For who asks nothing about abuse, and needs no sentence vectors. */
    public static LearntScreen forInjectionOnly() {
        LearntScreen screen = new LearntScreen((Function<List<String>, List<float[]>>) texts -> {
            throw new IllegalStateException("made for injection only");
        });
        complete(screen.injection, InjectionModel::trained);
        return screen;
    }

    /** Once; questions that come meanwhile wait. */
    @PostConstruct
    public void learn() {
        Thread.ofPlatform().name("screen-training").daemon().start(() -> {
            complete(injection, InjectionModel::trained);
            complete(abuse, () -> trained(meanings));
        });
    }

    /** What is marked quotes the text, and is looked at again. */
    private static boolean quotesNothing(Finding found) {
        return !found.marked() && found.words().isEmpty();
    }

    @Override
    public Finding ofMessage(String text) {
        return harmless.of(text, injection.join()::screen);
    }

    @Override
    public Finding ofContent(String text) {
        Finding found = ofMessage(text);
        return found.score() >= CONTENT_THRESHOLD ? new Finding(true, found.score(), found.words()) : found;
    }

    /** Which amount, day or reference the assistant named does not matter: so what it says again and again is read once. */
    @Override
    public Finding ofAbuse(String before, String message) {
        String said = PARTICULAR.matcher(before).replaceAll("0");
        return civil.of(TextHash.of(message, List.of(said)), () -> abuse.join().screen(said, message));
    }

    /** Learned once in a process, however many platforms are started in it. */
    private static synchronized AbuseModel trained(Function<List<String>, List<float[]>> meanings) {
        if (learnedAbuse == null) {
            learnedAbuse = LearntFile.ABUSE
                    .read(in -> AbuseModel.read(in, meanings, ABUSE_THRESHOLD))
                    .orElseGet(() -> abuseModel(meanings));
        }
        return learnedAbuse;
    }

    static AbuseModel abuseModel(Function<List<String>, List<float[]>> meanings) {
        Random random = new Random(13);
        List<AbuseModel.Example> examples = new ArrayList<>();
        for (boolean abusive : new boolean[] {true, false}) {
            List<String> lines = WordLists.lines("abuse.txt").stream()
                    .filter(line -> line.startsWith(abusive ? "+ " : "- "))
                    .map(line -> line.substring(2))
                    .toList();
            Phrasings.of(lines, WORDINGS, random)
                    .forEach(line -> examples.add(new AbuseModel.Example("", line, abusive)));
        }
        return AbuseModel.train(examples, meanings, ABUSE_THRESHOLD);
    }

    private static <T> void complete(CompletableFuture<T> model, Supplier<T> training) {
        try {
            model.complete(training.get());
        } catch (RuntimeException | LinkageError failure) {
            log.error("a screen could not be trained", failure);
            model.completeExceptionally(failure);
        }
    }
}
