package io.openteller.platform.procedure.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.internal.ProcedureViews.Fault;
import io.openteller.platform.procedure.internal.ProcedureViews.Faults;
import io.openteller.platform.procedure.internal.ProcedureViews.Imported;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What helps to write a procedure: checking, bringing in, taking out. */
@Controller("/api/v1/procedures")
@ExecuteOn(TaskExecutors.BLOCKING)
class ToolsController {

    private final Judge judge;
    private final Exchange exchange;
    private final TenantDatabase database;
    private final LanguageSql languages;
    private final Audit audit;

    ToolsController(Judge judge, Exchange exchange, TenantDatabase database, LanguageSql languages, Audit audit) {
        this.judge = judge;
        this.exchange = exchange;
        this.database = database;
        this.languages = languages;
        this.audit = audit;
    }

    @Serdeable
    record Questionable(Map<String, Object> definition) {}

    @Post("/check")
    @Allowed(Permission.PROCEDURE_READ)
    Faults check(@Body Questionable given) {
        return new Faults(Fault.of(judge.findings(Pages.text(given.definition()))));
    }

    /** @param format DEFINITION, or STEPS for a list of steps with {@code id}, {@code type}, {@code params}, {@code conditions} */
    @Serdeable
    record Handed(String text, @Nullable String format) {}

    @Post("/import")
    @Allowed(Permission.PROCEDURE_WRITE)
    Imported bringIn(@Body Handed handed) {
        return exchange.bringIn(handed.text(), "STEPS".equals(handed.format()));
    }

    /** @param version a number, or {@code draft} */
    @Get("/{id}/export")
    @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Allowed(Permission.PROCEDURE_READ)
    HttpResponse<String> export(
            String id,
            @QueryValue(defaultValue = "draft") String version,
            @QueryValue(defaultValue = "yaml") String format) {
        boolean yaml = format.equals("yaml");
        return HttpResponse.ok(exchange.takeOut(id, version, yaml))
                .contentType(yaml ? MediaType.TEXT_PLAIN_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + id + (yaml ? ".yaml\"" : ".json\""));
    }

    @Get("/schema")
    @Allowed(Permission.PROCEDURE_READ)
    HttpResponse<String> schema() {
        return HttpResponse.ok(exchange.schema()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** Procedures that come with the platform, to begin with. */
    @Get("/shipped")
    @Allowed(Permission.PROCEDURE_READ)
    List<Map<String, Object>> shipped() {
        return Shipped.definitions();
    }

    /** @param languages BCP 47 tags in which every text must exist; the first is the one to fall back to */
    @Serdeable
    record Spoken(List<String> languages) {}

    @Put("/languages")
    @Allowed(Permission.PROCEDURE_APPROVE)
    Spoken languages(@Body Spoken spoken) {
        for (String tag : spoken.languages()) {
            if (Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
                throw new ProblemException(ErrorCode.PROCEDURE_INVALID, "No language: " + tag);
            }
        }
        if (spoken.languages().isEmpty() || spoken.languages().size() > 10) {
            throw new ProblemException(ErrorCode.PROCEDURE_INVALID, "Between one and ten languages are needed");
        }
        database.inTransaction(sql -> {
            languages.put(sql, spoken.languages());
            audit.record(sql, "procedure.languages", String.join(",", spoken.languages()));
            return spoken;
        });
        return spoken;
    }
}
