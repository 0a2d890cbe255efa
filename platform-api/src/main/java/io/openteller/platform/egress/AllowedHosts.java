package io.openteller.platform.egress;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that a call may reach: {@code www.bank.example}, {@code *.bank.example} for all below it, {@code host:8443} for a port
 * other than the scheme's own.
 */
public record AllowedHosts(Set<String> names) {

    private static final Pattern NAME =
            Pattern.compile("(\\*\\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:[0-9]{1,5})?|\\[[0-9a-f:.]+](:[0-9]{1,5})?");

    public AllowedHosts {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        names.forEach(name -> {
            if (!isOne(name)) {
                throw new IllegalArgumentException("no host: " + name);
            }
        });
    }

    public static AllowedHosts of(Collection<String> names) {
        return new AllowedHosts(Set.copyOf(names));
    }

    public static AllowedHosts of(URI address) {
        return new AllowedHosts(Set.of(nameOf(address)));
    }

    /** For values from outside. */
    public static boolean isOne(String name) {
        return name.length() <= 260 && NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    public boolean allow(URI address) {
        if (host(address) == null) {
            return false;
        }
        String name = nameOf(address);
        return names.contains(name)
                || names.stream().anyMatch(allowed -> allowed.startsWith("*.") && name.endsWith(allowed.substring(1)));
    }

    /** As {@link #names} would have it. */
    public static String nameOf(URI address) {
        String host = String.valueOf(host(address));
        boolean usual = address.getPort() < 0
                || address.getPort() == ("https".equalsIgnoreCase(address.getScheme()) ? 443 : 80);
        return usual ? host : host + ":" + address.getPort();
    }

    private static @Nullable String host(URI address) {
        String host = address.getHost();
        return host == null ? null : host.toLowerCase(Locale.ROOT);
    }
}
