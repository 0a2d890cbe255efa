package io.openteller.platform.problem;

/** Who can fix it. Decides alert, log level and status family. */
public enum ErrorKind {
    CALLER,
    LIMIT,
    PARTNER,
    PLATFORM
}
