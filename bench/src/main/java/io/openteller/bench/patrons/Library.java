package io.openteller.bench.patrons;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.reading.HandedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Each bank has the demo bank's documents, and a name that is found again wherever it comes out. */
public final class Library implements BankSetUp.Furnishing {

    private static final Duration IN_FORCE = Duration.ofDays(30);

    private final Path demo;
    private final int most;
    private final Map<String, Map<String, byte[]>> files = new ConcurrentHashMap<>();

    public Library(Path demo) {
        this(demo, Integer.MAX_VALUE);
    }

    /** @param most documents of each bank: the first ones by name */
    public Library(Path demo, int most) {
        this.demo = demo;
        this.most = most;
    }

    @Override
    public String name(String slug) {
        return "Bank " + Canary.of(slug);
    }

    @Override
    public void furnish(ApplicationContext platform, String dataset) {
        Approvals approvals = platform.getBean(Approvals.class);
        files.computeIfAbsent(dataset, this::read).forEach((name, content) -> approvals.adopt(
                new NewDocument(name.replaceFirst("\\.[^.]*$", ""), HandedFile.plain(name, content)),
                // In force since long ago, whatever a node's clock says.
                new Adoption("bench", "bench", Instant.now().minus(IN_FORCE), null)));
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
