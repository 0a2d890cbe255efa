package io.openteller.platform.plugin.internal.banks;

import io.openteller.host.Mode;
import io.openteller.packages.VerifiedPackage;
import io.openteller.platform.plugin.internal.packages.PackageListener;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import io.openteller.platform.plugin.internal.running.Running;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verified packages, with what their files and the platform's record say of them besides. */
@Singleton
class PackageShelf implements Shelf, PackageListener {

    private static final Logger log = LoggerFactory.getLogger(PackageShelf.class);
    private static final String CHANGELOG = "CHANGELOG.md";
    private static final int LONGEST = 64 * 1024;

    private final PackageStore store;
    private final Running running;
    private final Settings settings;
    private final PlatformDatabase database;
    private final Map<VerifiedPackage, Shelved> known = new ConcurrentHashMap<>();

    PackageShelf(PackageStore store, Running running, Settings settings, PlatformDatabase database) {
        this.store = store;
        this.running = running;
        this.settings = settings;
        this.database = database;
    }

    @Override
    public List<Shelved> all() {
        List<VerifiedPackage> there = store.all();
        known.keySet().retainAll(there);
        return there.stream()
                .map(one -> known.computeIfAbsent(one, this::shelved))
                .toList();
    }

    @Override
    public Map<String, String> refused() {
        Map<String, String> all = new TreeMap<>(store.refused());
        all.putAll(running.broken());
        return all;
    }

    @PostConstruct
    void listen() {
        store.listen(this);
    }

    @Override
    public void installed(VerifiedPackage added) {
        settings.checkSchema(added.manifest().settings().toString());
    }

    @Override
    public void gone(VerifiedPackage gone) {
        // It is not among the packages any more.
    }

    private Shelved shelved(VerifiedPackage one) {
        boolean apart = running.mode(one.manifest().id(), one.manifest().version()).orElse(Mode.ISOLATED) == Mode.ISOLATED;
        return new Shelved(one.manifest(), one.sha256(), one.trust(), apart, installedAt(one), changelog(one.folder()));
    }

    /** Now, for one that is just being taken in. */
    private Instant installedAt(VerifiedPackage one) {
        return database.inTransaction(sql -> sql.createQuery("SELECT coalesce(max(at), clock_timestamp()) FROM plugin_event"
                        + " WHERE action = 'INSTALLED' AND sha256 = ?")
                .bind(0, one.sha256())
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .one());
    }

    private static String changelog(Path folder) {
        Path file = folder.resolve(CHANGELOG);
        try {
            if (!Files.isRegularFile(file)) {
                return "";
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        } catch (IOException unread) {
            log.warn("a changelog cannot be read: {}", file, unread);
            return "";
        }
    }
}
