package io.openteller.platform.desk.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** @param open how many conversations they have now */
@Serdeable
record Colleague(UUID id, String name, List<String> roles, PresenceSql.Presence presence, long open) {}
