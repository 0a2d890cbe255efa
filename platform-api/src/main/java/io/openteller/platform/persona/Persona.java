package io.openteller.platform.persona;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * One way in which the assistant speaks.
 *
 * @param name by language, for people
 * @param tone how it sounds
 * @param manner what a model that writes replies is told about tone and scope, in English; facts come from elsewhere
 * @param intents whose messages it speaks to; those of no persona belong to {@code general}
 * @param escalations at which phrases a person is fetched, whatever the intent
 */
@Serdeable
public record Persona(
        String id,
        Map<String, String> name,
        Tone tone,
        String manner,
        List<String> intents,
        List<Escalation> escalations) {

    public Persona {
        name = Map.copyOf(name);
        intents = List.copyOf(intents);
        escalations = List.copyOf(escalations);
    }

    /** How it sounds. */
    public enum Tone {
        FRIENDLY,
        CALM,
        TEACHING,
        FORMAL
    }

    /**
     * When a person is fetched.
     *
     * @param team who takes it, such as {@code licensed-advisers}
     * @param why in words, for the record and the colleague
     * @param phrases by language; {@code …} stands for up to four words
     */
    @Serdeable
    public record Escalation(String team, String why, Map<String, List<String>> phrases) {
        public Escalation {
            phrases = Map.copyOf(phrases);
        }
    }
}
