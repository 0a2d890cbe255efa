package io.openteller.platform.retrieval.internal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.embedding.internal.LocalEmbeddings;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Approval;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Particulars;
import io.openteller.platform.knowledge.internal.Documents;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.release.internal.Releasing;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** One bank's documents in a real database, and a replica's indexes over them. */
final class TestLibrary implements AutoCloseable {

    static final int MOST_OPEN = 2;

    private static final Embeddings MODEL = LocalEmbeddings.load();

    private final Tenant tenant;
    private final Path folder;
    private final Shifted clock;
    private final Documents documents;
    private final Counted embeddings;
    private final TenantIndexes indexes;

    private TestLibrary(Tenant tenant, Path folder, Shifted clock, @Nullable TestLibrary shared) {
        this.tenant = tenant;
        this.folder = folder;
        this.clock = clock;
        documents = Documents.room(clock);
        embeddings = shared == null ? new Counted() : shared.embeddings;
        indexes = shared == null
                ? new TenantIndexes(
                        documents.knowledge(),
                        Releasing.releases(),
                        embeddings,
                        Gloss.local(),
                        clock,
                        new SimpleMeterRegistry(),
                        folder,
                        MOST_OPEN,
                        Duration.ofMinutes(10))
                : shared.indexes;
    }

    static TestLibrary open(Path folder) {
        return new TestLibrary(newBank(), folder, new Shifted(), null);
    }

    private static Tenant newBank() {
        return Tenancies.register("k" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** The same bank on another machine. */
    TestLibrary replica(Path elsewhere) {
        return new TestLibrary(tenant, elsewhere, clock, null);
    }

    /** The same bank in a new process on the same disk. */
    TestLibrary restarted() {
        return new TestLibrary(tenant, folder, clock, null);
    }

    /** Another bank in the same process. */
    TestLibrary ofAnotherBank() {
        return new TestLibrary(newBank(), folder, clock, this);
    }

    void adopt(String slug, String markdown) {
        adopt(slug, markdown, null, null);
    }

    void adopt(String slug, String markdown, @Nullable Instant from, @Nullable Instant until) {
        byte[] content = markdown.getBytes(StandardCharsets.UTF_8);
        CurrentTenant.run(tenant, () -> documents
                .approvals()
                .adopt(
                        new NewDocument(slug, HandedFile.plain(slug + ".md", content)),
                        new Adoption("Anna Author", "Ben Approver", from, until)));
    }

    /** For one segment of customers only. */
    void adopt(String slug, String markdown, String segment) {
        byte[] content = markdown.getBytes(StandardCharsets.UTF_8);
        Actor author = staff("Anna Author");
        CurrentTenant.run(tenant, () -> {
            documents.drafting().draft(new NewDocument(slug, HandedFile.plain(slug + ".md", content)), author);
            documents.drafting().describe(slug, forSegment(segment), author);
            documents.drafting().submit(slug, 1, null, author);
            documents.approvals().approve(slug, 1, Approval.AT_ONCE, staff("Ben Approver"));
        });
    }

    void revoke(String slug, int version) {
        CurrentTenant.run(tenant, () -> documents.approvals().revoke(slug, version, "a mistake", staff("Rita Revoker")));
    }

    private static Actor staff(String name) {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), name);
    }

    private static Particulars forSegment(String segment) {
        return new Particulars(
                null, null, null, null, null, null, new AppliesTo(Set.of(), Set.of(segment), Set.of()));
    }

    List<Passage> search(Query query) {
        return CurrentTenant.call(tenant, () -> indexes.search(query, 10));
    }

    List<String> texts(String question) {
        return search(Query.now(question)).stream().map(Passage::text).toList();
    }

    Instant now() {
        return clock.instant();
    }

    void moveClock(Duration by) {
        clock.shift = clock.shift.plus(by);
    }

    /** How many passages were embedded. */
    int embedded() {
        return embeddings.passages.get();
    }

    void holdEmbedding() {
        embeddings.gate = new CountDownLatch(1);
    }

    void letEmbeddingGo() {
        embeddings.gate.countDown();
    }

    int open() {
        return indexes.open();
    }

    void closeIdle() {
        indexes.closeIdle();
    }

    /** As if an older or newer platform had written it. */
    void stampOtherwise() throws IOException {
        try (var directory = FSDirectory.open(folder.resolve("indexes").resolve(tenant.id().toString()));
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("stamp", "0 " + TenantIndexes.MODEL, "release", "7").entrySet());
        }
    }

    /** What is being written is finished first. */
    @Override
    public void close() {
        do {
            Thread.onSpinWait();
            indexes.close();
        } while (indexes.open() > 0);
    }

    private static final class Counted implements Embeddings {

        private final AtomicInteger passages = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public List<float[]> embed(List<String> texts) {
            if (!texts.isEmpty()) {
                try {
                    gate.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            passages.addAndGet(texts.size());
            return MODEL.embed(texts);
        }

        @Override
        public float[] embed(String text) {
            return MODEL.embed(text);
        }
    }

    private static final class Shifted extends Clock {

        private volatile Duration shift = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }
    }
}
