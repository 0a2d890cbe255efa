package io.openteller.platform.egress;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What to ask of whom.
 *
 * @param method GET or HEAD are sent on where a redirect points; others are not
 * @param headers as they are; those that sign somebody in are left out once a redirect leads to another host
 * @param allowed where it may lead, redirects included
 * @param within for everything: resolving, connecting, redirects and the whole answer
 * @param mostBytes of the answer's body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EgressCall(
        String method,
        URI address,
        Map<String, String> headers,
        byte[] body,
        AllowedHosts allowed,
        Duration within,
        int mostBytes) {

    public static EgressCall get(
            URI address, Map<String, String> headers, AllowedHosts allowed, Duration within, int mostBytes) {
        return new EgressCall("GET", address, headers, new byte[0], allowed, within, mostBytes);
    }
}
