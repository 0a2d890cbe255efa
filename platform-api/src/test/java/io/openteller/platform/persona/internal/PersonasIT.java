package io.openteller.platform.persona.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.persona.Persona;
import io.openteller.platform.persona.Personas;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.internal.Releasing;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonasIT {

    private static final Actor ADMIN = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Ada Admin");

    private final Tenant bank = Tenancies.register("n" + UUID.randomUUID().toString().substring(0, 8));
    private final PersonaSql editions = new PersonaSql();
    private final BankPersonas personas = new BankPersonas(Tenancies.database(), editions, Tenancies.changes());
    private final PersonaDesk desk = new PersonaDesk(
            Tenancies.database(), editions, personas, Releasing.releases(), Audits.chained());

    @ParameterizedTest
    @ValueSource(strings = {
        "Should I buy the Banyan Flexi Fund now?",
        "which fund would be better for me",
        "Please recommend a good fund!",
        "क्या मुझे यह फंड खरीदना चाहिए?",
        "kya mujhe gold mein invest karna chahiye",
    })
    void whoever_asks_what_to_invest_in_gets_a_licensed_adviser(String message) {
        CurrentTenant.run(bank, () -> assertThat(personas.person(message))
                .hasValueSatisfying(needed -> assertThat(needed.team()).isEqualTo("licensed-advisers")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "What is a mutual fund?",
        "Should I bring my passport?",
        "I want to buy foreign currency for a trip",
        "म्यूचुअल फंड क्या होता है?",
        "My account is safe, thank you",
    })
    void what_can_be_explained_is_not_left_to_people(String message) {
        CurrentTenant.run(bank, () -> assertThat(personas.person(message)).isEmpty());
    }

    @Test
    void an_intent_is_spoken_to_by_its_persona_and_the_rest_by_the_general_one() {
        CurrentTenant.run(bank, () -> {
            assertThat(personas.speakingTo("unrecognised_payment").id()).isEqualTo("fraud-prevention");
            assertThat(personas.speakingTo("opening_hours").id()).isEqualTo(Personas.GENERAL);
            assertThat(personas.speakingTo("").id()).isEqualTo(Personas.GENERAL);
        });
    }

    @Test
    void what_a_bank_changes_is_its_own_is_a_release_and_can_be_brought_back() {
        CurrentTenant.run(bank, () -> {
            Persona before = personas.speakingTo("");
            Persona stiff = changed(before, "Formal and brief.");
            assertThat(desk.change(Personas.GENERAL, 0, stiff, ADMIN).edition()).isEqualTo(1);
            assertThat(personas.speakingTo("").manner()).isEqualTo("Formal and brief.");
            assertThat(Releasing.releases().list(1).getFirst().what()).isEqualTo("persona:general");
            desk.change(Personas.GENERAL, 1, before, ADMIN);
            assertThat(personas.speakingTo("")).isEqualTo(before);
        });
        Tenant other = Tenancies.register("n" + UUID.randomUUID().toString().substring(0, 8));
        CurrentTenant.run(other, () -> assertThat(desk.all()).allSatisfy(kept -> assertThat(kept.edition()).isZero()));
    }

    @Test
    void a_change_of_what_is_not_in_force_any_more_is_refused_and_makes_no_release() {
        CurrentTenant.run(bank, () -> {
            Persona general = personas.speakingTo("");
            desk.change(Personas.GENERAL, 0, changed(general, "One."), ADMIN);
            long release = Releasing.releases().current();
            assertThatThrownBy(() -> desk.change(Personas.GENERAL, 0, changed(general, "Two."), ADMIN))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                            .isEqualTo(ErrorCode.PROCEDURE_CHANGED));
            assertThat(Releasing.releases().current()).isEqualTo(release);
        });
    }

    @Test
    void a_phrase_of_one_word_is_refused() {
        CurrentTenant.run(bank, () -> {
            Persona general = personas.speakingTo("");
            Persona everybody = new Persona(
                    general.id(),
                    general.name(),
                    general.tone(),
                    general.manner(),
                    List.of(),
                    List.of(new Persona.Escalation("all", "everything", Map.of("en", List.of("the")))));
            assertThatThrownBy(() -> desk.change(Personas.GENERAL, 0, everybody, ADMIN))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.detail())
                            .contains("two words"));
        });
    }

    private static Persona changed(Persona persona, String manner) {
        return new Persona(
                persona.id(), persona.name(), persona.tone(), manner, persona.intents(), persona.escalations());
    }
}
