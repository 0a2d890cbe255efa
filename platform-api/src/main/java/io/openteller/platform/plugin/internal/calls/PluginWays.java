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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
        return request -> {
            Duration left = Duration.between(clock.instant(), call.deadline());
            Duration margin = left.compareTo(MARGIN.multipliedBy(4)) > 0 ? MARGIN : Duration.ZERO;
            Passage passage = new Passage(
                    allowed(manifest.egress()), insides, left.minus(margin), MOST_BYTES, call::cancelled);
            return egress.open(request, passage);
        };
    }

    private AllowedHosts allowed(List<String> hosts) {
        AllowedHosts allowed = known.get(hosts);
        if (allowed == null) {
            allowed = AllowedHosts.of(hosts);
            if (known.size() > REMEMBERED) {
                known.clear();
            }
            known.put(hosts, allowed);
        }
        return allowed;
    }
}
