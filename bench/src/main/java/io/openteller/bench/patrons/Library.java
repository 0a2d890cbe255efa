package io.openteller.bench.patrons;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.bench.canaries.Canary;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Each bank has the demo bank's documents, and a name that is found again wherever it comes out; so are the documents' names in
 * addresses and the end of each, which is one passage: another text would have to be read by the models for each bank anew.
 */
public final class Library implements BankSetUp.Furnishing {

    private static final Duration IN_FORCE = Duration.ofDays(30);

    private final Path demo;
    private final int most;
    private final UnaryOperator<String> word;
    private final Map<String, Map<String, byte[]>> files = new ConcurrentHashMap<>();

    public Library(Path demo) {
        this(demo, Integer.MAX_VALUE);
    }

    /** @param most documents of each bank: the first ones by name */
    public Library(Path demo, int most) {
        this(demo, most, Canary::of);
    }

    /** @param word that a bank's documents and settings have, by its slug */
    public Library(Path demo, int most, UnaryOperator<String> word) {
        this.demo = demo;
        this.most = most;
        this.word = word;
    }

    @Override
    public String word(String slug) {
        return word.apply(slug);
    }

    @Override
    public void furnish(ApplicationContext platform, String dataset) {
        Approvals approvals = platform.getBean(Approvals.class);
        String ours = word(CurrentTenant.get().slug().value());
        files.computeIfAbsent(dataset, this::read).forEach((name, content) -> approvals.adopt(
                new NewDocument(
                        name.replaceFirst("\\.[^.]*$", "") + "-" + ours, HandedFile.plain(name, signed(name, content, ours))),
                // In force since long ago, whatever a node's clock says.
                new Adoption("bench", "bench", Instant.now().minus(IN_FORCE), null)));
    }

    private static byte[] signed(String name, byte[] content, String word) {
        return name.endsWith(".md")
                ? (new String(content, StandardCharsets.UTF_8) + "\n\nThis page is " + word + ".\n").getBytes(StandardCharsets.UTF_8)
                : content;
    }

    private Map<String, byte[]> read(String dataset) {
        try (Stream<Path> folder = Files.list(demo.resolve(dataset).resolve("documents"))) {
            Map<String, byte[]> read = new TreeMap<>();
            for (Path file : folder.filter(Files::isRegularFile).sorted().limit(most).toList()) {
                read.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
