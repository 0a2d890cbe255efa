package io.openteller.plugins.sandbox;

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;
import org.jspecify.annotations.Nullable;

/** Which bank to play, where to keep it, and how badly it should behave. */
record SandboxSettings(
        @Setting(
                        title = "Data set",
                        description = "Which customers there are: meridian or harbour",
                        pattern = "^[a-z][a-z0-9-]{0,39}$")
                String dataset,
        @Setting(title = "Folder", description = "Where the store is kept on the platform's machine")
                String dataFolder,
        @Setting(
                        title = "Out of order",
                        description = "Answers every call as if the bank's system were down, to see what customers see")
                boolean outage,
        @Setting(
                        title = "Delay in milliseconds",
                        description = "Waits so long before each answer, to see what customers see",
                        minimum = 0,
                        maximum = 60_000)
                @Nullable Long delayMillis,
        @Setting(
                        title = "Fault",
                        description = "How operations go wrong, to see what a procedure does then")
                Faults.@Nullable Mode fault,
        @Setting(
                        title = "Where",
                        description = "Names of the operations that go wrong, such as cards.block/v1; empty for all",
                        pattern = "^[a-z0-9_./, ]{0,2000}$")
                @Nullable String faultIn) {

    static final SettingsSpec<SandboxSettings> SPEC = SettingsSpec.of(SandboxSettings.class, "Banking sandbox");
}
