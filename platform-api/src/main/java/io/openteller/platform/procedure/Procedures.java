package io.openteller.platform.procedure;

import io.openteller.procedures.definition.Definition;
import java.util.List;
import java.util.Optional;

/** What the current bank has published. */
public interface Procedures {

    /** The version that a new run starts with; empty if there is none, or it is archived. */
    Optional<Published> current(String id);

    /** Any version that was ever published, for runs in progress. */
    Optional<Published> version(String id, int number);

    /** Every one that a message or an event may start. Answered from memory. */
    List<Published> inForce();

    /** One version. @param version from 1 */
    record Published(String id, int version, Definition definition) {}
}
