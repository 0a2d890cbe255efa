package io.openteller.platform.plugin.internal.packages;

import io.openteller.packages.Rules;
import io.openteller.packages.Semver;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.Verification;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.Verifier;
import io.openteller.platform.plugin.internal.packages.PluginEvents.Action;
import io.openteller.platform.plugin.internal.packages.PluginEvents.By;
import io.openteller.platform.plugin.internal.packages.PluginEvents.Event;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.spi.SpiVersion;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packages as zips in a folder. What is in the folder is verified at every start, and unpacked where only this process is. */
@Singleton
class FolderPackages implements PackageStore {

    private static final Logger log = LoggerFactory.getLogger(FolderPackages.class);

    private final PackageFiles files;
    private final RunFolder run;
    private final Leaving leaving;
    private final KeyRing keys;
    private final PluginEvents events;
    private final BankUses uses;
    private final Map<Id, VerifiedPackage> verified = new ConcurrentHashMap<>();
    private final Map<Id, Path> zips = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final List<PackageListener> listeners = new CopyOnWriteArrayList<>();

    FolderPackages(
            PackageFiles files, RunFolder run, Leaving leaving, KeyRing keys, PluginEvents events, BankUses uses) {
        this.files = files;
        this.run = run;
        this.leaving = leaving;
        this.keys = keys;
        this.events = events;
        this.uses = uses;
    }

    private record Id(String id, String version) {
        static Id of(VerifiedPackage of) {
            return new Id(of.manifest().id(), of.manifest().version());
        }
    }

    @PostConstruct
    void load() {
        keys.say();
        files.all().forEach(this::loadOne);
    }

    /** One that is refused must not keep the others, or the platform, from starting. */
    private void loadOne(Path zip) {
        String name = String.valueOf(zip.getFileName());
        switch (verify(zip, true)) {
            case Verification.Verified(VerifiedPackage one) -> {
                if (verified.putIfAbsent(Id.of(one), one) == null) {
                    zips.put(Id.of(one), zip);
                    events.recordOnce(Event.of(Action.INSTALLED, By.FOLDER, one, "in the folder"));
                } else {
                    leaving.now(one.folder());
                }
            }
            case Verification.Rejected(var reason, String words) -> {
                refused.put(name, words);
                events.recordOnce(Event.refused(By.FOLDER, name, reason + ": " + words));
                log.error("plugin refused file={} reason={} words={}", name, reason, words);
            }
        }
    }

    private Verification verify(Path zip, boolean olderAllowed) {
        try {
            return Verifier.verify(zip, keys, run.path(), new Rules(SpiVersion.current(), this::hashes, olderAllowed));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> hashes(String id) {
        Map<String, String> hashes = new HashMap<>();
        versions(id).forEach(one -> hashes.put(one.manifest().version(), one.sha256()));
        return hashes;
    }

    @Override
    public synchronized VerifiedPackage install(Path zip, boolean olderAllowed) {
        return switch (verify(zip, olderAllowed)) {
            case Verification.Verified(VerifiedPackage added) -> {
                VerifiedPackage same = verified.get(Id.of(added));
                if (same != null) {
                    leaving.now(added.folder());
                    yield same;
                }
                yield takenIn(zip, added);
            }
            case Verification.Rejected(var reason, String words) -> {
                events.record(Event.refused(By.OPERATOR, "upload", reason + ": " + words));
                log.warn("plugin refused reason={} words={}", reason, words);
                throw new ProblemException(ErrorCode.PLUGIN_REJECTED, words);
            }
        };
    }

    private VerifiedPackage takenIn(Path zip, VerifiedPackage added) {
        Id id = Id.of(added);
        verified.put(id, added);
        try {
            listeners.forEach(listener -> listener.installed(added));
            zips.put(id, files.keep(zip, added));
        } catch (ProblemException cannotRun) {
            takeOut(added);
            events.record(Event.of(Action.REFUSED, By.OPERATOR, added, String.valueOf(cannotRun.detail())));
            throw cannotRun;
        } catch (IOException failure) {
            takeOut(added);
            throw new UncheckedIOException(failure);
        }
        refused.remove(id.id() + "-" + id.version() + ".zip");
        events.record(Event.of(Action.INSTALLED, By.OPERATOR, added, ""));
        uses.tell(id.id(), id.version(), "plugin.installed");
        log.info("plugin installed id={} version={} key={}", id.id(), id.version(), added.manifest().publisher().key());
        return added;
    }

    @Override
    public Optional<VerifiedPackage> find(String id, String version) {
        return Optional.ofNullable(verified.get(new Id(id, version)));
    }

    @Override
    public List<VerifiedPackage> versions(String id) {
        return all().stream().filter(one -> one.manifest().id().equals(id)).toList();
    }

    @Override
    public List<VerifiedPackage> all() {
        Comparator<VerifiedPackage> byVersion = Comparator.comparing(one -> Semver.of(one.manifest().version()));
        return verified.values().stream()
                .sorted(Comparator.comparing((VerifiedPackage one) -> one.manifest().id())
                        .thenComparing(byVersion.reversed()))
                .toList();
    }

    @Override
    public synchronized void remove(String id, String version) {
        VerifiedPackage one = find(id, version).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        boolean newest = versions(id).getFirst() == one;
        if (uses.any(id, version, newest)) {
            throw new ProblemException(ErrorCode.PLUGIN_IN_USE);
        }
        Path zip = zips.remove(Id.of(one));
        if (zip != null) {
            files.delete(zip);
        }
        takeOut(one);
        events.record(Event.of(Action.REMOVED, By.OPERATOR, one, ""));
    }

    /** Holds what is in service against the keys as they are now. Everything is out before anything is recorded. */
    synchronized void keysChanged(By actor) {
        List<VerifiedPackage> out = new ArrayList<>();
        for (VerifiedPackage one : all()) {
            Optional<TrustedKey> key =
                    keys.find(one.manifest().publisher().key()).filter(found -> found.revokedAt() == null);
            if (key.isEmpty()) {
                takeOut(one);
                out.add(one);
            } else if (key.get().level() != one.trust()) {
                trustedOtherwise(one, key.get());
            }
        }
        for (VerifiedPackage one : out) {
            Path zip = zips.remove(Id.of(one));
            String why = "its key " + one.manifest().publisher().key() + " is not trusted any more";
            refused.put(zip == null ? one.manifest().id() : String.valueOf(zip.getFileName()), why);
            log.warn("plugin out of service id={} version={}: {}", one.manifest().id(), one.manifest().version(), why);
            events.record(Event.of(Action.OUT_OF_SERVICE, actor, one, why));
            uses.tell(one.manifest().id(), one.manifest().version(), "plugin.out-of-service");
        }
    }

    /** How it runs depends on how far its key is trusted: it starts again, or not at all. */
    private void trustedOtherwise(VerifiedPackage one, TrustedKey key) {
        VerifiedPackage again =
                new VerifiedPackage(one.manifest(), one.sha256(), key.level(), one.folder(), one.extensions());
        verified.put(Id.of(one), again);
        listeners.forEach(listener -> listener.gone(one));
        try {
            listeners.forEach(listener -> listener.installed(again));
        } catch (ProblemException cannotRun) {
            log.error("plugin does not start as {} id={} reason={}", key.level(), one.manifest().id(), cannotRun.detail());
        }
    }

    private void takeOut(VerifiedPackage one) {
        verified.remove(Id.of(one));
        for (PackageListener listener : listeners) {
            try {
                listener.gone(one);
            } catch (RuntimeException failure) {
                // The next ones must go all the same: their key may be in a thief's hands.
                log.error("plugin could not be ended id={}", one.manifest().id(), failure);
            }
        }
        leaving.later(one.folder());
    }

    @Override
    public Map<String, String> refused() {
        return new TreeMap<>(refused);
    }

    @Override
    public void listen(PackageListener listener) {
        listeners.add(listener);
    }
}
