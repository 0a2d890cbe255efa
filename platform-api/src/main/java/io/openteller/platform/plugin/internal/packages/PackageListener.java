package io.openteller.platform.plugin.internal.packages;

import io.openteller.packages.VerifiedPackage;

/** Whoever runs packages. */
public interface PackageListener {

    /**
     * A version came.
     *
     * @throws io.openteller.platform.problem.ProblemException PLUGIN_REJECTED if it cannot run: then it is not installed
     */
    void installed(VerifiedPackage added);

    /** A version was removed, or the key that signed it is not trusted any more: nothing of it may be called from now on. */
    void gone(VerifiedPackage gone);
}
