package io.openteller.platform.reading;

/** Why a file cannot be read. */
public enum Fault {
    EMPTY,
    ENCRYPTED,
    BROKEN,
    /** Pages are there, but as pictures. */
    SCANNED_ONLY,
    TYPE_UNKNOWN
}
