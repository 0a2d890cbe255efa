package io.openteller.kit.contract;

import io.openteller.host.HostOptions;
import io.openteller.host.Hosted;
import io.openteller.host.Mode;
import io.openteller.host.PluginHost;
import io.openteller.host.PluginRejected;
import io.openteller.kit.Folders;
import io.openteller.packages.VerifiedPackage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds a package against everything that every package must be, in one mode of the host. */
public final class Contract {

    private static final List<Check> CHECKS = List.of(
            new SchemaCheck(),
            new FaultsCheck(),
            new UnsetCheck(),
            new DeadlineCheck(),
            new CancellationCheck(),
            new IdempotencyCheck(),
            new TenantsCheck(),
            new OperationsCheck(),
            new SecretsCheck());

    private final Playbook playbook;

    private Contract(Playbook playbook) {
        this.playbook = playbook;
    }

    /** @param playbook see {@code src/test/plugin/contract.json} of a new project; need not exist */
    public static Contract with(Path playbook) throws IOException {
        return new Contract(Playbook.read(playbook));
    }

    /**
     * Takes what is printed in this process while it runs, to look for secrets in it.
     *
     * @param told each finding as soon as it is there
     */
    public List<Finding> hold(VerifiedPackage verified, Mode mode, Consumer<Finding> told)
            throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Consumer<Finding> both = finding -> {
            findings.add(finding);
            told.accept(finding);
        };
        both.accept(MissingClasses.in(verified));
        Path folder = Files.createTempDirectory("openteller-contract");
        try (Heard heard = new Heard()) {
            run(verified, mode, playbook.in(folder), heard, both);
        } catch (PluginRejected refused) {
            both.accept(new Finding(
                    "a host takes it in", List.of(String.valueOf(refused.getMessage())),
                    "pack it again: what its code says of itself is written into plugin.json by packing", 1));
        } finally {
            Folders.delete(folder);
        }
        return findings;
    }

    private static void run(
            VerifiedPackage verified, Mode mode, Playbook playbook, Heard heard, Consumer<Finding> told)
            throws InterruptedException {
        List<@Nullable WeakReference<ClassLoader>> classes = new ArrayList<>();
        Finding left = checked(verified, mode, playbook, heard, told, classes);
        told.accept(LeftoversCheck.classesGone(left, classes.getFirst()));
    }

    /** In a frame of its own: what it holds of the plugin is out of reach when it returns. */
    private static Finding checked(
            VerifiedPackage verified,
            Mode mode,
            Playbook playbook,
            Heard heard,
            Consumer<Finding> told,
            List<@Nullable WeakReference<ClassLoader>> classes)
            throws InterruptedException {
        Hosted hosted = PluginHost.open(verified, mode, HostOptions.usual());
        try {
            Subject subject = Subject.of(hosted, playbook, heard);
            CHECKS.forEach(check -> told.accept(check.on(subject)));
            classes.add(mode == Mode.IN_PROCESS ? classes(subject) : null);
            return LeftoversCheck.of(subject);
        } finally {
            hosted.close();
        }
    }

    private static @Nullable WeakReference<ClassLoader> classes(Subject subject) throws InterruptedException {
        try (StandIn server = subject.standIn("bank-a")) {
            for (Operation operation : subject.operations()) {
                KitCall call = subject.call(server);
                Bounded.call(operation, call);
                if (call.classes() != null) {
                    return call.classes();
                }
            }
            return null;
        }
    }
}
