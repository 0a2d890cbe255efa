package io.openteller.platform.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of a call. */
public sealed interface EgressOutcome {

    /**
     * @param address that answered, after redirects
     * @param headers by lower-case name, the first value of each
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(int status, URI address, Map<String, String> headers, byte[] body) implements EgressOutcome {

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** It may not go there. Nothing of an answer is shown. */
    record Refused(Why why, URI address) implements EgressOutcome {}

    /** It went there, and no complete answer came. */
    record Failed(Fault fault, URI address) implements EgressOutcome {}

    /** Why a call is refused. */
    enum Why {
        /** Not http or https, with a user in it, or without a host. */
        BAD_ADDRESS,
        HOST_NOT_ALLOWED,
        /** This machine, a private network, a cloud's metadata. */
        PRIVATE_ADDRESS,
        /** From https to http. */
        DOWNGRADE
    }

    /** Why no complete answer came. */
    enum Fault {
        UNKNOWN_HOST,
        UNREACHABLE,
        TOO_SLOW,
        TOO_LARGE,
        TOO_MANY_REDIRECTS
    }
}
