package io.openteller.bench.invariants;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those remember who were there: the customers and colleagues themselves, not the platform. */
public interface Witness {

    /** Whether the customer pressed yes on this card in this conversation. */
    boolean hasAgreed(UUID conversation, String card);

    /** Whether a colleague said yes to this. */
    boolean hasApproved(UUID approval);

    /** Who opened the conversation; null if nobody remembers having done so. */
    @Nullable String customer(UUID conversation);

    /** Messages of this bank's customers that the platform said it has taken. */
    List<Taken> taken(UUID bank);

    /** One of them. */
    record Taken(UUID conversation, String clientMessageId, long seq) {}
}
