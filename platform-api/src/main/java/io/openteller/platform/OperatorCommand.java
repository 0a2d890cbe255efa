package io.openteller.platform;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.plugin.Installation;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One thing to do. Everything may be repeated. */
sealed interface OperatorCommand {

    String USAGE = """
            bank create    --slug SLUG --name NAME --currency ISO-4217 --locale BCP-47
            staff add      --bank SLUG --email ADDRESS --name NAME --roles ROLE,ROLE
            api-key create --bank SLUG --name NAME --permissions PERMISSION,PERMISSION
            plugin approve --bank SLUG --plugin ID    (where the bank has no second person who could)
            procedures publish --bank SLUG            (those that come with the platform and that the bank does not have)
            The first password of staff comes from OPENTELLER_FIRST_PASSWORD; without it one is made up and printed once.
            """;

    void run(ApplicationContext platform, PrintStream out);

    static OperatorCommand parse(String[] arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("say what to do");
        }
        String verb = arguments[0] + " " + arguments[1];
        Map<String, String> options = OperatorOptions.read(Arrays.copyOfRange(arguments, 2, arguments.length));
        return switch (verb) {
            case "bank create" ->
                new CreateBank(
                        new TenantSlug(OperatorOptions.need(options, "slug")),
                        OperatorOptions.need(options, "name"),
                        OperatorOptions.need(options, "currency"),
                        OperatorOptions.need(options, "locale"));
            case "staff add" ->
                new AddStaff(
                        new TenantSlug(OperatorOptions.need(options, "bank")),
                        OperatorOptions.need(options, "email"),
                        OperatorOptions.need(options, "name"),
                        OperatorOptions.set(Role.class, OperatorOptions.need(options, "roles")));
            case "api-key create" ->
                new CreateKey(
                        new TenantSlug(OperatorOptions.need(options, "bank")),
                        OperatorOptions.need(options, "name"),
                        OperatorOptions.set(Permission.class, OperatorOptions.need(options, "permissions")));
            case "plugin approve" ->
                new ApprovePlugin(
                        new TenantSlug(OperatorOptions.need(options, "bank")), OperatorOptions.need(options, "plugin"));
            case "procedures publish" -> new PublishProcedures(new TenantSlug(OperatorOptions.need(options, "bank")));
            default -> throw new IllegalArgumentException("not known: " + verb);
        };
    }

    record CreateBank(TenantSlug slug, String name, String currency, String locale) implements OperatorCommand {
        public CreateBank {
            OperatorOptions.check(currency, locale);
        }

        @Override
        public void run(ApplicationContext platform, PrintStream out) {
            Tenant bank = platform.getBean(Tenants.class).register(slug, name, currency, locale);
            Identities identities = platform.getBean(Identities.class);
            identities.prepareRealm().ifPresent(secret -> out.println("OPENTELLER_KEYCLOAK_CLIENT_SECRET=" + secret));
            identities.prepareBank(slug.value(), bank.name());
            out.println("bank " + slug.value() + " " + bank.id());
        }
    }

    record AddStaff(TenantSlug bank, String email, String name, Set<Role> roles) implements OperatorCommand {
        @Override
        public void run(ApplicationContext platform, PrintStream out) {
            Tenant tenant = registered(platform, bank);
            String given = platform.getProperty("openteller.first-password", String.class).orElse("");
            String password = given.isBlank() ? madeUp() : given;
            boolean isNew =
                    platform.getBean(Identities.class).prepareAccount(bank.value(), email, name, password);
            var member = CurrentTenant.call(
                    tenant, () -> platform.getBean(Staff.class).put(email, name, EnumSet.copyOf(roles)));
            out.println("staff " + member.email() + " " + member.id());
            if (isNew && given.isBlank()) {
                out.println("first password: " + password);
            }
        }

        private static String madeUp() {
            byte[] bytes = new byte[12];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    record CreateKey(TenantSlug bank, String name, Set<Permission> permissions) implements OperatorCommand {
        @Override
        public void run(ApplicationContext platform, PrintStream out) {
            out.println(CurrentTenant.call(registered(platform, bank), () -> platform.getBean(Identities.class)
                    .issueApiKey(name, permissions)));
        }
    }

    record PublishProcedures(TenantSlug bank) implements OperatorCommand {
        @Override
        public void run(ApplicationContext platform, PrintStream out) {
            CurrentTenant.run(registered(platform, bank), () -> platform.getBean(StarterProcedures.class)
                    .publish()
                    .forEach(id -> out.println("published " + id)));
        }
    }

    record ApprovePlugin(TenantSlug bank, String plugin) implements OperatorCommand {
        @Override
        public void run(ApplicationContext platform, PrintStream out) {
            Installation approved = CurrentTenant.call(registered(platform, bank), () -> platform.getBean(Installations.class)
                    .approve(plugin));
            out.println("plugin " + approved.id() + " " + approved.version());
        }
    }

    private static Tenant registered(ApplicationContext platform, TenantSlug bank) {
        return platform.getBean(Tenants.class)
                .find(bank)
                .orElseThrow(() -> new IllegalStateException("no bank " + bank.value() + "; make it with: bank create"));
    }
}
