package io.openteller.platform.sources;

/** Why a file did not become a document. */
public enum FailureCode {
    FILE_EMPTY,
    FILE_TOO_LARGE,
    FILE_ENCRYPTED,
    FILE_BROKEN,
    FILE_SCANNED_ONLY,
    FILE_TYPE_UNKNOWN,
    ARCHIVE_TOO_DEEP,
    ARCHIVE_TOO_LARGE
}
