package io.openteller.platform.identity.internal;

import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A bank cannot lock itself out of its own team. */
final class LastAdministrator {

    private LastAdministrator() {}

    /** A team that nobody manages yet may stay so: an operator can add the first administrator at any time. */
    static void mustRemain(List<StaffMember> team, UUID changed, Set<Role> roles) {
        boolean hadOne = team.stream().anyMatch(LastAdministrator::manages);
        boolean othersManage =
                team.stream().anyMatch(member -> !member.id().equals(changed) && manages(member));
        boolean stays = roles.stream().anyMatch(role -> role.permissions().contains(Permission.TEAM_WRITE));
        if (hadOne && !othersManage && !stays) {
            throw new ProblemException(ErrorCode.LAST_ADMIN);
        }
    }

    private static boolean manages(StaffMember member) {
        return member.active() && member.permissions().contains(Permission.TEAM_WRITE);
    }
}
