package io.openteller.platform.sources;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Web sites that documents are made from, for the current tenant. */
public interface Sites {

    List<SiteView> list();

    /** @param id of the one to change; a new one otherwise */
    SiteView put(UUID id, SiteSettings settings, String by);

    /** With its visits. What became documents stays. @return false if there is no such site */
    boolean remove(UUID id);

    /** Begins a visit; the one that is going on if there is. Empty if there is no such site. */
    Optional<RunView> crawl(UUID id);

    /** Newest first, without their items. */
    List<RunView> runs(UUID site);

    Optional<RunView> run(UUID run);

    /** Begins visits that are due, and fetches one address that waits. @return false when there was nothing to do now */
    boolean fetchNext();
}
