package io.openteller.platform.plugin.internal.packages;

import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.plugin.internal.packages.PluginEvents.By;
import jakarta.inject.Singleton;

/** Hears of a key that was revoked in the folder, by hand or by another replica. */
@Singleton
class KeyWatch {

    private final FolderPackages packages;

    KeyWatch(FolderPackages packages) {
        this.packages = packages;
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "5s")
    void look() {
        packages.keysChanged(By.FOLDER);
    }
}
