package io.openteller.bench.faults;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.processes.Database;

/** What the platform is at. */
final class Turns {

    private Turns() {}

    /** How many turns of a bank somebody works on now. */
    static long inHand(Ground ground, SandboxBank bank) {
        try (Database.Of rows = ground.machine().database().of(bank.id())) {
            return rows.all("SELECT count(*) FROM turn WHERE status = 'RUNNING'", row -> row.getLong(1)).getFirst();
        }
    }
}
