package io.openteller.platform.plugin.internal.calls;

import io.openteller.packages.Manifest;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import jakarta.inject.Singleton;

/** Until plugins have a way out. */
@Singleton
class NoWays implements Ways {

    @Override
    public Http open(Manifest manifest, CallContext call) {
        return request -> {
            throw new Http.HttpFault(Http.HttpFault.Kind.NOT_ALLOWED, "nothing is declared");
        };
    }
}
