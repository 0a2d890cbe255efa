package io.openteller.platform.channel;

import java.util.List;

/** The current bank's sites. */
public interface Sites {

    /** Adds the site, or changes the one with the same key. */
    void put(Site site);

    List<Site> all();
}
