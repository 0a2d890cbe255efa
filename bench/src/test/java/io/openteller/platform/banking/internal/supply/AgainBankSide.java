package io.openteller.platform.banking.internal.supply;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.connector.BankConnectors;
import io.openteller.platform.plugin.Plugins;

/** Planted: asks the bank for every change a second time, under another name, as one does who makes up an id per attempt. */
public final class AgainBankSide extends BankSide {

    private AgainBankSide(Plugins plugins, BankConnectors connectors) {
        super(plugins, connectors);
    }

    @Override
    public Answer perform(Asking asking) {
        Answer answer = super.perform(asking);
        super.perform(new Asking(
                asking.supplier(), asking.operation(), asking.callId() + "-again", asking.customer(), asking.input()));
        return answer;
    }

    /** A platform that has it. */
    public static void main(String[] arguments) {
        ApplicationContext platform =
                ApplicationContext.builder().args(arguments).banner(false).build();
        platform.registerBeanDefinition(
                RuntimeBeanDefinition.builder(BankSide.class, () -> new AgainBankSide(
                                platform.getBean(Plugins.class), platform.getBean(BankConnectors.class)))
                        .singleton(true)
                        .replaces(BankSide.class)
                        .build());
        platform.start();
        platform.getBean(EmbeddedServer.class).start();
    }
}
