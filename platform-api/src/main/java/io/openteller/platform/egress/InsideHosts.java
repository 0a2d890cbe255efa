package io.openteller.platform.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Machines on this host and in private networks that calls may reach nonetheless, as an operator lists them:
 * {@code core.bank.internal}, {@code localhost:11434} or {@code 10.20.0.0/16}. A name without a port means all of its ports.
 * Link-local addresses, where clouds keep their metadata, and multicast are never among them.
 */
public final class InsideHosts {

    public static final InsideHosts NONE = new InsideHosts(List.of());

    private final List<Entry> entries;

    private InsideHosts(List<Entry> entries) {
        this.entries = entries;
    }

    /** @throws IllegalArgumentException naming the entry that is none */
    public static InsideHosts of(Collection<String> written) {
        return new InsideHosts(written.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(InsideHosts::entry)
                .toList());
    }

    /** @param at what the name of {@code address} was resolved to */
    public boolean allow(URI address, InetAddress at) {
        if (at.isLinkLocalAddress() || at.isMulticastAddress() || at.isAnyLocalAddress()) {
            return false;
        }
        return entries.stream().anyMatch(entry -> entry.matches(address, at));
    }

    private sealed interface Entry {
        boolean matches(URI address, InetAddress at);
    }

    private record Name(String host, @Nullable Integer port) implements Entry {
        @Override
        public boolean matches(URI address, InetAddress at) {
            int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
            int asked = address.getPort() < 0 ? usual : address.getPort();
            return host.equalsIgnoreCase(address.getHost()) && (port == null || port == asked);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(byte[] start, int bits) implements Entry {
        @Override
        public boolean matches(URI address, InetAddress at) {
            byte[] bytes = at.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Entry entry(String written) {
        int slash = written.indexOf('/');
        if (slash > 0) {
            return network(written, slash);
        }
        if (!AllowedHosts.isOne(written) || written.startsWith("*")) {
            throw new IllegalArgumentException("no host and no network: " + written);
        }
        int colon = written.lastIndexOf(':');
        boolean port = colon > written.lastIndexOf(']') && colon > 0;
        String host = (port ? written.substring(0, colon) : written).toLowerCase(Locale.ROOT);
        return new Name(host, port ? Integer.valueOf(written.substring(colon + 1)) : null);
    }

    private static Entry network(String written, int slash) {
        String start = written.substring(0, slash);
        try {
            // Digits and colons alone: nothing is looked up.
            if (!start.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
                throw new IllegalArgumentException("no network: " + written);
            }
            byte[] bytes = InetAddress.getByName(start).getAddress();
            int bits = Integer.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > bytes.length * 8) {
                throw new IllegalArgumentException("no network: " + written);
            }
            return new Network(bytes, bits);
        } catch (UnknownHostException | NumberFormatException none) {
            throw new IllegalArgumentException("no network: " + written, none);
        }
    }
}
