package io.openteller.platform.desk.internal;

import io.openteller.platform.conversation.Owner;
import io.openteller.platform.problem.ErrorCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has a conversation, in memory: what {@link DeskModelIT} holds the stored one against. */
final class DeskModel {

    Owner owner = Owner.ASSISTANT;
    @Nullable UUID holder;
    long version;
    int lines = 1;
    int notes;
    boolean escalated;
    private final Set<String> said = new HashSet<>();

    DeskModel(long version) {
        this.version = version;
    }

    void customerSays(String key) {
        if (owner != Owner.CLOSED && said.add(key)) {
            lines++;
        }
    }

    void customerAsksForPerson() {
        if (owner == Owner.ASSISTANT) {
            hand(Owner.QUEUE, null);
            escalated = true;
        }
    }

    Optional<ErrorCode> take(UUID person, long seen) {
        if (owner == Owner.CLOSED) {
            return Optional.of(ErrorCode.CONVERSATION_CLOSED);
        }
        if (person.equals(holder)) {
            return Optional.empty();
        }
        if (owner == Owner.AGENT || seen != version) {
            return Optional.of(ErrorCode.CONVERSATION_TAKEN);
        }
        hand(Owner.AGENT, person);
        return Optional.empty();
    }

    Optional<ErrorCode> transfer(UUID person, @Nullable UUID to, long seen) {
        return byHolder(person, seen, () -> {
            hand(to == null ? Owner.QUEUE : Owner.AGENT, to);
            escalated = true;
            notes++;
        });
    }

    Optional<ErrorCode> handBack(UUID person, long seen) {
        return byHolder(person, seen, () -> {
            hand(Owner.ASSISTANT, null);
            escalated = false;
        });
    }

    Optional<ErrorCode> resolve(UUID person, long seen, boolean withNote) {
        return byHolder(person, seen, () -> {
            hand(Owner.CLOSED, null);
            escalated = false;
            notes += withNote ? 1 : 0;
        });
    }

    Optional<ErrorCode> say(UUID person, String key) {
        if (owner == Owner.CLOSED) {
            return Optional.of(ErrorCode.CONVERSATION_CLOSED);
        }
        if (said.contains(key)) {
            return Optional.empty();
        }
        if (!person.equals(holder)) {
            return Optional.of(ErrorCode.NOT_YOURS);
        }
        said.add(key);
        lines++;
        return Optional.empty();
    }

    private Optional<ErrorCode> byHolder(UUID person, long seen, Runnable change) {
        if (owner == Owner.CLOSED) {
            return Optional.of(ErrorCode.CONVERSATION_CLOSED);
        }
        if (!person.equals(holder) || seen != version) {
            return Optional.of(ErrorCode.CONVERSATION_TAKEN);
        }
        change.run();
        return Optional.empty();
    }

    /** Every change of hands is said in the conversation. */
    private void hand(Owner next, @Nullable UUID to) {
        owner = next;
        holder = to;
        version++;
        lines++;
    }
}
