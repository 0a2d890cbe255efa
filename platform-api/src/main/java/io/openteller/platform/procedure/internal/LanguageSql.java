package io.openteller.platform.procedure.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** In which languages every text of a published procedure must exist. */
@Singleton
class LanguageSql {

    /** Until the bank says otherwise: the language of its own people, and Hindi beside English in India. */
    List<String> of(Handle sql) {
        List<String> chosen = sql.createQuery("SELECT unnest(languages) FROM procedure_languages")
                .mapTo(String.class)
                .list();
        return chosen.isEmpty() ? usual() : chosen;
    }

    void put(Handle sql, List<String> languages) {
        sql.execute(
                "INSERT INTO procedure_languages (tenant_id, languages) VALUES (?, ?)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET languages = excluded.languages",
                CurrentTenant.get().id(),
                languages.toArray(String[]::new));
    }

    private static List<String> usual() {
        Locale locale = Locale.forLanguageTag(CurrentTenant.get().locale());
        return locale.getCountry().equals("IN") && locale.getLanguage().equals("en")
                ? List.of("en", "hi")
                : List.of(locale.getLanguage());
    }
}
