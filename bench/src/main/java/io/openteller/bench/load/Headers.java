package io.openteller.bench.load;

import io.netty.handler.codec.http.HttpHeaders;
import io.openteller.bench.canaries.Reading;
import java.util.Iterator;
import java.util.Map;

/** What an answer says beside its body. */
final class Headers {

    private Headers() {}

    static void read(Reading reading, HttpHeaders headers) {
        Iterator<Map.Entry<CharSequence, CharSequence>> each = headers.iteratorCharSequence();
        while (each.hasNext()) {
            Map.Entry<CharSequence, CharSequence> one = each.next();
            reading.whole(one.getKey());
            reading.whole(one.getValue());
        }
    }
}
