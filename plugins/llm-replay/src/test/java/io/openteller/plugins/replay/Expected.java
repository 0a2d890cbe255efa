package io.openteller.plugins.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the recording says came back.
 *
 * @param kind name of the case of ChatResult
 * @param ids of the calls; empty texts where the server gave none
 */
record Expected(String kind, String text, List<String> tools, List<JsonNode> arguments, List<String> ids, int in, int out) {

    static Expected refused(int status) {
        String kind = status == 429 ? "Limited" : status >= 500 ? "Unavailable" : "Refused";
        return new Expected(kind, "", List.of(), List.of(), List.of(), 0, 0);
    }
}
