package io.openteller.platform.plugin.internal.packages;

import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.packages.TrustedKey;
import io.openteller.platform.plugin.internal.packages.PluginEvents.By;
import io.openteller.platform.plugin.internal.packages.PluginEvents.Event;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hears of keys that came or were revoked in the folder, by hand or by another replica; and clears up. */
@Singleton
class KeyWatch {

    private final FolderPackages packages;
    private final Leaving leaving;
    private final KeyRing keys;
    private final PluginEvents events;
    private final Map<String, TrustedKey> known = new ConcurrentHashMap<>();

    KeyWatch(FolderPackages packages, Leaving leaving, KeyRing keys, PluginEvents events) {
        this.packages = packages;
        this.leaving = leaving;
        this.keys = keys;
        this.events = events;
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "5s")
    void look() {
        packages.keysChanged(By.FOLDER);
        leaving.sweep();
        for (TrustedKey key : keys.all()) {
            if (!key.equals(known.put(key.keyId(), key))) {
                events.recordOnce(Event.key(By.FOLDER, key));
            }
        }
    }
}
