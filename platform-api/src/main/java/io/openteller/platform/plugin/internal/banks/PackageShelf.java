package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verified packages, with what their files and the platform's record say of them besides. */
@Singleton
class PackageShelf implements Shelf {

    private static final Logger log = LoggerFactory.getLogger(PackageShelf.class);
    private static final String CHANGELOG = "CHANGELOG.md";
    private static final int LONGEST = 64 * 1024;

    private final PackageStore store;
    private final PlatformDatabase database;
    private final Map<VerifiedPackage, Shelved> known = new ConcurrentHashMap<>();

    PackageShelf(PackageStore store, PlatformDatabase database) {
        this.store = store;
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
        return store.refused();
    }

    private Shelved shelved(VerifiedPackage one) {
        boolean apart = one.trust() == Trust.PARTNER;
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
