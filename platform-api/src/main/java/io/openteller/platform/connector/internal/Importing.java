package io.openteller.platform.connector.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.connectors.Connector;
import io.openteller.connectors.importing.CurlLine;
import io.openteller.connectors.importing.Imported;
import io.openteller.connectors.importing.NotImported;
import io.openteller.connectors.importing.OpenApiFile;
import io.openteller.connectors.importing.Suggestions;
import io.openteller.operations.Catalogue;
import io.openteller.platform.connector.internal.ConnectorViews.Api;
import io.openteller.platform.connector.internal.ConnectorViews.ApiCall;
import io.openteller.platform.connector.internal.ConnectorViews.ApiParameter;
import io.openteller.platform.connector.internal.ConnectorViews.Auth;
import io.openteller.platform.connector.internal.ConnectorViews.Brought;
import io.openteller.platform.connector.internal.ConnectorViews.Suggested;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a file or a line has, for the console. Nothing of it is kept. */
@Singleton
class Importing {

    private final ObjectMapper json = new ObjectMapper();
    private final Suggestions suggestions = new Suggestions(Catalogue.standard());

    Api of(Brought brought) {
        try {
            return view(
                    switch (brought.format()) {
                        case OPENAPI -> OpenApiFile.read(brought.text());
                        case CURL -> CurlLine.read(brought.text());
                    });
        } catch (NotImported refused) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, String.valueOf(refused.getMessage()));
        }
    }

    private Api view(Imported imported) {
        return new Api(
                imported.title(),
                imported.servers(),
                imported.auth().stream().map(Importing::auth).toList(),
                imported.calls().stream().map(this::call).toList(),
                imported.notes());
    }

    private static Auth auth(Connector.Auth auth) {
        return new Auth(
                auth.type().name(),
                auth.scope(),
                auth.client() == null ? null : auth.client().name(),
                auth.in() == null ? null : auth.in().name(),
                auth.name(),
                auth.prefix());
    }

    private ApiCall call(Imported.Call call) {
        return new ApiCall(
                call.id(),
                call.method(),
                call.path(),
                call.summary(),
                call.parameters().stream()
                        .map(one -> new ApiParameter(one.name(), one.in(), one.required(), one.example()))
                        .toList(),
                plain(call.sampleRequest()),
                plain(call.sampleResponse()),
                call.errorStatuses(),
                suggestions.of(call).stream()
                        .map(one -> new Suggested(one.operation(), one.score()))
                        .toList());
    }

    private @Nullable Object plain(JsonNode sample) {
        return sample.isMissingNode() ? null : json.convertValue(sample, Object.class);
    }
}
