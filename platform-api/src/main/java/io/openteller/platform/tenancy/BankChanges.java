package io.openteller.platform.tenancy;

import java.util.UUID;

/** Which banks changed something that every turn asks for, in any process: known here within about a second. */
public interface BankChanges {

    /** Another number after each change of that bank that this process knows of. */
    long of(UUID bank);

    /** For the current bank, by whoever changed it, once that is committed: this process need not wait to be told. */
    void changed();

    /** Whether changes of other processes are heard of now; if not, what is known gets old. */
    boolean areHeard();
}
