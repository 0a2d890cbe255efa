package io.openteller.platform.sources.internal;

import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.reading.Fault;
import io.openteller.platform.sources.FailureCode;
import io.openteller.platform.sources.UploadView.ItemState;
import org.jspecify.annotations.Nullable;

/** How it ended for one file. */
record FileResult(
        ItemState state,
        @Nullable FailureCode code,
        @Nullable String detail,
        @Nullable Integer version,
        @Nullable Integer passages) {

    static FileResult failed(FailureCode code, String detail) {
        return new FileResult(ItemState.FAILED, code, detail, null, null);
    }

    static FileResult failed(Fault fault, String detail) {
        return failed(
                switch (fault) {
                    case EMPTY -> FailureCode.FILE_EMPTY;
                    case ENCRYPTED -> FailureCode.FILE_ENCRYPTED;
                    case BROKEN -> FailureCode.FILE_BROKEN;
                    case SCANNED_ONLY -> FailureCode.FILE_SCANNED_ONLY;
                    case TYPE_UNKNOWN -> FailureCode.FILE_TYPE_UNKNOWN;
                },
                detail);
    }

    static FileResult unpacked(int files) {
        return new FileResult(
                ItemState.UNPACKED, null, files == 1 ? "1 file" : files + " files", null, null);
    }

    static FileResult stored(Stored draft, String notes) {
        return new FileResult(
                draft.changed() ? ItemState.STORED : ItemState.UNCHANGED,
                null,
                notes.isEmpty() ? null : notes,
                draft.version(),
                draft.passages());
    }
}
