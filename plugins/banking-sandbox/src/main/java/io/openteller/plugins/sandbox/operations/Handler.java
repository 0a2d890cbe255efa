package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;

/** Does one operation. */
@FunctionalInterface
public interface Handler {

    Outcome<JsonNode> perform(Call call) throws SQLException;
}
