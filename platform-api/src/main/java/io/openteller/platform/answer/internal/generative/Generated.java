package io.openteller.platform.answer.internal.generative;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The answer of a model, as the schema of its prompt has it. */
@Serdeable
record Generated(boolean answered, List<Part> sentences) {

    /** @param sources numbers of texts, from 1 */
    @Serdeable
    record Part(String text, List<Integer> sources) {}
}
