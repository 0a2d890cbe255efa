package io.openteller.kit.contract;

import io.openteller.host.Hosted;
import io.openteller.packages.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A package that runs, and what it is asked.
 *
 * @param heard all that was printed and logged while it ran
 */
record Subject(Hosted hosted, Playbook playbook, List<Operation> operations, Heard heard) {

    static final Duration USUAL = Duration.ofSeconds(10);
    private static final AtomicLong NUMBERS = new AtomicLong();

    static Subject of(Hosted hosted, Playbook playbook, Heard heard) {
        return new Subject(hosted, playbook, Operation.of(hosted, playbook), heard);
    }

    Manifest manifest() {
        return hosted.manifest();
    }

    StandIn standIn(String bank) {
        return new StandIn(bank, playbook.exchanges());
    }

    Settings settings(StandIn server) {
        return Settings.of(manifest(), playbook, server);
    }

    static String fresh(String what) {
        return what + "-" + NUMBERS.incrementAndGet();
    }

    KitCall call(StandIn server) {
        return call(server, fresh("call"));
    }

    KitCall call(StandIn server, String id) {
        return new KitCall(server, settings(server), id, USUAL);
    }
}
