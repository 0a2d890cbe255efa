package io.openteller.platform.egress;

import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;

/** Calls other machines by HTTP and hands their answers over while they come, on the calling thread. */
public interface LiveEgress {

    /**
     * Sends once and comes back with the head of the answer. Follows no redirect. An interrupted thread, like a caller that
     * has gone, closes the connection at once.
     *
     * @throws HttpFault as {@link io.openteller.spi.Http} says
     */
    HttpAnswer open(HttpRequest request, Passage passage) throws HttpFault;
}
