package io.openteller.platform.sources;

import io.openteller.platform.audit.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files handed in many at a time, for the current tenant. */
public interface Uploads {

    /**
     * Begins to take files in; nothing is read before {@link Receiving#complete}.
     *
     * @param category of all of them; null to keep what each says of itself
     * @param language likewise
     */
    Receiving receive(Actor by, @Nullable String category, @Nullable String language);

    Optional<UploadView> find(UUID upload);

    /** Newest first, without their items. */
    List<UploadView> list(int limit);

    /** Files that are not read yet will not be. @return false if there is no such upload */
    boolean cancel(UUID upload);

    /** Reads one file that waits, or opens one archive. @return false when none waits */
    boolean readNext();
}
