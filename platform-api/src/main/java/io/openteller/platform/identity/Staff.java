package io.openteller.platform.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The current bank's staff. */
public interface Staff {

    List<StaffMember> all();

    /** Those who may sign in. */
    List<StaffMember> active();

    Optional<StaffMember> find(UUID id);

    /** Adds somebody, or changes the name and roles of the one with the same address. */
    StaffMember put(String email, String name, Set<Role> roles);

    /** @throws io.openteller.platform.problem.ProblemException if nobody would be left who may manage the team */
    StaffMember changeRoles(UUID id, Set<Role> roles);
}
