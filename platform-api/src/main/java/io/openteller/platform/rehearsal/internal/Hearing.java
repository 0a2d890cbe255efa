package io.openteller.platform.rehearsal.internal;

import io.openteller.platform.procedure.Remark;
import io.openteller.platform.understanding.Understanding;
import io.openteller.procedures.machine.Event.Understood;
import jakarta.inject.Singleton;
import java.util.List;

/** What the platform reads in a tester's message: the same as in a customer's. */
@Singleton
class Hearing {

    private final Understanding understanding;

    Hearing(Understanding understanding) {
        this.understanding = understanding;
    }

    Understood of(String message, List<String> earlier) {
        return Remark.of(message, understanding.read(message, earlier));
    }
}
