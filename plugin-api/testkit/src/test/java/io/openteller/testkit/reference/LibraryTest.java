package io.openteller.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.knowledge.DocumentSource;
import io.openteller.testkit.DocumentSourceContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The library keeps the contract of document sources; a spoilt one is found. */
class LibraryTest {

    abstract static class Shared extends DocumentSourceContract {

        private final Library library;

        Shared(Library library) {
            this.library = library;
        }

        @Override
        protected DocumentSource source() {
            return library;
        }

        @Override
        protected void store(boolean outOfOrder) {
            library.outOfOrder = outOfOrder;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("shelf", "top");
        }

        @Override
        protected void restart() {}
    }

    static class Kept extends Shared {
        Kept() {
            super(new Library());
        }
    }

    @Test
    void it_keeps_the_contract() {
        assertThat(Failing.of(Kept.class)).isEmpty();
    }

    static class Overlapping extends Shared {
        Overlapping() {
            super(new Library() {
                @Override
                Page page(int from) {
                    return super.page(Math.max(0, from - 1)).next() == null
                            ? super.page(from)
                            : new Page(super.page(Math.max(0, from - 1)).entries(), super.page(from).next());
                }
            });
        }
    }

    @Test
    void a_document_on_two_pages_is_found() {
        assertThat(Failing.of(Overlapping.class)).contains("every_document_is_listed_once_over_more_than_one_page");
    }

    static class Endless extends Shared {
        Endless() {
            super(new Library() {
                @Override
                Page page(int from) {
                    return new Page(super.page(from).entries(), "0");
                }
            });
        }
    }

    @Test
    void pages_without_an_end_are_found() {
        assertThat(Failing.of(Endless.class)).contains("every_document_is_listed_once_over_more_than_one_page");
    }

    static class EmptyWhenClosed extends Shared {
        EmptyWhenClosed() {
            super(new Library() {
                @Override
                public Outcome<Page> list(CallContext context, @Nullable String cursor) {
                    return outOfOrder
                            ? Outcome.done(new Page(List.of(), null), Instant.now())
                            : super.list(context, cursor);
                }
            });
        }
    }

    @Test
    void a_closed_library_that_seems_empty_is_found() {
        assertThat(Failing.of(EmptyWhenClosed.class)).containsExactly("a_store_that_is_out_of_order_is_unavailable_and_not_empty");
    }

    static class Restless extends Shared {
        Restless() {
            super(new Library() {
                @Override
                Page page(int from) {
                    Page page = super.page(from);
                    return new Page(
                            page.entries().stream()
                                    .map(one -> new Entry(one.ref(), one.title(), UUID.randomUUID().toString(), "", null))
                                    .toList(),
                            page.next());
                }
            });
        }
    }

    @Test
    void versions_that_change_while_nothing_else_does_are_found() {
        assertThat(Failing.of(Restless.class)).containsExactly("two_readings_of_an_unchanged_store_are_the_same");
    }

    static class Throwing extends Shared {
        Throwing() {
            super(new Library() {
                @Override
                public Outcome<Page> list(CallContext context, @Nullable String cursor) {
                    return Outcome.done(page(cursor == null ? 0 : Integer.parseInt(cursor)), Instant.now());
                }
            });
        }
    }

    @Test
    void a_cursor_that_breaks_it_and_missing_settings_that_do_not_matter_are_found() {
        assertThat(Failing.of(Throwing.class))
                .contains("a_page_that_nobody_has_is_a_result", "without_settings_it_says_so_instead_of_failing");
    }

    static class Misnamed extends Shared {
        Misnamed() {
            super(new Library() {
                @Override
                Content content(String ref) {
                    return new Content("markdown", new byte[0]);
                }
            });
        }
    }

    @Test
    void content_of_no_type_is_found() {
        assertThat(Failing.of(Misnamed.class)).contains("every_document_can_be_read");
    }
}
