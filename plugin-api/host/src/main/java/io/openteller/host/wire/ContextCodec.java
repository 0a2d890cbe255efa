package io.openteller.host.wire;

import io.openteller.spi.Http;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Circumstances go in, a {@link io.openteller.spi.CallContext} comes out. */
final class ContextCodec implements Codec {

    private static final Codec TEXT = Codecs.of(String.class);
    private static final Codec TIME = Codecs.of(Instant.class);
    private static final Codec SETTINGS = new MapCodec(TEXT, TEXT);

    @Override
    public void write(Out out, @Nullable Object value) {
        Circumstances given = Circumstances.class.cast(Objects.requireNonNull(value));
        out.text(given.bank()).text(given.callId()).text(given.trace());
        TIME.write(out, given.deadline());
        SETTINGS.write(out, given.settings());
        out.lend(given.http(), Shape.of(Http.class));
    }

    @Override
    @SuppressWarnings("unchecked") // written by the codec above
    public Object read(In in) {
        String bank = in.text();
        String callId = in.text();
        String trace = in.text();
        Instant deadline = (Instant) Objects.requireNonNull(TIME.read(in));
        var settings = (Map<String, String>) Objects.requireNonNull(SETTINGS.read(in));
        int handle = in.count();
        Borrowing borrowing = in.borrowing();
        Http http = (Http) LentCodec.borrowed(Shape.of(Http.class), Map.of(), handle, borrowing);
        return borrowing.context(new Circumstances(bank, callId, trace, deadline, settings, http));
    }
}
