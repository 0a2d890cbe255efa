package io.openteller.spi;

import java.io.IOException;

/**
 * Calls other machines by HTTP, on the calling thread, within the call's deadline. Reaches the hosts that the plugin's
 * description declares and no others; follows no redirect; no proxy, cookie or credential is added. A plugin has no other way
 * out: sockets and the JDK's own clients are closed to it.
 */
public interface Http {

    /**
     * Sends once; never repeated by the platform.
     *
     * @return whatever the server answers, whatever its status; to be closed. Its body comes while it is read
     * @throws HttpFault if no answer began
     */
    HttpAnswer call(HttpRequest request) throws HttpFault;

    /** Why there is no answer, or no more of it. Reading a body throws it, too. */
    final class HttpFault extends IOException {

        private static final long serialVersionUID = 1;

        private final Kind kind;

        public HttpFault(Kind kind, String detail) {
            super(detail);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** What happened. More may come in a later version of this interface. */
        public enum Kind {
            /** The host is not declared, or is one that nothing may reach. Nothing was sent. */
            NOT_ALLOWED,
            /** No connection, or it broke off. What was sent may have had its effect. */
            UNREACHABLE,
            /** Not by the deadline. What was sent may have had its effect. */
            TOO_SLOW,
            /** The body is longer than any answer may be (16 MB). */
            TOO_LARGE,
            /** The caller has gone. */
            CANCELLED,
            /**
             * The client certificate cannot be used, the server did not take it, or the server's own leads to no authority that
             * is trusted. The request was not looked at. Only of requests with a certificate; since 1.2.
             */
            CERTIFICATE
        }
    }
}
