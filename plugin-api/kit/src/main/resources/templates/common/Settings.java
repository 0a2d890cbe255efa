package {{package}};

import io.openteller.spi.Setting;
import io.openteller.spi.SettingsSpec;

/** What a bank's administrator fills in before the plugin can work. */
record {{Name}}Settings(
        @Setting(
                        title = "Address",
                        description = "Where the system answers, such as https://api.bank.example/v1",
                        pattern = "^https?://[^ ]+$")
                String baseUrl,
        @Setting(title = "Key", description = "Sent as a bearer token", secret = true, minLength = 12) String apiKey) {

    static final SettingsSpec<{{Name}}Settings> SPEC = SettingsSpec.of({{Name}}Settings.class, "{{name}}");
}
