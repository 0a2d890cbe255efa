package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.openteller.local.LocalPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill, by the programs that docs/operations.md names, where a PostgreSQL is installed that has them. */
class RestoreByToolsIT {

    @TempDir
    Path folder;

    private Path programs;

    @BeforeEach
    void tools() {
        var installed = InstalledPostgres.programs();
        assumeTrue(
                installed.isPresent(),
                "no PostgreSQL with pg_basebackup, pg_dump and pg_restore is installed in /usr/lib/postgresql or on the path");
        programs = installed.get();
    }

    @Test
    void a_base_backup_of_a_live_server_is_restored_and_everything_goes_on_where_it_was() throws Exception {
        Path backup = folder.resolve("backup");
        InstalledPostgres first = InstalledPostgres.fresh(programs, folder.resolve("live"));
        new RestoreDrill(folder).run(
                first,
                () -> {
                    first.baseBackup(backup);
                    return backup;
                },
                () -> {
                    assertThat(folder.resolve("live/postmaster.pid")).as("the first server is gone").doesNotExist();
                    return InstalledPostgres.on(programs, backup);
                });
    }

    @Test
    void a_dump_of_a_live_database_is_restored_into_an_empty_one_and_everything_goes_on_where_it_was() throws Exception {
        Path dump = folder.resolve("openteller.dump");
        InstalledPostgres first = InstalledPostgres.fresh(programs, folder.resolve("live"));
        new RestoreDrill(folder).run(
                first,
                () -> {
                    assertThat(first.dump(folder.resolve("refused.dump"), LocalPostgres.OWNER))
                            .as("row security would leave rows out of it")
                            .isNotZero();
                    assertThat(Files.readString(folder.resolve("dump.log"))).contains("row-level security");
                    assertThat(first.dump(dump, "postgres"))
                            .as(() -> "what pg_dump says is in dump.log beside it")
                            .isZero();
                    return dump;
                },
                () -> {
                    InstalledPostgres second = InstalledPostgres.fresh(programs, folder.resolve("restored"));
                    second.restore(dump);
                    return second;
                });
    }
}
