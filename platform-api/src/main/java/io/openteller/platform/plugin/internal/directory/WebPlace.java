package io.openteller.platform.plugin.internal.directory;

import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.egress.Egress;
import io.openteller.platform.egress.EgressCall;
import io.openteller.platform.egress.EgressOutcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** @param base ends with a slash */
record WebPlace(URI base, Egress egress) implements Place {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int GOOD = 200;

    @Override
    public String words() {
        return base.toString();
    }

    @Override
    public boolean far() {
        return true;
    }

    @Override
    public byte[] read(String file, int most) throws IOException {
        EgressCall call = EgressCall.get(base.resolve(file), Map.of(), AllowedHosts.of(base), WITHIN, most);
        return switch (egress.call(call)) {
            case EgressOutcome.Answered(int status, var address, var headers, byte[] body) when status == GOOD -> body;
            case EgressOutcome.Answered answered -> throw new IOException("it answers " + answered.status());
            case EgressOutcome.Refused(var why, var address) -> throw new IOException("it may not be called: " + why);
            case EgressOutcome.Failed(var fault, var address) -> throw new IOException("it cannot be reached: " + fault);
        };
    }
}
