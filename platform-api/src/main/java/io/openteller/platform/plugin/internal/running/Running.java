package io.openteller.platform.plugin.internal.running;

import io.openteller.host.HostOptions;
import io.openteller.host.Hosted;
import io.openteller.host.Lease;
import io.openteller.host.Mode;
import io.openteller.host.PluginFailure;
import io.openteller.host.PluginFailure.Kind;
import io.openteller.host.PluginHost;
import io.openteller.host.PluginRejected;
import io.openteller.host.Versions;
import io.openteller.packages.Manifest;
import io.openteller.packages.VerifiedPackage;
import io.openteller.platform.plugin.internal.packages.PackageListener;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions that run. The newest one of each plugin runs from the start; older ones from their first call on. One that is
 * taken out finishes its calls and gets no new ones.
 */
@Singleton
public class Running implements PackageListener {

    private static final Logger log = LoggerFactory.getLogger(Running.class);
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private final PackageStore packages;
    private final Placement placement;
    private final HostOptions options;
    private final Versions versions = new Versions(DRAIN);
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<?>> starting = new ConcurrentHashMap<>();
    private final Idle idle = new Idle(this::rest);

    Running(PackageStore packages, Placement placement) {
        this.packages = packages;
        this.placement = placement;
        this.options = HostOptions.usual().withNetwork(placement.network());
    }

    /** Side by side: a process takes a while to begin. One that cannot run must not keep the others from it. */
    @PostConstruct
    void load() throws InterruptedException {
        packages.listen(this);
        List<Thread> threads = packages.all().stream()
                .filter(one -> packages.versions(one.manifest().id()).getFirst() == one)
                .map(one -> Thread.ofVirtual().start(() -> loadOne(one)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void loadOne(VerifiedPackage one) {
        try {
            open(one);
        } catch (PluginRejected rejected) {
            log.error("plugin rejected package={} reason={}", name(one), rejected.getMessage());
        }
    }

    /**
     * Holds a version until it is given back, and starts it where it does not run.
     *
     * @throws PluginFailure NOT_CALLED if there is no such version, or it cannot be started
     */
    public Lease lease(String id, String version) {
        idle.used(id, version);
        return versions.lease(id, version).orElseGet(() -> started(id, version));
    }

    private Lease started(String id, String version) {
        VerifiedPackage one = packages.find(id, version)
                .orElseThrow(() -> new PluginFailure(Kind.NOT_CALLED, "version " + version + " is not installed"));
        try {
            start(one).get();
            return versions.lease(id, version)
                    .orElseThrow(() -> new PluginFailure(Kind.NOT_CALLED, "version " + version + " was taken out"));
        } catch (ExecutionException rejected) {
            throw new PluginFailure(
                    Kind.NOT_CALLED, "it cannot be started: " + Objects.requireNonNull(rejected.getCause()).getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PluginFailure(Kind.NOT_CALLED, "it is being started");
        }
    }

    /** Goes on when the caller leaves, so that the next one finds it; callers at once start it once. */
    private CompletableFuture<?> start(VerifiedPackage one) {
        return starting.computeIfAbsent(name(one), name -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            Thread.ofVirtual().name("plugin-start-" + name).start(() -> {
                try {
                    if (versions.all().stream().noneMatch(runs -> runs.manifest().equals(one.manifest()))) {
                        open(one);
                    }
                    done.complete(null);
                } catch (RuntimeException | Error rejected) {
                    done.completeExceptionally(rejected);
                } finally {
                    starting.remove(name);
                }
            });
            return done;
        });
    }

    private void open(VerifiedPackage one) {
        try {
            Hosted hosted = PluginHost.open(one, placement.of(one), options);
            versions.add(hosted);
            broken.remove(name(one));
            idle.used(one.manifest().id(), one.manifest().version());
            log.info("plugin started package={} runs {}", name(one), hosted.confinement());
            // Taken out while it was starting: nobody could tell it then.
            if (packages.find(one.manifest().id(), one.manifest().version()).isEmpty()) {
                gone(one);
            }
        } catch (PluginRejected rejected) {
            broken.put(name(one), String.valueOf(rejected.getMessage()));
            throw rejected;
        }
    }

    @Override
    public void installed(VerifiedPackage added) {
        try {
            open(added);
        } catch (PluginRejected rejected) {
            broken.remove(name(added));
            throw new ProblemException(ErrorCode.PLUGIN_REJECTED, rejected.getMessage());
        }
    }

    @Override
    public void gone(VerifiedPackage gone) {
        broken.remove(name(gone));
        versions.retire(gone.manifest().id(), gone.manifest().version());
    }

    /** An old version that no bank has called for a while gives its memory back; its next call starts it again. */
    private void rest(String id, String version) {
        if (newest(id).filter(version::equals).isEmpty()) {
            log.info("plugin rests id={} version={}", id, version);
            versions.retire(id, version);
        }
    }

    /** Of those that are installed, running or not. */
    public Optional<String> newest(String id) {
        return packages.versions(id).stream().findFirst().map(one -> one.manifest().version());
    }

    /** Of the newest version of each plugin that runs. */
    public List<Manifest> started() {
        return versions.all().stream()
                .map(Hosted::manifest)
                .filter(one -> newest(one.id()).filter(one.version()::equals).isPresent())
                .toList();
    }

    /** Where that version runs, or would; empty if it is not installed. */
    public Optional<Mode> mode(String id, String version) {
        return packages.find(id, version).map(placement::of);
    }

    /** Packages that cannot run, with the reason. */
    public Map<String, String> broken() {
        return new TreeMap<>(broken);
    }

    private static String name(VerifiedPackage one) {
        return one.manifest().id() + "-" + one.manifest().version();
    }

    @PreDestroy
    void stop() {
        versions.close();
    }
}
