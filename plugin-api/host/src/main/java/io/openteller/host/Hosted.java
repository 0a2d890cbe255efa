package io.openteller.host;

import io.openteller.packages.Manifest;
import io.openteller.spi.OpentellerPlugin;
import java.util.Optional;
import java.util.OptionalLong;
import org.pf4j.ExtensionPoint;

/**
 * One version of a plugin, running. Any thread may call its extensions. Whatever goes wrong in a call is a
 * {@link PluginFailure}.
 */
public interface Hosted extends AutoCloseable {

    Manifest manifest();

    OpentellerPlugin plugin();

    /** The plugin's one object for that interface, the same one at every call. */
    <P extends ExtensionPoint> Optional<P> extension(Class<P> point);

    Mode mode();

    /** What keeps it from the network and from the platform, in a sentence for operators. */
    String confinement();

    /** Its own process, if it has one and it lives just now. */
    OptionalLong process();

    /** Stops it. Calls that are under way fail. */
    @Override
    void close();
}
