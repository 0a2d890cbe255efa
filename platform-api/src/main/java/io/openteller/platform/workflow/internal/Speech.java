package io.openteller.platform.workflow.internal;

import io.openteller.operations.Figures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import io.openteller.spi.Money;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Amounts and times as the bank's customers write them, in the assistant's own phrases. */
@Singleton
public class Speech {

    private final Wording wording;

    public Speech(Wording wording) {
        this.wording = wording;
    }

    public String say(Phrase phrase, String language, Object... arguments) {
        return wording.say(phrase, language, arguments);
    }

    public static String money(Money money) {
        return Figures.money(money.minor(), money.currency());
    }

    public static String time(Instant at) {
        return Figures.time(at, CurrentTenant.get().zone());
    }
}
