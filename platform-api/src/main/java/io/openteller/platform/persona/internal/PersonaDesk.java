package io.openteller.platform.persona.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.persona.Persona;
import io.openteller.platform.persona.internal.PersonaController.Edition;
import io.openteller.platform.persona.internal.PersonaController.Kept;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where personas are changed. Every change is an edition of its own and part of a release. */
@Singleton
class PersonaDesk {

    private static final int LONGEST_MANNER = 1_000;
    private static final int MOST = 200;

    private final TenantDatabase database;
    private final PersonaSql sqls;
    private final BankPersonas personas;
    private final Releases releases;
    private final Audit audit;

    PersonaDesk(TenantDatabase database, PersonaSql sqls, BankPersonas personas, Releases releases, Audit audit) {
        this.database = database;
        this.sqls = sqls;
        this.personas = personas;
        this.releases = releases;
        this.audit = audit;
    }

    List<Kept> all() {
        return database.inTransaction(sql ->
                personas.all().stream().map(one -> kept(sql, one)).toList());
    }

    Kept change(String id, int seen, Persona persona, Actor by) {
        check(id, persona);
        Kept kept = database.inTransaction(sql -> {
            // The release's own lock makes one change wait for the other; the edition is looked at after it.
            long release = releases.publish(by.name(), "persona:" + id, "edition " + seen, "edition " + (seen + 1));
            int there = sqls.of(sql, id).stream().mapToInt(PersonaSql.Edition::number).findFirst().orElse(0);
            if (there != seen) {
                throw new ProblemException(ErrorCode.PROCEDURE_CHANGED, "Edition " + there + " is in force by now");
            }
            sqls.add(sql, id, seen + 1, personas.written(persona), release, by.name());
            audit.record(sql, "persona.changed", id + "/" + (seen + 1));
            return kept(sql, persona);
        });
        personas.forget();
        return kept;
    }

    private Kept kept(Handle sql, Persona persona) {
        List<Edition> editions = sqls.of(sql, persona.id()).stream()
                .map(one -> new Edition(one.number(), one.at(), one.by(), personas.read(one.body())))
                .toList();
        return new Kept(persona, editions.isEmpty() ? 0 : editions.getFirst().number(), editions);
    }

    private static void check(String id, Persona persona) {
        String fault = !persona.id().equals(id) || !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                ? "its id must be the address's, lower-case words with hyphens"
                : persona.name().isEmpty()
                        ? "it needs a name"
                        : persona.manner().length() > LONGEST_MANNER
                                ? "its manner may have at most " + LONGEST_MANNER + " letters"
                                : tooShort(persona);
        if (fault != null) {
            throw new ProblemException(ErrorCode.PROCEDURE_INVALID, "Persona: " + fault);
        }
    }

    /** A single short word would send half of all customers to a person. */
    private static @Nullable String tooShort(Persona persona) {
        List<String> phrases = persona.escalations().stream()
                .flatMap(rule -> rule.phrases().values().stream())
                .flatMap(List::stream)
                .toList();
        if (phrases.size() > MOST) {
            return "more than " + MOST + " phrases";
        }
        return phrases.stream()
                .filter(phrase -> PhrasePattern.of(phrase).words().size() < 2)
                .findFirst()
                .map(phrase -> "a phrase needs two words or more: “" + phrase + "”")
                .orElse(null);
    }
}
