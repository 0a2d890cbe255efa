package io.openteller.platform.plugin.internal.calls;

import io.openteller.packages.Manifest;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;

/** Gives a call its way to other machines. */
public interface Ways {

    /**
     * @param manifest whose egress names hosts alone: what it takes from settings was filled in
     * @param call whose bank, deadline and end bind whatever goes out
     */
    Http open(Manifest manifest, CallContext call);
}
