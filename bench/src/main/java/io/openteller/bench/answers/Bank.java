package io.openteller.bench.answers;

import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Documents with questions about them. */
record Bank(Path documents, Path questions) {

    /** Of {@code --documents A,B --questions QA,QB}. */
    static List<Bank> given(Options options) {
        List<Path> documents = paths(options, "--documents");
        List<Path> questions = paths(options, "--questions");
        if (documents.size() != questions.size()) {
            throw new BadInput("as many --questions as --documents are needed, in the same order");
        }
        return IntStream.range(0, documents.size())
                .mapToObj(i -> new Bank(documents.get(i), questions.get(i)))
                .toList();
    }

    static String hash(List<Bank> banks) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Bank bank : banks) {
                digest.update(Files.readAllBytes(bank.questions()));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> paths(Options options, String name) {
        return Arrays.stream(options.text(name)
                        .orElseThrow(() -> new BadInput("option " + name + " is needed"))
                        .split(","))
                .map(Path::of)
                .toList();
    }
}
