package io.openteller.platform.plugin.internal.packages;

import io.openteller.packages.VerifiedPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verified packages of this platform; versions of one plugin lie side by side. None of their code runs here. */
public interface PackageStore {

    /**
     * Verifies a package and takes it in. The same file a second time changes nothing.
     *
     * @param olderAllowed whether it may be older than the newest version that is there
     * @throws io.openteller.platform.problem.ProblemException PLUGIN_REJECTED with the reason; what was there before then
     *     still is
     */
    VerifiedPackage install(Path zip, boolean olderAllowed);

    Optional<VerifiedPackage> find(String id, String version);

    /** Newest first; empty if there is no such plugin. */
    List<VerifiedPackage> versions(String id);

    /** By id, the newest version of each first. */
    List<VerifiedPackage> all();

    /**
     * @throws io.openteller.platform.problem.ProblemException NOT_FOUND; PLUGIN_IN_USE while a bank has this version
     *     switched on
     */
    void remove(String id, String version);

    /** Files in the platform's folder, with why they were refused. */
    Map<String, String> refused();

    /** Is told from now on. Called one at a time, on the thread that makes the change. */
    void listen(PackageListener listener);
}
