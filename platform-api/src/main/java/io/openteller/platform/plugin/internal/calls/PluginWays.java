package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.annotation.Property;
import io.openteller.packages.Manifest;
import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.egress.InsideHosts;
import io.openteller.platform.egress.LiveEgress;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ways to other machines that a plugin's description declares, for one call at a time. */
@Singleton
class PluginWays implements Ways {

    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int REMEMBERED = 1_000;
    /** A call whose server is too slow can still say so itself before nobody listens. */
    private static final Duration MARGIN = Duration.ofMillis(40);

    private final LiveEgress egress;
    private final Clock clock;
    private final InsideHosts insides;
    private final Map<List<String>, AllowedHosts> known = new ConcurrentHashMap<>();

    /** @param insides hosts and networks of the operator's own that plugins may reach: none unless named */
    PluginWays(
            LiveEgress egress,
            Clock clock,
            @Property(name = "openteller.plugins.private-hosts", defaultValue = "") List<String> insides) {
        this.egress = egress;
        this.clock = clock;
        this.insides = InsideHosts.of(insides);
    }

    @Override
    public Http open(Manifest manifest, CallContext call) {
        return open(manifest.egress(), call);
    }

    /** @param declared hosts, and <code>{setting}</code> for the host of the address in that setting */
    private Http open(List<String> declared, CallContext call) {
        return request -> {
            Duration left = Duration.between(clock.instant(), call.deadline());
            Duration margin = left.compareTo(MARGIN.multipliedBy(4)) > 0 ? MARGIN : Duration.ZERO;
            Passage passage = new Passage(
                    allowed(declared, call), insides, left.minus(margin), MOST_BYTES, call::cancelled);
            return egress.open(request, passage);
        };
    }

    private AllowedHosts allowed(List<String> declared, CallContext call) {
        List<String> filled = new ArrayList<>(declared.size());
        for (String entry : declared) {
            boolean setting = entry.startsWith("{") && entry.endsWith("}");
            String value = setting ? call.setting(entry.substring(1, entry.length() - 1)) : entry;
            if (value != null && !value.isBlank()) {
                filled.add(setting ? "=" + value : value);
            }
        }
        AllowedHosts hosts = known.get(filled);
        if (hosts == null) {
            hosts = hosts(filled);
            if (known.size() > REMEMBERED) {
                known.clear();
            }
            known.put(filled, hosts);
        }
        return hosts;
    }

    private static AllowedHosts hosts(List<String> filled) {
        List<String> hosts = new ArrayList<>();
        for (String one : filled) {
            String host = one.startsWith("=") ? hostOf(one.substring(1).strip()) : one;
            if (host != null) {
                hosts.add(host);
            }
        }
        return AllowedHosts.of(hosts);
    }

    /** Null for what is no address: it opens no way. */
    private static @Nullable String hostOf(String setting) {
        try {
            String scheme = setting.toLowerCase(Locale.ROOT);
            if (scheme.startsWith("http://") || scheme.startsWith("https://")) {
                // Queries of settings need not be well-formed addresses.
                URI address = URI.create(setting.replaceFirst("[?#].*$", ""));
                return address.getHost() == null ? null : AllowedHosts.nameOf(address);
            }
            return !setting.startsWith("*") && AllowedHosts.isOne(setting) ? setting : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
