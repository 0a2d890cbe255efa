package io.openteller.platform.routing;

/** Where a message goes. */
public interface Router {

    Ruling decide(Snapshot snapshot);
}
