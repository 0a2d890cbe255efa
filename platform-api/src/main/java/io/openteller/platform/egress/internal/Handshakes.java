package io.openteller.platform.egress.internal;

import io.openteller.spi.ClientCertificate;
import io.openteller.spi.Http.HttpFault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Encryption in somebody's name: with a certificate of theirs, and towards the authorities that they believe. */
final class Handshakes {

    private static final int KEPT = 200;
    private static final long LONGEST_SILENCE_NANOS = 1_000_000_000L;
    private static final long POLL_NANOS = 500_000L;
    private static final char[] NO_PASSWORD = new char[0];

    /** Made once for each: making one takes longer than a call. */
    private final Map<ClientCertificate, SSLSocketFactory> made =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ClientCertificate, SSLSocketFactory> eldest) {
                    return size() > KEPT;
                }
            });

    /** @throws HttpFault if it cannot be used, now or at all; nothing was sent */
    SSLSocketFactory as(ClientCertificate certificate) throws HttpFault {
        try {
            // Looked at each time, for it may have run out since; only new connections come here.
            KeyStore keys = certificate.keys();
            SSLSocketFactory known = made.get(certificate);
            if (known == null) {
                known = factory(keys, certificate.trusted());
                made.put(certificate, known);
            }
            return known;
        } catch (IllegalArgumentException unfit) {
            throw new HttpFault(HttpFault.Kind.CERTIFICATE, String.valueOf(unfit.getMessage()));
        } catch (GeneralSecurityException unusable) {
            throw new HttpFault(HttpFault.Kind.CERTIFICATE, "the client certificate cannot be used");
        }
    }

    private static SSLSocketFactory factory(KeyStore keys, @Nullable KeyStore trusted) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, NO_PASSWORD);
        KeyManager[] managers = own.getKeyManagers();
        TrustManager[] believed = null;
        if (trusted != null) {
            TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            theirs.init(trusted);
            believed = theirs.getTrustManagers();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers, believed, null);
        return context.getSocketFactory();
    }

    /**
     * By TLS 1.3 a server says after the handshake that it does not take a certificate, and hangs up: a request sent meanwhile
     * would be lost in a broken connection that nobody could tell from another. So its first word is heard before; most servers
     * have one, a ticket for the next time, for those whom they take.
     */
    static void hearVerdict(SSLSocket socket, Socket plain) throws IOException {
        if (!socket.getSession().getProtocol().equals("TLSv1.3")) {
            return;
        }
        long end = System.nanoTime() + LONGEST_SILENCE_NANOS;
        while (plain.getInputStream().available() == 0) {
            if (System.nanoTime() > end) {
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
        }
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            throw new IOException("the server speaks first");
        } catch (SocketTimeoutException nothingAgainstIt) {
            socket.setSoTimeout(0);
        }
    }

    /** What came of two sides that show each other certificates, in words; null if it was something else. */
    static @Nullable String said(IOException failure) {
        if (failure instanceof HttpFault fault) {
            return fault.kind() == HttpFault.Kind.CERTIFICATE ? fault.getMessage() : null;
        }
        if (!(failure instanceof SSLException)) {
            return null;
        }
        String alert = String.valueOf(failure.getMessage());
        if (alert.contains("Received fatal alert")) {
            return "the server does not take the client certificate ("
                    + alert.replaceFirst(".*Received fatal alert: *", "").replaceAll("[^a-z_]", "") + ")";
        }
        if (caused(failure, CertPathBuilderException.class)) {
            return "the server's own certificate leads to no authority that is trusted";
        }
        return caused(failure, CertificateException.class)
                ? "the server's own certificate is not good for this address, or not now"
                : null;
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> by) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (by.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
