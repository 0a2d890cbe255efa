package io.openteller.platform.guard.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the build runs: learns each model of this room whose phrasings, lists or classes have changed. */
public final class LearntAtBuild {

    private static final String ROOM = "io/openteller/platform/guard/internal";
    private static final List<String> VECTORS = List.of("io/openteller/platform/embedding/internal");

    private LearntAtBuild() {}

    /** The argument is the folder of the compiled classes and resources. */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        learn(classes, LearntFile.NAMES, List.of("Name", "TaggedSentence", "Invent", "Token", "WordLists", "Phones"), () -> {
            NameTagger tagger = Names.trained(WordVectors.local());
            return tagger::write;
        });
        learn(classes, LearntFile.INJECTION, List.of("InjectionModel", "YesNo", "Grams", "Phrasings", "WordLists"), () -> {
            YesNoModel model = InjectionModel.learn();
            return model::write;
        });
        learn(classes, LearntFile.ABUSE, List.of("AbuseModel", "LearntScreen", "YesNo", "Grams", "Phrasings"), () -> {
            AbuseModel model = LearntScreen.abuseModel(SentenceVectors.local()::of);
            return model::write;
        });
    }

    private static void learn(Path classes, LearntFile file, List<String> prefixes, Supplier<LearntFile.Writer> model)
            throws IOException {
        Path stored = classes.resolve(file.resource());
        Path stamp = classes.resolveSibling("guard-" + file.name() + ".stamp");
        String now = file.fingerprint() + stamp(classes, prefixes);
        if (Files.exists(stored) && Files.exists(stamp) && Files.readString(stamp).equals(now)) {
            return;
        }
        System.out.println("learning " + file.name() + " (once for each change of what it is learned from)");
        file.write(stored, model.get());
        Files.writeString(stamp, now);
    }

    private static String stamp(Path classes, List<String> prefixes) throws IOException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (Path file : files(classes.resolve(ROOM))) {
                if (prefixes.stream().anyMatch(file.getFileName().toString()::startsWith)) {
                    hash.update(Files.readAllBytes(file));
                }
            }
            for (String folder : VECTORS) {
                for (Path file : files(classes.resolve(folder))) {
                    hash.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
