package io.openteller.platform.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** An upload while its files arrive. */
public interface Receiving {

    /** Keeps a file, reading it once and never holding more than a piece of it. One that is too large is not kept, and says so. */
    void file(String name, InputStream content) throws IOException;

    /** All are there: reading begins. */
    UUID complete();

    /** Not all came. Nothing of it stays. */
    void abandon();
}
