package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Question;
import jakarta.inject.Singleton;

@Singleton
class StoredWording implements ApprovedWording {

    @Override
    public Found of(Question question) {
        return NONE.of(question);
    }
}
