package io.openteller.platform.identity.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bank's own team. */
@Controller("/api/v1/team")
@ExecuteOn(TaskExecutors.BLOCKING)
class TeamController {

    private final Staff staff;

    TeamController(Staff staff) {
        this.staff = staff;
    }

    @Serdeable
    record Team(List<Member> items, List<RoleView> roles) {}

    @Serdeable
    record Member(
            UUID id, String name, String email, List<Role> roles, boolean active, @Nullable Instant lastSignInAt) {
        static Member of(StaffMember member) {
            return new Member(
                    member.id(),
                    member.name(),
                    member.email(),
                    member.roles().stream().sorted().toList(),
                    member.active(),
                    member.lastSignInAt());
        }
    }

    @Serdeable
    record RoleView(Role name, String description, List<Permission> permissions) {}

    @Serdeable
    record NewRoles(@Nullable Set<Role> roles) {}

    @Serdeable
    record NewMember(
            @Nullable String name, @Nullable String email, @Nullable Set<Role> roles) {}

    @Get
    @Allowed(Permission.TEAM_READ)
    Team team() {
        return new Team(
                staff.all().stream().map(Member::of).toList(),
                Arrays.stream(Role.values())
                        .map(role -> new RoleView(
                                role,
                                role.description(),
                                role.permissions().stream().sorted().toList()))
                        .toList());
    }

    @Put("/{id}/roles")
    @Allowed(Permission.TEAM_WRITE)
    Member roles(UUID id, @Body NewRoles chosen) {
        return Member.of(staff.changeRoles(id, some(chosen.roles())));
    }

    /** Their account at the identity provider must exist, or be made there, before they can sign in. */
    @Post
    @Allowed(Permission.TEAM_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<Member> add(@Body NewMember added) {
        String email = added.email() == null ? "" : added.email().strip();
        String name = added.name() == null ? "" : added.name().strip();
        if (!email.matches("[^@\\s]{1,64}@[^@\\s]{1,190}") || name.isEmpty() || name.length() > 120) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "A name and an e-mail address are needed");
        }
        return HttpResponse.created(Member.of(staff.put(email, name, some(added.roles()))));
    }

    private static Set<Role> some(@Nullable Set<Role> roles) {
        if (roles == null || roles.isEmpty()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "At least one role is needed");
        }
        return roles;
    }
}
