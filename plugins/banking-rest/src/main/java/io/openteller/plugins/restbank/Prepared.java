package io.openteller.plugins.restbank;

import io.openteller.connectors.Connectors;
import io.openteller.operations.Catalogue;
import io.openteller.operations.Schemas;

/** What takes a while to make, made at the first call: whoever packs or describes the plugin needs none of it. */
final class Prepared {

    static final Schemas SCHEMAS = new Schemas();
    static final Connectors CONNECTORS = new Connectors(Catalogue.standard());

    private Prepared() {}
}
