package io.openteller.platform.desk.internal;

import io.openteller.platform.desk.Desk;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class StaffedDesk implements Desk {

    private final EscalationSql escalations;

    StaffedDesk(EscalationSql escalations) {
        this.escalations = escalations;
    }

    @Override
    public void request(UUID conversation, Reason reason, Packet packet) {
        escalations.request(conversation, reason, packet);
    }
}
