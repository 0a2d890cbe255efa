package io.openteller.bench.faults;

import java.util.List;

/** All there are, in the order in which they are run. */
final class Scenarios {

    static final List<Scenario> ALL = List.of(
            new SideBySide(),
            new FrozenHolder(),
            new KilledAtRandom(),
            new DatabaseStopped(),
            new RedisTrouble(),
            new KeycloakDown(),
            new ModelFaults(),
            new PluginRunsWild(),
            new Deliveries(),
            new BankTimesOut(),
            new RollingRestart(),
            new ClockWrong(),
            new SlowReaders(),
            new Reconnects());

    private Scenarios() {}
}
