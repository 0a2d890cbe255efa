package io.openteller.platform.persona.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.persona.Persona;
import java.time.Instant;
import java.util.List;

/** A bank's personas. */
@Controller("/api/v1/personas")
@ExecuteOn(TaskExecutors.BLOCKING)
class PersonaController {

    private final PersonaDesk desk;

    PersonaController(PersonaDesk desk) {
        this.desk = desk;
    }

    /** @param edition 0 for the platform's own, which nobody of the bank has changed */
    @Serdeable
    record Kept(Persona persona, int edition, List<Edition> editions) {}

    @Serdeable
    record Edition(int number, Instant at, String by, Persona persona) {}

    @Serdeable
    record All(List<Kept> personas) {}

    @Get
    @Allowed(Permission.RELEASE_READ)
    All all() {
        return new All(desk.all());
    }

    /** @param edition the one that was changed; another one in force by now is not overwritten */
    @Serdeable
    record Change(int edition, Persona persona) {}

    @Put("/{id}")
    @Allowed(Permission.RELEASE_WRITE)
    Kept change(String id, @Body Change change) {
        return desk.change(id, change.edition(), change.persona(), CurrentActor.get());
    }
}
