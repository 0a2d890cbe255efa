package io.openteller.platform.rehearsal.internal;

import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.rehearsal.internal.TrialViews.Known;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Customers that wrote to the bank lately, the latest first. */
@Singleton
class KnownCustomers {

    private static final int LOOKED_AT = 200;

    private final Conversations conversations;

    KnownCustomers(Conversations conversations) {
        this.conversations = conversations;
    }

    List<Known> all() {
        Map<String, Known> known = new LinkedHashMap<>();
        conversations.list(ConversationFilter.owned(LOOKED_AT)).forEach(one -> {
            String ref = one.customerRef();
            if (ref != null) {
                known.putIfAbsent(ref, new Known(ref, Objects.requireNonNullElse(one.customerName(), ref)));
            }
        });
        return List.copyOf(known.values());
    }
}
