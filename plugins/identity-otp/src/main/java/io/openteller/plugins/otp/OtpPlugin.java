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
        return OtpSettings.SPEC.schema();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(new Capability(
                "OneTimeCode",
                List.of(
                        new Operation("send", RiskClass.CHANGE, Assurance.IDENTIFIED, false, true),
                        new Operation("verify", RiskClass.CHANGE, Assurance.IDENTIFIED, false, true))));
    }

    @Override
    public Health check(CallContext context) {
        try {
            OtpSettings settings = OtpSettings.SPEC.read(context);
            CodeStore.of(settings, context.bank());
            String host = URI.create(settings.smsGatewayUrl()).getHost();
            if (host == null) {
                return new Health(false, "the gateway's address is not an address");
            }
            return new Health(true, "store open, gateway " + host);
        } catch (RuntimeException failure) {
            return new Health(false, String.valueOf(failure.getMessage()));
        }
    }
}
