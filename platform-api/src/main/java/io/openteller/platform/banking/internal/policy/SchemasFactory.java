package io.openteller.platform.banking.internal.policy;

import io.micronaut.context.annotation.Factory;
import io.openteller.operations.Schemas;
import jakarta.inject.Singleton;

/** One for all: each schema is prepared once. */
@Factory
class SchemasFactory {

    @Singleton
    Schemas schemas() {
        return new Schemas();
    }
}
