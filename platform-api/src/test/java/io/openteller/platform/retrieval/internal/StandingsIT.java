package io.openteller.platform.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.retrieval.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be found at which moment, whatever the index holds. */
class StandingsIT {

    private static final String FEE = "# Fee\nA transfer abroad costs £12.";
    private static final String HOURS = "# Hours\nBranches open at nine.";

    @TempDir
    private static Path data;

    private final TestLibrary bank = TestLibrary.open(data.resolve("one"));

    @Test
    void what_is_revoked_is_gone_with_the_next_search() {
        bank.adopt("fee", FEE);
        bank.adopt("hours", HOURS);
        assertThat(bank.texts("transfer abroad")).contains("A transfer abroad costs £12.");
        bank.revoke("fee", 1);
        assertThat(bank.texts("transfer abroad")).containsExactly("Branches open at nine.");
    }

    @Test
    void what_one_replica_revokes_is_gone_on_another_with_its_next_search() {
        bank.adopt("fee", FEE);
        try (TestLibrary replica = bank.replica(data.resolve("two"))) {
            assertThat(replica.texts("transfer abroad")).contains("A transfer abroad costs £12.");
            bank.revoke("fee", 1);
            assertThat(replica.texts("transfer abroad")).isEmpty();
        }
    }

    @Test
    void searches_go_on_while_a_slow_change_is_indexed_but_never_with_what_was_revoked() {
        bank.adopt("fee", FEE);
        bank.adopt("hours", HOURS);
        assertThat(bank.texts("transfer abroad")).hasSize(2);
        bank.holdEmbedding();
        bank.adopt("cheques", "# Cheques\nA cheque book has twenty cheques.");
        bank.revoke("fee", 1);
        assertThat(bank.texts("transfer abroad or cheques")).containsExactly("Branches open at nine.");
        bank.letEmbeddingGo();
        assertThat(bank.texts("cheque book")).contains("A cheque book has twenty cheques.");
    }

    @Test
    void a_version_is_found_from_its_first_moment_until_its_last() {
        Instant now = bank.now();
        bank.adopt("offer", "# Offer\nTransfers are free in spring.", now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(9)));
        assertThat(bank.texts("transfers")).isEmpty();
        bank.moveClock(Duration.ofDays(2).plusSeconds(1));
        assertThat(bank.texts("transfers")).containsExactly("Transfers are free in spring.");
        bank.moveClock(Duration.ofDays(7));
        assertThat(bank.texts("transfers")).isEmpty();
    }

    @Test
    void a_past_moment_is_answered_with_the_words_of_then() {
        bank.adopt("fee", FEE);
        Instant then = bank.now();
        bank.moveClock(Duration.ofDays(30));
        bank.adopt("fee", FEE.replace("£12", "£15"));
        assertThat(bank.texts("transfer abroad")).containsExactly("A transfer abroad costs £15.");
        Query past = new Query("transfer abroad", AppliesTo.ALL, then.plusSeconds(60));
        assertThat(bank.search(past)).singleElement().satisfies(passage -> {
            assertThat(passage.text()).contains("£12");
            assertThat(passage.version()).isEqualTo(1);
        });
        assertThat(bank.search(new Query("transfer abroad", AppliesTo.ALL, then.minus(Duration.ofDays(1))))).isEmpty();
    }
}
