package io.openteller.platform.connector.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.connectors.Connectors;
import io.openteller.connectors.Finding;
import io.openteller.connectors.Reading;
import io.openteller.operations.Catalogue;
import io.openteller.platform.connector.internal.ConnectorViews.Api;
import io.openteller.platform.connector.internal.ConnectorViews.Brought;
import io.openteller.platform.connector.internal.ConnectorViews.Document;
import io.openteller.platform.connector.internal.ConnectorViews.Findings;
import io.openteller.platform.connector.internal.ConnectorViews.Found;
import io.openteller.platform.connector.internal.ConnectorViews.LiveTried;
import io.openteller.platform.connector.internal.ConnectorViews.LiveTry;
import io.openteller.platform.connector.internal.ConnectorViews.Tried;
import io.openteller.platform.connector.internal.ConnectorViews.Try;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.List;

/** What helps to write a connector: bringing a bank's API in, trying expressions out, checking. */
@Controller("/api/v1/connectors")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConnectorController {

    private final Importing importing;
    private final Trial trial;
    private final LiveTrial live;
    private final Connectors connectors = new Connectors(Catalogue.standard());
    private final ObjectMapper json = new ObjectMapper();

    ConnectorController(Importing importing, Trial trial, LiveTrial live) {
        this.importing = importing;
        this.trial = trial;
        this.live = live;
    }

    /** Reads a bank's OpenAPI file or a line of curl; keeps nothing of it, and no secret comes back. */
    @Post("/import")
    @Allowed(Permission.PLUGIN_WRITE)
    Api bringIn(@Body Brought brought) {
        return importing.of(brought);
    }

    /** Works expressions out over a sample. */
    @Post("/preview")
    @Allowed(Permission.PLUGIN_WRITE)
    Tried preview(@Body Try wanted) {
        return trial.of(wanted);
    }

    /**
     * Asks the bank itself, at the address that its plugin has and with its secrets, which are not shown. Only what reads,
     * unless that is a test system.
     */
    @Post("/trial")
    @Allowed(Permission.PLUGIN_WRITE)
    LiveTried live(@Body LiveTry wanted) {
        return live.of(wanted);
    }

    /** What is wrong with a connector; nothing, if it can be used. */
    @Post("/check")
    @Allowed(Permission.PLUGIN_READ)
    Findings check(@Body Document document) {
        return switch (connectors.read(text(document))) {
            case Reading.Sound sound -> new Findings(List.of());
            case Reading.Defective(List<Finding> findings) -> new Findings(findings.stream()
                    .map(one -> new Found(one.rule().name(), one.place(), one.sentence()))
                    .toList());
        };
    }

    @Get("/schema")
    @Allowed(Permission.PLUGIN_READ)
    HttpResponse<String> schema() {
        return HttpResponse.ok(Connectors.schema()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private String text(Document document) {
        try {
            return json.writeValueAsString(document.connector());
        } catch (JsonProcessingException unwritable) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The connector is no JSON");
        }
    }
}
