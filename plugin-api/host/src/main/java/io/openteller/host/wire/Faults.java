package io.openteller.host.wire;

import io.openteller.spi.Http.HttpFault;
import java.io.IOException;

/** What an object of the platform throws, on its way to the plugin that called it. */
public final class Faults {

    private static final int OTHER = 0;
    private static final int HTTP = 1;
    private static final int INPUT = 2;
    private static final Codec KIND = Codecs.of(HttpFault.Kind.class);

    private Faults() {}

    public static void write(Out out, Throwable fault) {
        switch (fault) {
            case HttpFault http -> {
                out.byteValue(HTTP);
                KIND.write(out, http.kind());
            }
            case IOException input -> out.byteValue(INPUT);
            default -> out.byteValue(OTHER);
        }
        out.text(String.valueOf(fault.getMessage()));
    }

    public static Throwable read(In in) {
        return switch (in.byteValue()) {
            case HTTP -> {
                Object kind = KIND.read(in);
                yield kind == null ? new IOException(in.text()) : new HttpFault((HttpFault.Kind) kind, in.text());
            }
            case INPUT -> new IOException(in.text());
            default -> new IllegalStateException(in.text());
        };
    }
}
