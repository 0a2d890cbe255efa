package io.openteller.platform.procedure.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.operations.Catalogue;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.procedures.check.Checker;
import io.openteller.procedures.check.Finding;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the checker says of a definition, with this bank's languages and its other procedures. */
@Singleton
class Judge {

    private final TenantDatabase database;
    private final LanguageSql languages;
    private final VersionSql versions;
    private final ObjectMapper json = new ObjectMapper();

    Judge(TenantDatabase database, LanguageSql languages, VersionSql versions) {
        this.database = database;
        this.languages = languages;
        this.versions = versions;
    }

    /** @param json the definition as it is kept */
    record Judged(String id, String json, List<Finding> findings) {}

    /**
     * A draft is kept while it is being written, so a definition that is not whole yet is a finding and no error.
     *
     * @throws ProblemException if it is no JSON object with an id
     */
    Judged of(String definitionJson) {
        JsonNode node;
        try {
            node = json.readTree(definitionJson);
        } catch (JsonProcessingException broken) {
            throw new ProblemException(ErrorCode.PROCEDURE_INVALID, "It is no JSON");
        }
        if (!node.path("id").isTextual()) {
            throw new ProblemException(ErrorCode.PROCEDURE_INVALID, "It has no id");
        }
        return new Judged(node.path("id").textValue(), definitionJson, findings(definitionJson));
    }

    List<Finding> findings(String definition) {
        try {
            return findings(Definitions.read(definition));
        } catch (BadDefinition bad) {
            return bad.faults().stream()
                    .map(fault -> new Finding(Finding.Rule.BAD_DEFINITION, fault.node(), fault.message()))
                    .toList();
        }
    }

    List<Finding> findings(Definition definition) {
        return database.inTransaction(sql -> checker(sql, definition).check(definition));
    }

    void insistOnFaultless(String definitionJson) {
        List<Finding> findings = findings(definitionJson);
        if (!findings.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.PROCEDURE_FAULTY,
                    findings.stream()
                            .map(one -> new FieldFault(one.node() == null ? "" : one.node(), one.message()))
                            .toList());
        }
    }

    /** In which every text must exist; the bank's own first. */
    List<String> languages() {
        return database.inTransaction(languages::of);
    }

    /** Of what was checked before it was published. */
    Definition read(String definitionJson) {
        try {
            return Definitions.read(definitionJson);
        } catch (BadDefinition impossible) {
            throw new IllegalStateException("a published procedure cannot be read any more", impossible);
        }
    }

    private Checker checker(Handle sql, Definition definition) {
        Map<String, Definition> others = new HashMap<>();
        versions.inForce(sql).forEach(one -> others.put(one.id(), read(one.definition())));
        others.put(definition.id(), definition);
        return new Checker(Catalogue.standard(), Set.copyOf(languages.of(sql)), others);
    }
}
