package io.openteller.platform.identity.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.identity.internal.SignInOutcome.Refused;
import io.openteller.platform.identity.internal.SignInOutcome.Welcome;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a person that the provider vouches for to a session at one bank. Keycloak says who; whether they may, we say. */
@Singleton
class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final OidcProvider provider;
    private final Tenants tenants;
    private final StaffSql staff;
    private final StaffSessions sessions;

    SignIn(OidcProvider provider, Tenants tenants, StaffSql staff, StaffSessions sessions) {
        this.provider = provider;
        this.tenants = tenants;
        this.staff = staff;
        this.sessions = sessions;
    }

    SignInOutcome finish(String code, Attempt attempt) {
        return switch (provider.redeem(code, attempt)) {
            case ProviderAnswer.Declined(String why) -> {
                log.warn("sign-in declined: {}", why);
                yield new Refused(Refusal.DECLINED);
            }
            case ProviderAnswer.Unreachable(String why) -> {
                log.warn("sign-in: the provider does not answer: {}", why);
                yield new Refused(Refusal.UNAVAILABLE);
            }
            case ProviderAnswer.Person person -> welcome(person, attempt.returnTo());
        };
    }

    private SignInOutcome welcome(ProviderAnswer.Person person, String returnTo) {
        if (person.organizations().isEmpty()) {
            return new Refused(Refusal.NO_BANK);
        }
        if (person.organizations().size() > 1) {
            return new Refused(Refusal.SEVERAL_BANKS);
        }
        Optional<Tenant> bank = bank(person.organizations().getFirst());
        if (bank.isEmpty()) {
            return new Refused(Refusal.UNKNOWN_BANK);
        }
        if (!person.emailVerified()) {
            return new Refused(Refusal.UNPROVEN_EMAIL);
        }
        return CurrentTenant.call(bank.get(), () -> staff.signedIn(person.subject(), person.email())
                .<SignInOutcome>map(member -> new Welcome(session(bank.get(), member), returnTo))
                .orElse(new Refused(Refusal.NOT_ON_TEAM)));
    }

    private String session(Tenant bank, StaffMember member) {
        Actor actor = new Actor(Actor.Kind.STAFF, member.id(), member.name());
        return CurrentActor.call(actor, () -> bank.slug().value() + "." + sessions.start(member));
    }

    private Optional<Tenant> bank(String alias) {
        return TenantSlug.isOne(alias) ? tenants.find(new TenantSlug(alias)) : Optional.empty();
    }
}
