package io.openteller.bench.invariants;

import io.openteller.bench.invariants.Books.MessageRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the platform said it has taken is there, once, in the place that it named; and no place of a conversation is empty. */
final class MessagesKept {

    private MessagesKept() {}

    static List<String> breaches(Books books, Witness witness) {
        Map<UUID, List<MessageRow>> conversations =
                books.messages().stream().collect(Collectors.groupingBy(MessageRow::conversation));
        List<String> breaches = new ArrayList<>();
        for (Witness.Taken taken : witness.taken(books.bank())) {
            List<Long> places = conversations.getOrDefault(taken.conversation(), List.of()).stream()
                    .filter(one -> taken.clientMessageId().equals(one.clientMessageId()))
                    .map(MessageRow::seq)
                    .toList();
            if (!places.equals(List.of(taken.seq()))) {
                breaches.add("message " + taken.clientMessageId() + " of " + taken.conversation() + " was taken as "
                        + taken.seq() + " and stands at " + places);
            }
        }
        conversations.forEach((conversation, messages) -> {
            List<Long> seqs = messages.stream().map(MessageRow::seq).sorted().toList();
            for (int i = 0; i < seqs.size(); i++) {
                if (seqs.get(i) != i + 1) {
                    breaches.add("conversation " + conversation + " has no message " + (i + 1));
                    break;
                }
            }
        });
        return breaches;
    }
}
