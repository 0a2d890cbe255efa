package io.openteller.plugins.otp;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import java.net.URI;
import java.util.List;
import org.pf4j.Extension;

/** One-time codes as the platform sees them. */
@Extension
public final class OtpPlugin implements OpentellerPlugin {

    @Override
    public String name() {
        return "One-time codes by text message";
    }

    @Override
    public String settingsSchema() {
        return """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "title": "One-time codes", "additionalProperties": false,
                 "required": ["smsGatewayUrl", "smsGatewayKey", "dataFolder"],
                 "properties": {
                   "smsGatewayUrl": {"type": "string", "title": "Gateway address", "format": "uri",
                     "pattern": "^https?://", "description": "Takes POST {to, text, bank}"},
                   "smsGatewayKey": {"type": "string", "title": "Gateway key", "writeOnly": true, "minLength": 16,
                     "description": "Sent as a bearer token"},
                   "dataFolder": {"type": "string", "title": "Folder", "minLength": 1,
                     "description": "Where open challenges are kept on the platform's machine"}}}
                """;
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(new Capability(
                "OneTimeCode",
                List.of(
                        new Operation("send", RiskClass.CHANGE, Assurance.IDENTIFIED, false, true),
                        new Operation("verify", RiskClass.CHANGE, Assurance.IDENTIFIED, false, false))));
    }

    @Override
    public Health check(CallContext context) {
        try {
            CodeStore.of(context);
            String url = context.setting("smsGatewayUrl");
            if (url == null || URI.create(url).getHost() == null) {
                return new Health(false, "the gateway's address is not an address");
            }
            return new Health(true, "store open, gateway " + URI.create(url).getHost());
        } catch (RuntimeException failure) {
            return new Health(false, String.valueOf(failure.getMessage()));
        }
    }
}
