package io.openteller.platform.turn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.MessageView;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.guard.Tokens;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

class ReadingAlongTest {

    private static final Evidence CARDS = Evidence.passage("Cards", "Fees", "A new card costs £6 and comes in 5 days.");
    private static final String FIRST = "A new card costs £6.";
    private static final String BOTH = FIRST + " It comes in 5 days.";

    private final List<String> shown = new ArrayList<>();
    private final ReadingAlong.Shown reply = new ReadingAlong(
                    new ReplyCheck(Guard.standard(), new OtherBanks(new NoBanks(), Clock.systemUTC())),
                    new NothingPersonal(),
                    new Kept())
            .to(
                    new ClaimedTurn(UUID.randomUUID(), UUID.randomUUID(), 2, "What does a card cost?", null, 1, Instant.MAX),
                    new Earlier(List.of(), "", 1, 2, false));

    @Test
    void each_part_that_passes_the_gate_is_shown_from_its_beginning() {
        assertThat(show(FIRST)).isTrue();
        assertThat(show(BOTH)).isTrue();
        reply.keepOnly(BOTH);
        assertThat(shown).containsExactly(FIRST, BOTH);
    }

    @Test
    void a_part_with_a_figure_that_is_nowhere_is_not_shown() {
        assertThat(show(FIRST)).isTrue();
        assertThat(show(FIRST + " It comes in 2 days.")).isFalse();
        assertThat(shown).containsExactly(FIRST);
    }

    @Test
    void what_the_reply_does_not_begin_with_is_taken_back_once() {
        show(FIRST);
        reply.keepOnly("A card is £6.");
        reply.keepOnly("A card is £6.");
        assertThat(shown).containsExactly(FIRST, "");
    }

    @Test
    void where_nothing_was_shown_there_is_nothing_to_take_back() {
        reply.keepOnly("A card is £6.");
        assertThat(shown).isEmpty();
    }

    @Test
    void a_model_that_writes_on_when_nobody_waits_is_not_shown() {
        show(FIRST);
        reply.keepOnly("");
        assertThat(show(BOTH)).isFalse();
        assertThat(shown).containsExactly(FIRST, "");
    }

    private boolean show(String text) {
        Tenant bank = new Tenant(UUID.randomUUID(), new TenantSlug("own"), "Own Bank", "GBP", "en-GB");
        return CurrentTenant.call(
                bank,
                () -> reply.show(
                        Draft.said(text, Decision.Route.CONTAIN).citing(List.of(), List.of(), List.of(CARDS))));
    }

    private final class Kept implements EventStreams {
        @Override
        public Publisher<TextEvent> follow(Tenant tenant, UUID conversation, long afterSeq) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void show(UUID conversation, Partial partial) {
            shown.add(partial.text());
        }

        @Override
        public List<MessageView> views(List<Message> messages) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoBanks implements Tenants {
        @Override
        public Tenant register(TenantSlug slug, String name, String currency, String locale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Tenant> find(TenantSlug slug) {
            return Optional.empty();
        }

        @Override
        public List<Tenant> all() {
            return List.of();
        }

        @Override
        public List<Tenant> leftBehind(String what) {
            return List.of();
        }
    }

    private static final class NothingPersonal implements Privacy {
        @Override
        public String fitToKeep(String said) {
            return said;
        }

        @Override
        public Tokens tokens(List<String> said) {
            return new Tokens() {
                @Override
                public String hide(String text) {
                    return text;
                }

                @Override
                public String hideSaid(String text) {
                    return text;
                }

                @Override
                public String reveal(String text) {
                    return text;
                }
            };
        }
    }
}
