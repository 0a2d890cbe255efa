package io.openteller.platform.channel;

import io.openteller.platform.tenancy.Tenant;
import java.util.UUID;

/** A session that a request proved to have. It reaches one conversation only. */
public record CustomerSession(Tenant bank, UUID conversation) {}
