package io.openteller.platform.desk.internal;

import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import java.time.Instant;
import java.util.UUID;

record Escalation(UUID conversation, Reason reason, int priority, Packet packet, Instant createdAt, Instant dueAt) {}
