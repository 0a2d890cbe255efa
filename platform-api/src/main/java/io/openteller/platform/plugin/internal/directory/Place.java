package io.openteller.platform.plugin.internal.directory;

import java.io.IOException;

/** Where the files of a directory lie. */
interface Place {

    /** For people. */
    String words();

    /** Whether reading takes so long that what was read is worth keeping for a while. */
    boolean far();

    /** @throws IOException with words for people if it cannot be read, or is longer than {@code most} */
    byte[] read(String file, int most) throws IOException;
}
