package io.openteller.platform.turn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final Tenant HARBOUR = tenant("harbour");
    private static final Tenant MERIDIAN = tenant("meridian");
    private static final ClaimedTurn TURN =
            new ClaimedTurn(UUID.randomUUID(), UUID.randomUUID(), 2, "Hello", null, 1, Instant.EPOCH);

    private final List<ClaimedTurn> begun = new ArrayList<>();
    private final Seats seats = new Seats();

    @Test
    void there_is_no_room_before_the_process_begins_turns_and_none_when_it_begins_no_more() {
        assertThat(takeAll(HARBOUR)).isEmpty();
        open();
        assertThat(takeAll(MERIDIAN)).isNotEmpty();
        seats.close();
        assertThat(takeAll(tenant("ormsary"))).isEmpty();
    }

    @Test
    void a_turn_keeps_its_seat_until_it_is_over() {
        open();
        List<Seats.Taken> taken = takeAll(HARBOUR);
        assertThat(seats.taken()).isEqualTo(taken.size());
        Seats.Taken seat = taken.getFirst();
        CurrentTenant.run(HARBOUR, () -> seat.take(TURN));
        assertThat(seat.isBegun()).isTrue();
        assertThat(begun).containsExactly(TURN);
        CurrentTenant.run(HARBOUR, seats::nothingWaits);
        assertThat(takeAll(HARBOUR)).isEmpty();
        seat.close();
        CurrentTenant.run(HARBOUR, seats::nothingWaits);
        assertThat(takeAll(HARBOUR)).hasSize(1);
    }

    @Test
    void what_comes_later_does_not_overtake_what_waits() {
        open();
        takeAll(HARBOUR).forEach(Seats.Taken::close);
        assertThat(takeAll(HARBOUR)).as("something waits since there was no room").isEmpty();
        assertThat(takeAll(MERIDIAN)).as("of another bank").isNotEmpty();
        CurrentTenant.run(HARBOUR, seats::nothingWaits);
        assertThat(takeAll(HARBOUR)).isNotEmpty();
    }

    @Test
    void one_bank_does_not_take_all_of_them() {
        open();
        int all = 0;
        int banks = 0;
        for (int taken = takeAll(HARBOUR).size(); taken > 0; taken = takeAll(tenant("bank" + banks)).size()) {
            all += taken;
            banks++;
        }
        assertThat(banks).isGreaterThan(4);
        assertThat(all).isLessThan(1000);
        assertThat(seats.areFree(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void they_are_free_when_all_are_given_back() {
        open();
        takeAll(HARBOUR).forEach(Seats.Taken::close);
        assertThat(seats.areFree(Duration.ZERO)).isTrue();
        assertThat(seats.areFree(Duration.ZERO)).as("looking takes none").isTrue();
    }

    private void open() {
        seats.open((seat, turn) -> begun.add(turn));
    }

    private List<Seats.Taken> takeAll(Tenant bank) {
        List<Seats.Taken> taken = new ArrayList<>();
        CurrentTenant.run(bank, () -> {
            for (Seats.Taken seat = seats.seat(); seat != null; seat = seats.seat()) {
                taken.add(seat);
            }
        });
        return taken;
    }

    private static Tenant tenant(String slug) {
        return new Tenant(UUID.randomUUID(), new TenantSlug(slug), slug, "GBP", "en-GB");
    }
}
