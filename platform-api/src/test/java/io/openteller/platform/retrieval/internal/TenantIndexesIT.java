package io.openteller.platform.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.internal.LocalEmbeddings;
import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.knowledge.internal.Documents;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.release.internal.Releasing;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIndexesIT {

    private static final String CARDS = """
            Everything about our cards.
            # Replacing a card
            A new card costs £6 and comes within 5 working days.
            # Using a card abroad
            Payments in another currency carry a fee of 2.75%.
            """;

    private static final Embeddings EMBEDDINGS = LocalEmbeddings.load();

    @TempDir
    private static Path data;

    private final Documents documents = Documents.room();
    private final Retrieval retrieval = new TenantIndexes(
            documents.knowledge(),
            Releasing.releases(),
            EMBEDDINGS,
            Clock.systemUTC(),
            new SimpleMeterRegistry(),
            data,
            10,
            Duration.ofMinutes(10));
    private final Tenant bank = Tenancies.register("k" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void a_question_finds_the_passage_under_the_right_heading() throws Exception {
        in(bank, () -> stored(CARDS));
        Passage best = in(bank, () -> retrieval.search(Query.now("what do you charge for payments abroad?"), 3))
                .getFirst();
        assertThat(best.heading()).isEqualTo("Using a card abroad");
        assertThat(best.text()).contains("2.75%");
        assertThat(best.version()).isEqualTo(1);
    }

    @Test
    void a_new_version_replaces_the_old_words_at_once() throws Exception {
        in(bank, () -> stored(CARDS));
        in(bank, () -> retrieval.search(Query.now("abroad"), 1));
        assertThat(in(bank, () -> stored(CARDS)).version()).isEqualTo(1);
        assertThat(in(bank, () -> stored(CARDS.replace("2.75", "2.99"))).version()).isEqualTo(2);
        assertThat(in(bank, () -> retrieval.search(Query.now("abroad"), 1)).getFirst().text()).contains("2.99%");
    }

    @Test
    void one_bank_never_finds_the_words_of_another() throws Exception {
        in(bank, () -> stored(CARDS));
        Tenant other = Tenancies.register("k" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(in(other, () -> retrieval.search(Query.now("card abroad"), 3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!*()[]{}~^\"\\/", "AND OR NOT", "the", "title:* OR text:[a TO z]"})
    void odd_questions_are_no_errors(String question) throws Exception {
        in(bank, () -> stored(CARDS));
        assertThat(in(bank, () -> retrieval.search(Query.now(question), 3))).hasSizeLessThanOrEqualTo(3);
    }

    private Stored stored(String markdown) {
        byte[] content = markdown.getBytes(StandardCharsets.UTF_8);
        return documents.adopt("cards", new HandedFile("cards.md", content, "Cards", null, null));
    }

    private static <T> T in(Tenant tenant, Callable<T> work) throws Exception {
        return CurrentTenant.call(tenant, work::call);
    }
}
