package io.openteller.testkit.reference;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import io.openteller.spi.workflow.StepProvider;
import java.util.List;

/** The clerk as a plugin. */
class Shop implements OpentellerPlugin {

    private static final SettingsSpec<Settings> SPEC = SettingsSpec.of(Settings.class, "Shop");

    record Settings(
            @Setting(title = "Desk") String desk, @Setting(title = "Key", secret = true) String key) {}

    @Override
    public String name() {
        return "Shop";
    }

    @Override
    public String settingsSchema() {
        return SPEC.schema();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.of(
                StepProvider.class,
                new Operation("steps", RiskClass.READ, Assurance.ANONYMOUS, true, true),
                new Operation("run", RiskClass.CHANGE, Assurance.IDENTIFIED, true, true)));
    }

    @Override
    public Health check(CallContext context) {
        try {
            SPEC.read(context);
            return Health.up("open");
        } catch (IllegalArgumentException missing) {
            return Health.down(String.valueOf(missing.getMessage()));
        }
    }
}
