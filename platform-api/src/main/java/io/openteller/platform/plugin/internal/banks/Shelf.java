package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Semver;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages that the platform has: several versions of a plugin side by side, the same for every bank. */
public interface Shelf {

    List<Shelved> all();

    /** Files that are no packages, or none that is trusted, with the reason. */
    Map<String, String> refused();

    /** Every version of one, the newest first. */
    default List<Shelved> versions(String plugin) {
        return all().stream()
                .filter(one -> one.id().equals(plugin))
                .sorted(Comparator.<Shelved, Semver>comparing(one -> Semver.of(one.version())).reversed())
                .toList();
    }

    default Optional<Shelved> find(String plugin, String version) {
        return all().stream()
                .filter(one -> one.id().equals(plugin) && one.version().equals(version))
                .findFirst();
    }
}
