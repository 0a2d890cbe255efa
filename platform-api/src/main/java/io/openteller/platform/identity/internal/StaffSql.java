package io.openteller.platform.identity.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

@Singleton
class StaffSql implements Staff {

    private static final String SELECT = "SELECT id, email, name, roles, active, last_sign_in_at FROM staff ";

    private final TenantDatabase database;
    private final Audit audit;

    StaffSql(TenantDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public List<StaffMember> all() {
        return database.inTransaction(sql -> sql.createQuery(SELECT + "ORDER BY name, id")
                .map((row, context) -> member(row))
                .list());
    }

    @Override
    public List<StaffMember> active() {
        return all().stream().filter(StaffMember::active).toList();
    }

    @Override
    public Optional<StaffMember> find(UUID id) {
        return all().stream().filter(member -> member.id().equals(id)).findFirst();
    }

    @Override
    public StaffMember put(String email, String name, Set<Role> roles) {
        String address = email.toLowerCase(Locale.ROOT);
        return database.inTransaction(sql -> {
            List<StaffMember> team = lockedTeam(sql);
            team.stream()
                    .filter(known -> known.email().equals(address))
                    .forEach(known -> LastAdministrator.mustRemain(team, known.id(), roles));
            StaffMember member = sql.createQuery("""
                            INSERT INTO staff (tenant_id, id, email, name, roles) VALUES (:tenant, :id, :email, :name, :roles)
                            ON CONFLICT (tenant_id, email) DO UPDATE SET name = excluded.name, roles = excluded.roles
                            RETURNING id, email, name, roles, active, last_sign_in_at
                            """)
                    .bind("tenant", CurrentTenant.get().id())
                    .bind("id", UuidV7.next())
                    .bind("email", address)
                    .bind("name", name)
                    .bindArray("roles", String.class, names(roles))
                    .map((row, context) -> member(row))
                    .one();
            audit.record(sql, "staff.put", member.id() + " " + String.join(",", names(roles)));
            return member;
        });
    }

    @Override
    public StaffMember changeRoles(UUID id, Set<Role> roles) {
        return database.inTransaction(sql -> {
            LastAdministrator.mustRemain(lockedTeam(sql), id, roles);
            StaffMember changed = sql.createQuery("UPDATE staff SET roles = :roles WHERE id = :id"
                            + " RETURNING id, email, name, roles, active, last_sign_in_at")
                    .bind("id", id)
                    .bindArray("roles", String.class, names(roles))
                    .map((row, context) -> member(row))
                    .findOne()
                    .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            audit.record(sql, "staff.roles-changed", id + " " + String.join(",", names(roles)));
            return changed;
        });
    }

    /** One change at a time: two at once could take away the last two administrators. */
    private List<StaffMember> lockedTeam(Handle sql) {
        sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "staff:" + CurrentTenant.get().id());
        return all();
    }

    /**
     * Marks a sign-in. The first one binds the provider's id of the person; from then on the address is not asked.
     *
     * @return empty if nobody active is meant; nothing is stored then
     */
    Optional<StaffMember> signedIn(String subject, String email) {
        return database.inTransaction(sql -> sql.createQuery("""
                        UPDATE staff SET last_sign_in_at = clock_timestamp(), subject = :subject
                        WHERE active AND id = coalesce(
                            (SELECT id FROM staff WHERE subject = :subject),
                            (SELECT id FROM staff WHERE subject IS NULL AND email = :email))
                        RETURNING id, email, name, roles, active, last_sign_in_at
                        """)
                .bind("subject", subject)
                .bind("email", email.toLowerCase(Locale.ROOT))
                .map((row, context) -> member(row))
                .findOne());
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    static StaffMember member(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(role));
        }
        Timestamp signedIn = row.getTimestamp("last_sign_in_at");
        return new StaffMember(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                roles,
                row.getBoolean("active"),
                signedIn == null ? null : signedIn.toInstant());
    }
}
