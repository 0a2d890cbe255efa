package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.openteller.spi.Outcome;
import io.openteller.spi.knowledge.DocumentSource;
import io.openteller.spi.knowledge.DocumentSource.Entry;
import io.openteller.spi.knowledge.DocumentSource.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A store of documents that has more than one page of them. */
public abstract class DocumentSourceContract extends PluginUnderTest {

    private static final int MOST_PAGES = 1000;

    protected abstract DocumentSource source();

    /** From now on, whether the store is out of order. */
    protected abstract void store(boolean outOfOrder);

    private List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Page read = done(source().list(call(), cursor));
            all.addAll(read.entries());
            cursor = read.next();
            if (cursor == null) {
                return all;
            }
        }
        throw new AssertionError("no last page after " + MOST_PAGES);
    }

    @Test
    void every_document_is_listed_once_over_more_than_one_page() {
        assertThat(done(source().list(call(), null)).next()).isNotNull();
        assertThat(all()).hasSizeGreaterThan(1).extracting(Entry::ref).doesNotHaveDuplicates();
    }

    @Test
    void every_document_can_be_read() {
        assertThat(all()).allSatisfy(entry -> {
            assertThat(entry.title()).isNotBlank();
            assertThat(entry.version()).isNotBlank();
            DocumentSource.Content content = done(source().fetch(call(), entry.ref()));
            assertThat(content.mediaType()).matches("[a-z]+/[a-z0-9.+-]+");
            assertThat(content.bytes()).isNotEmpty();
        });
    }

    @Test
    void two_readings_of_an_unchanged_store_are_the_same() {
        assertThat(all()).isEqualTo(all());
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(source().fetch(call(), "no-such-document")).isInstanceOf(Outcome.NotFound.class);
        assertThat(source().fetch(call(), "../secrets")).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void a_page_that_nobody_has_is_a_result() {
        for (String nonsense : List.of("no-such-page", "-1", "", "99999999999999999999", "../..")) {
            assertThatCode(() -> assertThat(source().list(call(), nonsense)).isNotNull())
                    .as("cursor %s", nonsense)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void what_is_listed_is_what_is_read() {
        for (Entry entry : all()) {
            DocumentSource.Content first = done(source().fetch(call(), entry.ref()));
            DocumentSource.Content second = done(source().fetch(call(), entry.ref()));
            assertThat(second.bytes()).as("%s, which has not changed", entry.ref()).isEqualTo(first.bytes());
            assertThat(first.bytes()).hasSizeLessThanOrEqualTo(20 * 1024 * 1024);
        }
    }

    @Test
    void a_store_that_is_out_of_order_is_unavailable_and_not_empty() {
        store(true);
        assertThat(source().list(call(), null)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(source().fetch(call(), "any")).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void without_settings_it_says_so_instead_of_failing() {
        var unset = new TestCall(bank, "c", Instant.now().plusSeconds(60), Map.of());
        assertThat(source().list(unset, null)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(source().fetch(unset, "any")).isInstanceOf(Outcome.Unavailable.class);
    }
}
