package io.openteller.procedures.command;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;

/** In which form a definition is written; lower case, as it is typed. */
enum Form {
    yaml,
    json;

    String write(Definition definition) {
        return switch (this) {
            case yaml -> Definitions.yaml(definition);
            case json -> Definitions.json(definition);
        };
    }
}
