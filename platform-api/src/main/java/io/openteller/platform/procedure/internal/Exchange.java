package io.openteller.platform.procedure.internal;

import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.internal.ProcedureViews.Fault;
import io.openteller.platform.procedure.internal.ProcedureViews.Imported;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Procedures as files: in and out. */
@Singleton
class Exchange {

    private final TenantDatabase database;
    private final DraftSql drafts;
    private final VersionSql versions;
    private final Judge judge;

    Exchange(TenantDatabase database, DraftSql drafts, VersionSql versions, Judge judge) {
        this.database = database;
        this.drafts = drafts;
        this.versions = versions;
        this.judge = judge;
    }

    /** Nothing is kept: what is read goes to the editor, where it is saved like any other change. */
    Imported bringIn(String text, boolean steps) {
        try {
            if (!steps) {
                return imported(Definitions.read(text), List.of());
            }
            // In the first of the bank's languages; the checker then names every text that lacks the others.
            var read = Definitions.fromSteps(text, judge.languages().getFirst());
            return imported(
                    read.definition(),
                    read.notes().stream()
                            .map(note -> note.node() == null ? note.message() : note.node() + ": " + note.message())
                            .toList());
        } catch (BadDefinition bad) {
            throw new ProblemException(
                    ErrorCode.PROCEDURE_INVALID,
                    bad.faults().stream()
                            .map(fault -> new FieldFault(fault.node() == null ? "" : fault.node(), fault.message()))
                            .toList());
        }
    }

    private Imported imported(Definition definition, List<String> notes) {
        return new Imported(
                Pages.object(Definitions.json(definition)), notes, Fault.of(judge.findings(definition)));
    }

    String schema() {
        return Definitions.schema();
    }

    String takeOut(String id, String version, boolean yaml) {
        String kept = database.inTransaction(sql -> kept(sql, id, version));
        try {
            Definition definition = Definitions.read(kept);
            return yaml ? Definitions.yaml(definition) : Definitions.json(definition);
        } catch (BadDefinition unfinished) {
            // A draft that is not whole yet leaves as it is.
            return kept;
        }
    }

    private String kept(Handle sql, String id, String version) {
        if (version.equals("draft")) {
            return drafts.find(sql, id).map(DraftSql.Draft::definition).orElseThrow(Exchange::none);
        }
        if (!version.matches("[0-9]{1,6}")) {
            throw none();
        }
        return versions.find(sql, id, Integer.parseInt(version))
                .map(VersionSql.Version::definition)
                .orElseThrow(Exchange::none);
    }

    private static ProblemException none() {
        return new ProblemException(ErrorCode.NOT_FOUND);
    }
}
