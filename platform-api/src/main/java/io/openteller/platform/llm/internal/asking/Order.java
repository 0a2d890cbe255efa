package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** In which order a route's candidates are asked. */
final class Order {

    private static final int PERCENT = 100;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Order() {}

    /**
     * Trials first, in the conversations that they are for; then rank by rank, those of one rank drawn by weight.
     *
     * @param conversation null: none is in a trial
     */
    static List<Candidate> of(Route route, @Nullable UUID conversation, RandomGenerator random) {
        List<Candidate> all = route.candidates();
        if (all.size() == 1 && !all.getFirst().shadow() && all.getFirst().canaryPercent() == null) {
            return all;
        }
        List<Candidate> order = new ArrayList<>();
        List<Candidate> regular = new ArrayList<>();
        for (Candidate one : all) {
            if (one.shadow()) {
                continue;
            }
            if (one.canaryPercent() == null) {
                regular.add(one);
            } else if (isIn(one, conversation, one.canaryPercent())) {
                order.add(one);
            }
        }
        regular.sort(Comparator.comparingInt(Candidate::rank));
        while (!regular.isEmpty()) {
            order.add(regular.remove(drawn(regular, random)));
        }
        return order;
    }

    /** Shadows of this conversation. */
    static List<Candidate> shadows(Route route, @Nullable UUID conversation) {
        return route.candidates().stream()
                .filter(one -> one.shadow()
                        && (one.canaryPercent() == null || isIn(one, conversation, one.canaryPercent())))
                .toList();
    }

    /** The same for all messages of a conversation, and independent of other trials. */
    private static boolean isIn(Candidate candidate, @Nullable UUID conversation, int percent) {
        if (conversation == null) {
            return false;
        }
        long mixed = (conversation.getMostSignificantBits() ^ conversation.getLeastSignificantBits()
                        ^ ((long) candidate.name().hashCode() << 32))
                * MIX;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 29), PERCENT) < percent;
    }

    /** Place of one of those with the lowest rank, which come first. */
    private static int drawn(List<Candidate> sorted, RandomGenerator random) {
        int rank = sorted.getFirst().rank();
        int whole = 0;
        int same = 0;
        while (same < sorted.size() && sorted.get(same).rank() == rank) {
            whole += sorted.get(same++).weight();
        }
        if (same == 1) {
            return 0;
        }
        int point = random.nextInt(whole);
        int place = 0;
        while (point >= sorted.get(place).weight()) {
            point -= sorted.get(place++).weight();
        }
        return place;
    }
}
