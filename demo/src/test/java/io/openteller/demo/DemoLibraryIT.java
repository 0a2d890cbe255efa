package io.openteller.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.local.LocalPostgres;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.knowledge.Approval;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries of both banks, on a database of their own. */
class DemoLibraryIT {

    private static final Actor SUPERVISOR = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Sue Supervisor");

    @Test
    void a_library_has_a_past_and_a_future_and_is_filled_once(@TempDir Path data) {
        LocalPostgres database = LocalPostgres.start(data);
        try (ApplicationContext platform = ApplicationContext.run(settings(database, data))) {
            for (DemoBank bank : platform.getBean(DemoBanks.class).all()) {
                Tenant tenant = platform.getBean(Tenants.class)
                        .register(new TenantSlug(bank.slug()), bank.name(), bank.currency());
                CurrentTenant.run(tenant, () -> filled(platform, bank));
            }
        } finally {
            database.stop();
        }
    }

    private static void filled(ApplicationContext platform, DemoBank bank) {
        bank.staff().forEach(member -> platform.getBean(Staff.class)
                .put(member.email(), member.name(), member.roles().stream().map(Role::valueOf).collect(Collectors.toSet())));
        DemoLibrary library = platform.getBean(DemoLibrary.class);
        library.fill(bank);
        Knowledge knowledge = platform.getBean(Knowledge.class);
        List<DocumentInfo> documents = knowledge.list();
        Instant now = Instant.now();
        assertThat(documents).hasSizeGreaterThan(40).allSatisfy(one -> {
            assertThat(one.effective()).as(one.slug()).isNotNull();
            assertThat(one.owner()).isNotBlank();
            assertThat(one.reviewDue()).isNotNull();
        });
        assertThat(inForce(knowledge, now)).hasSize(documents.size());
        assertThat(inForce(knowledge, now.minus(100, ChronoUnit.DAYS))).hasSize(1);
        assertThat(inForce(knowledge, now.plus(40, ChronoUnit.DAYS)))
                .hasSize(documents.size())
                .isNotEqualTo(inForce(knowledge, now));
        String waiting = only(documents, Standing.IN_REVIEW);
        only(documents, Standing.SCHEDULED);

        platform.getBean(Approvals.class).approve(waiting, 2, Approval.AT_ONCE, SUPERVISOR);
        List<DocumentInfo> after = knowledge.list();
        library.fill(bank);
        assertThat(knowledge.list()).isEqualTo(after);
    }

    private static String only(List<DocumentInfo> documents, Standing standing) {
        List<DocumentInfo> found = documents.stream()
                .filter(one -> one.latest().standing() == standing)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst().slug();
    }

    private static Set<String> inForce(Knowledge knowledge, Instant moment) {
        return knowledge.editions().stream()
                .filter(edition -> edition.inForceAt(moment))
                .map((Edition edition) -> edition.slug() + "@" + edition.version())
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> settings(LocalPostgres database, Path data) {
        return Map.of(
                "datasources.default.url", database.url(),
                "datasources.default.username", LocalPostgres.APPLICATION,
                "datasources.default.password", database.applicationPassword(),
                "openteller.migration.url", database.url(),
                "openteller.migration.owner", LocalPostgres.OWNER,
                "openteller.migration.password", database.ownerPassword(),
                "openteller.data", data.toString(),
                "openteller.vault.key-file", data.resolve("vault-key.json").toString(),
                "openteller.turn.loop", "false",
                "openteller.plugins.folder", data.resolve("plugins").toString());
    }
}
