package io.openteller.host;

/** Where a plugin runs. */
public enum Mode {
    /** In this process: fast, and trusted. A loop cannot be stopped here. */
    IN_PROCESS,
    /** In a process of its own, without a network, that is ended when it does not behave. */
    ISOLATED
}
