package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.MessageView.Citation;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.guard.Privacy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the customer read what a model writes while it writes, sentence by sentence, and takes it back when it will not stand. */
@Singleton
class ReadingAlong {

    private static final Logger log = LoggerFactory.getLogger(ReadingAlong.class);

    private final ReplyCheck check;
    private final Privacy privacy;
    private final EventStreams streams;

    ReadingAlong(ReplyCheck check, Privacy privacy, EventStreams streams) {
        this.check = check;
        this.privacy = privacy;
        this.streams = streams;
    }

    Shown to(ClaimedTurn turn, Earlier earlier) {
        return new Shown(turn, earlier);
    }

    /** What was shown of one reply. */
    final class Shown {

        private final ClaimedTurn turn;
        private final Earlier earlier;
        private final List<String> heard;
        private String text = "";
        private boolean over;

        private Shown(ClaimedTurn turn, Earlier earlier) {
            this.turn = turn;
            this.earlier = earlier;
            this.heard = Stream.concat(earlier.customer().stream(), Stream.of(turn.text()))
                    .toList();
        }

        /**
         * The gate looks at all of it as it will look at the finished reply. If the model stops here, that has been the last
         * look: it cannot find fault with what was shown.
         *
         * @return false if this may not be said; nothing is shown then
         */
        synchronized boolean show(Draft soFar) {
            if (over || !check.passes(soFar, heard)) {
                return false;
            }
            text = soFar.text();
            tell(text, soFar.citations());
            return true;
        }

        /** Ends it, and takes back what was shown unless the reply begins with it. A model may write on that nobody waits for. */
        synchronized void keepOnly(String reply) {
            over = true;
            if (!text.isEmpty() && !reply.startsWith(text)) {
                text = "";
                tell("", List.of());
            }
        }

        private void tell(String told, List<Citation> citations) {
            try {
                String hidden = privacy.tokens(heard).hideSaid(told);
                streams.show(
                        turn.conversation(),
                        new Partial(turn.id(), turn.fence(), earlier.from(), earlier.to(), hidden, citations));
            } catch (RuntimeException lost) {
                // The message comes all the same.
                log.warn("a partial was not shown turn={}", turn.id(), lost);
            }
        }
    }
}
