package io.openteller.kit.contract;

import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.channel.MessageChannel;
import io.openteller.spi.identity.OneTimeCode;
import io.openteller.spi.knowledge.DocumentSource;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.EmbeddingModel;
import io.openteller.spi.workflow.StepProvider;
import java.util.List;
import org.pf4j.ExtensionPoint;

/** The interfaces that plugins implement, by the names that descriptions have for them. */
final class SpiPoints {

    static final List<Class<? extends ExtensionPoint>> ALL = List.of(
            AccountReader.class,
            CardControl.class,
            CustomerDirectory.class,
            DisputeDesk.class,
            OperationProvider.class,
            TransactionReader.class,
            MessageChannel.class,
            OneTimeCode.class,
            DocumentSource.class,
            ChatModel.class,
            EmbeddingModel.class,
            StepProvider.class);

    private SpiPoints() {}

    static Class<? extends ExtensionPoint> named(String name) {
        return ALL.stream()
                .filter(point -> point.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this kit does not know the interface " + name));
    }
}
