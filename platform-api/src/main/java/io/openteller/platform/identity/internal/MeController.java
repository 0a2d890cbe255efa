package io.openteller.platform.identity.internal;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.List;
import java.util.UUID;

/** Who is signed in. Everybody who works for a bank may read conversations, so that permission stands for all. */
@Controller("/api/v1/me")
@ExecuteOn(TaskExecutors.BLOCKING)
class MeController {

    private final Staff staff;
    private final String environment;

    MeController(
            Staff staff, @Property(name = "openteller.environment", defaultValue = "production") String environment) {
        this.staff = staff;
        this.environment = environment;
    }

    @Serdeable
    record Me(
            UUID id,
            String name,
            String email,
            Bank bank,
            List<Role> roles,
            List<Permission> permissions,
            String environment) {}

    @Serdeable
    record Bank(String slug, String name, String currency, String locale) {}

    @Get
    @Allowed(Permission.CONVERSATION_READ)
    Me me() {
        CurrentStaff.Actor actor = CurrentStaff.get();
        Tenant bank = CurrentTenant.get();
        var member = staff.find(actor.id());
        return new Me(
                actor.id(),
                actor.name(),
                member.map(StaffMember::email).orElse(""),
                new Bank(
                        bank.slug().value(),
                        bank.name(),
                        bank.currency(),
                        bank.locale()),
                member.map(found -> found.roles().stream().sorted().toList()).orElse(List.of()),
                actor.permissions().stream().sorted().toList(),
                environment);
    }
}
