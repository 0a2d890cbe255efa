package io.openteller.platform.llm.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Limits;
import io.openteller.platform.llm.internal.routes.Route;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final int MANY = 10_000;

    private static Candidate candidate(String model, int rank, int weight, @Nullable Integer canary, boolean shadow) {
        return new Candidate(rank, "p", model, weight, null, null, 1_000, canary, shadow, 4);
    }

    private static Route route(Candidate... candidates) {
        return new Route(Task.ANSWER, true, List.of(candidates), Route.EVERY_FAILURE, null, Limits.NONE);
    }

    private static List<String> order(Route route, @Nullable UUID conversation, Random random) {
        return Order.of(route, conversation, random).stream().map(Candidate::model).toList();
    }

    @Test
    void those_of_one_rank_share_by_weight_and_the_next_rank_comes_after_them() {
        Route route = route(
                candidate("last", 2, 1, null, false),
                candidate("often", 1, 3, null, false),
                candidate("seldom", 1, 1, null, false));
        Random random = new Random(7);
        int often = 0;
        for (int i = 0; i < MANY; i++) {
            List<String> order = order(route, null, random);
            assertThat(order).hasSize(3).endsWith("last");
            often += order.getFirst().equals("often") ? 1 : 0;
        }
        assertThat((double) often / MANY).isCloseTo(0.75, within(0.02));
    }

    @Test
    void a_trial_comes_first_in_its_share_of_conversations_and_always_in_the_same() {
        Route route = route(candidate("usual", 1, 1, null, false), candidate("new", 1, 1, 20, false));
        Random random = new Random(7);
        int tried = 0;
        for (int i = 0; i < MANY; i++) {
            UUID conversation = new UUID(random.nextLong(), random.nextLong());
            List<String> order = order(route, conversation, random);
            assertThat(order(route, conversation, random)).isEqualTo(order);
            assertThat(order).isIn(List.of("usual"), List.of("new", "usual"));
            tried += order.size() - 1;
        }
        assertThat((double) tried / MANY).isCloseTo(0.2, within(0.02));
        assertThat(order(route, null, random)).containsExactly("usual");
    }

    @Test
    void a_shadow_is_never_asked_for_an_answer() {
        Route route = route(candidate("shadow", 1, 1_000, null, true), candidate("live", 2, 1, null, false));
        assertThat(order(route, UUID.randomUUID(), new Random(7))).containsExactly("live");
        assertThat(Order.shadows(route, null)).singleElement().extracting(Candidate::model).isEqualTo("shadow");
    }

    @Test
    void answers_agree_by_the_words_that_both_have() {
        assertThat(Agreement.of("A card costs £6.", "a card COSTS £6")).isEqualTo(1);
        assertThat(Agreement.of("A card costs £6.", "Nobody knows")).isZero();
        assertThat(Agreement.of("a b c d", "a b")).isCloseTo(2.0 / 3, within(1e-9));
    }
}
