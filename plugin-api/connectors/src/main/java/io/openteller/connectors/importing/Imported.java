package io.openteller.connectors.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.connectors.Connector.Auth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file or a line tells of a bank's API.
 *
 * @param title as the bank calls it; null if it does not
 * @param servers addresses, of which the bank's administrator picks one
 * @param auth ways to sign in that a connector can use, in the file's order
 * @param calls in the file's order
 * @param notes what was left out, and what the administrator has to do about it; a sentence each
 */
public record Imported(
        @Nullable String title, List<String> servers, List<Auth> auth, List<Call> calls, List<String> notes) {

    public Imported {
        servers = List.copyOf(servers);
        auth = List.copyOf(auth);
        calls = List.copyOf(calls);
        notes = List.copyOf(notes);
    }

    /**
     * One call of the bank's.
     *
     * @param id as the bank names it, or its method and path
     * @param path with names in braces where values go
     * @param sampleRequest an example of the body; missing where there is none
     * @param sampleResponse an example of a good answer, the bank's own or made from its schema; missing where neither is there
     */
    public record Call(
            String id,
            String method,
            String path,
            @Nullable String summary,
            List<Parameter> parameters,
            JsonNode sampleRequest,
            JsonNode sampleResponse,
            List<String> errorStatuses) {

        public Call {
            parameters = List.copyOf(parameters);
            errorStatuses = List.copyOf(errorStatuses);
        }
    }

    /** A value that the call takes. @param in path, query or header */
    public record Parameter(String name, String in, boolean required, @Nullable String example) {}
}
