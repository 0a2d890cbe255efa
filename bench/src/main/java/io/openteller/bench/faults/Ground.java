package io.openteller.bench.faults;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.Progress;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.bench.banks.ModelRoute;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.load.Client;
import io.openteller.bench.lookout.Lookout;
import io.openteller.bench.patrons.Acknowledged;
import io.openteller.bench.patrons.Aftermath;
import io.openteller.bench.patrons.Library;
import io.openteller.bench.patrons.Tally;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.ModelServer;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.bench.processes.Ports;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Two platforms on one database, one Redis and one server of models, each reached through a proxy that can be told to do harm;
 * two banks whose customers talk, and a third one whose ledger is read.
 */
final class Ground implements AutoCloseable {

    private static final Duration REST = Duration.ofSeconds(90);
    private static final String PLATFORM = "io.openteller.platform.Platform";
    private static final List<String> FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dreactor.bufferSize.small=16");

    private final Machine machine;
    private final Gateway phone;
    private final ModelServer models;
    private final FaultProxy toModels;
    private final Path demo;
    private final List<SandboxBank> banks;
    private final PlatformProcess first;
    private final PlatformProcess second;
    private final FaultProxy door;
    private final Client toFirst;
    private final Client toSecond;
    private final Client throughDoor;
    private final @Nullable String planted;
    private final Canaries canaries = new Canaries();
    private final Lookout lookout;
    private final List<PlatformProcess> everyNode = new CopyOnWriteArrayList<>();
    private final Tally tally = new Tally();
    private final Acknowledged acknowledged = new Acknowledged();

    /** @param planted name of the scenario whose bug is planted; null for the product as it is */
    static Ground open(Path demo, @Nullable String planted, Progress progress) {
        return new Ground(demo, planted, progress);
    }

    private Ground(Path demo, @Nullable String planted, Progress progress) {
        this.demo = demo;
        this.planted = planted;
        progress.say("starting PostgreSQL and Redis, and setting up banks");
        machine = Machine.start(List.of("banking-sandbox", "identity-otp", "llm-openai"));
        // A partner's: it runs in a process of its own.
        machine.bring(WildPackage.ID, WildPackage.zip(), Trust.PARTNER);
        phone = Gateway.open(canaries);
        models = new ModelServer(canaries);
        toModels = new FaultProxy(List.of(models.port()));
        first = node();
        second = node();
        door = new FaultProxy(List.of(first.port(), second.port()));
        String origin = first.url();
        banks = BankSetUp.banks(machine, 3, origin, phone.url(), phone.key(), new Furniture(), progress);
        toFirst = new Client(origin, first.port(), 1, canaries);
        toSecond = new Client(origin, second.port(), 1, canaries);
        throughDoor = new Client(origin, door.port(), 1, canaries);
        for (PlatformProcess node : nodes()) {
            progress.say("a platform is up after %.1f s".formatted(node.start().toMillis() / 1000.0));
        }
        lookout = Lookout.begin(machine, everyNode, banks, throughDoor, canaries);
        for (Client client : List.of(toFirst, toSecond)) {
            Probe.answered(this, client, Duration.ofSeconds(60));
        }
    }

    /** One more of the product, with its bug if there is one; not started. */
    PlatformProcess node() {
        return node(planted == null ? PLATFORM : TestedPlatform.class.getName());
    }

    /** One more, not started. */
    PlatformProcess node(String main, String... more) {
        List<String> flags = new ArrayList<>(FLAGS);
        if (planted != null) {
            flags.add("-D" + TestedPlatform.PLANTED + "=" + planted);
        }
        flags.addAll(List.of(more));
        PlatformProcess node = new PlatformProcess(machine, Ports.free(), main, flags.toArray(String[]::new));
        everyNode.add(node);
        // Everybody comes at once, over and over: that is not what is tried here.
        node.tell("OPENTELLER_LIMITS_SESSIONS_PER_BANK", "100000");
        node.tell("OPENTELLER_LIMITS_MESSAGES_PER_BANK", "100000");
        return node;
    }

    /** Whether this scenario's bug is there, for those that plant it around the platform and not in it. */
    boolean isPlanted(Scenario scenario) {
        return scenario.name().equals(planted);
    }

    /** The demo bank's documents, and a model that may be asked. */
    private final class Furniture implements BankSetUp.Furnishing {

        private final Library library = new Library(demo, Integer.MAX_VALUE, this::word);

        @Override
        public String word(String slug) {
            return Canary.of(SideBySide.NAME.equals(planted) ? SideBySide.mixedUp(slug) : slug);
        }

        @Override
        public void furnish(ApplicationContext platform, String dataset) {
            library.furnish(platform, dataset);
            ModelRoute.prepare(platform, toModels.port(), "any", word(CurrentTenant.get().slug().value()));
            Installations installations = platform.getBean(Installations.class);
            installations.configure(WildPackage.ID, Map.of(), "bench");
            installations.enable(WildPackage.ID, true, "bench");
        }
    }

    Machine machine() {
        return machine;
    }

    Gateway phone() {
        return phone;
    }

    ModelServer models() {
        return models;
    }

    FaultProxy toModels() {
        return toModels;
    }

    Path demo() {
        return demo;
    }

    List<PlatformProcess> nodes() {
        return List.of(first, second);
    }

    PlatformProcess first() {
        return first;
    }

    PlatformProcess second() {
        return second;
    }

    Client toFirst() {
        return toFirst;
    }

    Client toSecond() {
        return toSecond;
    }

    /** As a load balancer: whichever node takes the connection. */
    Client throughDoor() {
        return throughDoor;
    }

    FaultProxy door() {
        return door;
    }

    /** Those whose customers talk; the second one's documents are in English and it may ask a model. */
    List<SandboxBank> talking() {
        return banks.subList(0, 2);
    }

    /** The one whose ledger is read. */
    SandboxBank booked() {
        return banks.get(2);
    }

    Tally tally() {
        return tally;
    }

    Lookout lookout() {
        return lookout;
    }

    /** Of all that left the platforms since they are there. */
    Canaries canaries() {
        return canaries;
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Waits until all has come to rest, and says what does not hold of what stands in the database and of what customers saw. */
    void settle(Findings findings) {
        long end = System.nanoTime() + REST.toNanos();
        Aftermath aftermath;
        do {
            aftermath = Aftermath.read(machine.database(), talking(), acknowledged);
            if (aftermath.holds()) {
                break;
            }
            Visit.pause(1_000);
        } while (System.nanoTime() < end);
        findings.hold(aftermath.lost() == 0, aftermath.lost() + " acknowledged messages are not in the database");
        findings.hold(aftermath.answeredTwice() == 0, aftermath.answeredTwice() + " turns have two replies");
        aftermath.breaches().forEach((name, count) -> findings.hold(count == 0, count + " times broken: " + name));
        findings.hold(
                tally.neverAnswered() + tally.answeredTwice() + tally.streamGaps() == 0,
                "customers saw: " + tally.surprises());
        tally.surprises().forEach(findings::note);
        lookout.lookEverywhere();
    }

    @Override
    public void close() {
        List.<AutoCloseable>of(lookout, toFirst, toSecond, throughDoor, door, first, second, toModels, models, phone, machine)
                .forEach(Ground::quietly);
    }

    private static void quietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception gone) {
            // The others are closed all the same.
        }
    }
}
