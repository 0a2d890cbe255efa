package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.procedure.OpenRuns;
import io.openteller.platform.procedure.OpenRuns.Count;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the list of procedures says of conversations that are in them. */
class OpenRunsIT {

    private static ApplicationContext platform;

    @BeforeAll
    static void start() {
        platform = RunPlatform.start(RunPlatform.newFolder());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_conversation_counts_for_the_version_that_it_is_on_until_it_is_over() {
        Chat asha = Chat.open(platform);
        Chat ravi = Chat.open(platform, asha.bank());
        assertThat(counted(asha)).isEmpty();
        asha.says("block my card");
        ravi.says("block my card");
        assertThat(counted(asha)).containsExactly(new Count("block-card", 1, 2));
        ravi.says("stop");
        assertThat(counted(asha)).containsExactly(new Count("block-card", 1, 1));
        assertThat(counted(Chat.open(platform))).as("of another bank").isEmpty();
    }

    @Test
    void one_that_was_set_aside_still_counts() {
        Chat chat = Chat.open(platform);
        chat.says("block my card");
        chat.in(() -> Tenancies.database()
                .inTransaction(sql -> sql.execute("UPDATE workflow_run SET status = 'ASIDE'")));
        assertThat(counted(chat)).containsExactly(new Count("block-card", 1, 1));
    }

    private static List<Count> counted(Chat chat) {
        return chat.in(() -> platform.getBean(OpenRuns.class).counted());
    }
}
