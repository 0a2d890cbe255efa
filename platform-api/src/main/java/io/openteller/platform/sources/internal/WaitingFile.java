package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that this process has taken to read.
 *
 * @param fence its owner's number: whoever has an older one must not write
 * @param attempts how often it was begun, this time included, without being given back
 */
record WaitingFile(
        UUID id,
        UUID upload,
        String name,
        String slug,
        int depth,
        long bytes,
        int fence,
        int attempts,
        @Nullable String category,
        @Nullable String language,
        Actor by) {}
