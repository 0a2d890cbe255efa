package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Backlog;
import io.openteller.platform.conversation.Backlog.Waiting;
import io.openteller.platform.coordination.Figures;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class ConversationFigures implements Figures {

    private final Backlog backlog;

    ConversationFigures(Backlog backlog) {
        this.backlog = backlog;
    }

    @Override
    public List<Figure> now() {
        Waiting turns = backlog.turns();
        Waiting changes = backlog.changes();
        return List.of(
                Figure.count("openteller.turns.waiting", "Turns that could be answered now and that nobody works on", turns.count()),
                Figure.longest("openteller.turns.waiting.seconds", "Age of the oldest of them", turns.oldest().toMillis() / 1000.0),
                Figure.count("openteller.outbox.waiting", "Changes that are not known to have been told", changes.count()),
                Figure.longest("openteller.outbox.waiting.seconds", "Age of the oldest of them", changes.oldest().toMillis() / 1000.0));
    }
}
