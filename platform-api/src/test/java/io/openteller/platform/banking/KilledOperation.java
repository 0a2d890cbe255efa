package io.openteller.platform.banking;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.nio.file.Path;

/** A platform process that has a card blocked, says so, and hangs in the call until it is killed. */
final class KilledOperation {

    static final String CALL = "call-of-the-killed";

    private KilledOperation() {}

    /** Arguments: database URL, folder, bank. Prints the conversation and the card before it calls. */
    public static void main(String[] arguments) {
        ApplicationContext platform = Operated.sandboxed(arguments[0], Path.of(arguments[1]));
        Tenant bank = platform.getBean(Tenants.class)
                .find(new TenantSlug(arguments[2]))
                .orElseThrow();
        Operated asha = Operated.at(platform, bank, "MB-1001");
        String card = asha.reference("cards.list/v1", "/cards/0/card");
        asha.perform(CALL, "cards.block/v1", Arguments.block(card, "LOST"));
        asha.confirm(CALL, true);
        System.out.println("calls " + asha.session().conversation() + " " + card);
        asha.perform(CALL, "cards.block/v1", Arguments.block(card, "LOST"));
        System.out.println("came back");
        System.exit(0);
    }
}
