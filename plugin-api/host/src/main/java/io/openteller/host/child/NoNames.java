package io.openteller.host.child;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Looks nothing up: a name that is asked for tells whoever answers something. Only plugins' own processes name it. */
public final class NoNames extends InetAddressResolverProvider {

    static final String WHY = "names are not looked up for plugins";

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                throw new UnknownHostException(WHY);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                throw new UnknownHostException(WHY);
            }
        };
    }

    @Override
    public String name() {
        return "none";
    }
}
