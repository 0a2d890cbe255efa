package io.openteller.platform.plugin.internal.packages;

import io.micronaut.context.annotation.Property;
import io.openteller.packages.Rules;
import io.openteller.packages.Semver;
import io.openteller.packages.Trees;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packages as zips in a folder. What is in the folder is verified at every start, and unpacked where only this process is. */
@Singleton
class FolderPackages implements PackageStore {

    private static final Logger log = LoggerFactory.getLogger(FolderPackages.class);

    private final Path folder;
    private final RunFolder run;
    private final KeyRing keys;
    private final PluginEvents events;
    private final BankUses uses;
    private final Map<Id, VerifiedPackage> verified = new ConcurrentHashMap<>();
    private final Map<Id, Path> zips = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final List<PackageListener> listeners = new CopyOnWriteArrayList<>();

    FolderPackages(
            @Property(name = "openteller.plugins.folder") Path folder,
            RunFolder run,
            KeyRing keys,
            PluginEvents events,
            BankUses uses) {
        this.folder = folder;
        this.run = run;
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
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        keys.unreadable().forEach(name -> log.error("trusted key cannot be read, and trusts nobody: {}", keys.place().resolve(name)));
        if (!found.isEmpty() && keys.all().stream().noneMatch(key -> key.revokedAt() == null)) {
            log.error("no plugin will be loaded: no key is trusted; put <keyId>.json of a publisher into {}", keys.place());
        }
        found.forEach(this::loadOne);
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
                    delete(one.folder());
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
                    delete(added.folder());
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
        Path home = folder.resolve(id.id() + "-" + id.version() + ".zip");
        verified.put(id, added);
        try {
            listeners.forEach(listener -> listener.installed(added));
            Files.createDirectories(folder);
            Path part = Files.copy(zip, folder.resolve(home.getFileName() + ".part"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, home, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (ProblemException cannotRun) {
            verified.remove(id);
            delete(added.folder());
            events.record(Event.of(Action.REFUSED, By.OPERATOR, added, String.valueOf(cannotRun.detail())));
            throw cannotRun;
        } catch (IOException failure) {
            takeOut(added);
            throw new UncheckedIOException(failure);
        }
        zips.put(id, home);
        refused.remove(String.valueOf(home.getFileName()));
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
        try {
            Path zip = zips.remove(Id.of(one));
            if (zip != null) {
                Files.deleteIfExists(zip);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        takeOut(one);
        events.record(Event.of(Action.REMOVED, By.OPERATOR, one, ""));
    }

    /** Holds what is in service against the keys as they are now. */
    synchronized void keysChanged(By actor) {
        for (VerifiedPackage one : all()) {
            String keyId = one.manifest().publisher().key();
            Optional<TrustedKey> key = keys.find(keyId).filter(found -> found.revokedAt() == null);
            if (key.isEmpty()) {
                String why = "its key " + keyId + " is not trusted any more";
                takeOut(one);
                Path zip = zips.remove(Id.of(one));
                refused.put(zip == null ? one.manifest().id() : String.valueOf(zip.getFileName()), why);
                events.record(Event.of(Action.OUT_OF_SERVICE, actor, one, why));
                uses.tell(one.manifest().id(), one.manifest().version(), "plugin.out-of-service");
                log.warn("plugin out of service id={} version={} key={}", one.manifest().id(), one.manifest().version(), keyId);
            } else if (key.get().level() != one.trust()) {
                trustedOtherwise(one, key.get());
            }
        }
    }

    /** How it runs depends on how far its key is trusted: it starts again. */
    private void trustedOtherwise(VerifiedPackage one, TrustedKey key) {
        VerifiedPackage again =
                new VerifiedPackage(one.manifest(), one.sha256(), key.level(), one.folder(), one.extensions());
        verified.put(Id.of(one), again);
        listeners.forEach(listener -> listener.gone(one));
        listeners.forEach(listener -> listener.installed(again));
    }

    private void takeOut(VerifiedPackage one) {
        verified.remove(Id.of(one));
        listeners.forEach(listener -> listener.gone(one));
        delete(one.folder());
    }

    private static void delete(Path unpacked) {
        try {
            Trees.delete(unpacked);
        } catch (IOException left) {
            log.warn("an unpacked plugin could not be deleted", left);
        }
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
