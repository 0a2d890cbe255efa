package io.openteller.bench.ledger;

import io.openteller.bench.customers.Diary;
import io.openteller.bench.invariants.Witness;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The crowd's diary as a witness. */
public record Memory(Diary diary, Map<UUID, List<Witness.Taken>> byBank) implements Witness {

    public static Memory of(Diary diary) {
        return new Memory(
                diary,
                diary.accepted().stream()
                        .collect(Collectors.groupingBy(
                                Diary.Accepted::bank,
                                Collectors.mapping(
                                        one -> new Taken(one.conversation(), one.clientMessageId(), one.seq()),
                                        Collectors.toList()))));
    }

    @Override
    public boolean hasAgreed(UUID conversation, String card) {
        return diary.hasAgreed(conversation, card);
    }

    @Override
    public boolean hasApproved(UUID approval) {
        return diary.hasApproved(approval);
    }

    @Override
    public @Nullable String customer(UUID conversation) {
        Diary.Opened opened = diary.opened().get(conversation);
        return opened == null ? null : opened.customer();
    }

    @Override
    public List<Taken> taken(UUID bank) {
        return byBank.getOrDefault(bank, List.of());
    }
}
