package io.openteller.kit.contract;

import io.openteller.spi.CallContext;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.channel.OutgoingMessage;
import io.openteller.spi.channel.Webhook;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.workflow.StepCall;
import io.openteller.testkit.ChatModelContract.Asked;
import io.openteller.testkit.MessageChannelContract;
import io.openteller.testkit.StepProviderContract;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to ask with, for every type that the interfaces ask for. */
final class Samples {

    private static final String TEXT = "C-1001";

    private Samples() {}

    static @Nullable Object[] arguments(Method method, List<String> texts, CallContext call) {
        Iterator<String> given = texts.iterator();
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] values = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            values[i] = value(parameters[i], given, call);
        }
        return values;
    }

    private static @Nullable Object value(Parameter parameter, Iterator<String> given, CallContext call) {
        Class<?> type = parameter.getType();
        if (type == CallContext.class) {
            return call;
        }
        if (type == ChatModel.Pieces.class) {
            return (ChatModel.Pieces) piece -> true;
        }
        if (type == String.class) {
            return given.hasNext() ? given.next() : nullable(parameter) ? null : TEXT;
        }
        if (type == List.class) {
            return List.of("a text");
        }
        if (type == TransactionReader.Query.class) {
            return new TransactionReader.Query(null, null, null, 5);
        }
        if (type == ChatRequest.class) {
            return new Asked("What does a new card cost?", null);
        }
        if (type == StepCall.class) {
            String step = given.hasNext() ? given.next() : "no-such-step";
            return new StepProviderContract.Asked(step, given.hasNext() ? given.next() : "{}", TEXT);
        }
        if (type == OutgoingMessage.class) {
            return new MessageChannelContract.Message("customer-1", "Your card is on its way.", true);
        }
        if (type == Webhook.class) {
            return new MessageChannelContract.Delivery("POST", "/", Map.of(), "[]".getBytes(StandardCharsets.UTF_8));
        }
        throw new IllegalStateException("the contract has no sample of a " + type.getName());
    }

    private static boolean nullable(Parameter parameter) {
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
