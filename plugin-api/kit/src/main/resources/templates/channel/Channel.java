package {{package}};

import io.openteller.spi.CallContext;
import io.openteller.spi.channel.MessageChannel;
import io.openteller.spi.channel.OutgoingMessage;
import io.openteller.spi.channel.Received;
import io.openteller.spi.channel.Sent;
import io.openteller.spi.channel.Webhook;
import {{package}}.{{Name}}Api.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.pf4j.Extension;

/** Reads what the provider delivers, signed with the key; sends by {@code POST /messages}. */
@Extension
public final class {{Name}}Channel implements MessageChannel {

    static final String SIGNATURE = "X-Signature";

    @Override
    public Received receive(CallContext context, Webhook webhook) {
        String key;
        try {
            key = {{Name}}Settings.SPEC.read(context).apiKey();
        } catch (IllegalArgumentException unset) {
            return Received.unreadable(unset.getMessage());
        }
        // Over the bytes as they came, and before anything in them is read.
        if (!Signatures.fits(key, webhook.body(), webhook.header(SIGNATURE))) {
            return Received.unsigned();
        }
        try {
            Line[] lines = {{Name}}Api.JSON.readValue(webhook.body(), Line[].class);
            return Received.messages(Arrays.stream(lines).map(Line::message).toList());
        } catch (IOException unreadable) {
            return Received.unreadable("the delivery is no list of messages");
        }
    }

    @Override
    public Sent send(CallContext context, OutgoingMessage message) {
        Outgoing outgoing = new Outgoing(message.to(), message.text(), message.byAssistant());
        return switch ({{Name}}Api.post(context, Receipt.class, outgoing, "messages")) {
            case Reply.Ok(var receipt) -> Sent.accepted(receipt.id());
            case Reply.Missing() -> Sent.refused("the provider does not know the address");
            case Reply.Refused(var reason) -> Sent.refused(reason);
            case Reply.Failed(var detail, var mayHaveHappened) -> Sent.unavailable(detail);
        };
    }

    private record Line(String id, String from, String name, String text, long atSeconds) {

        Received.Incoming message() {
            return new Received.Incoming(id, from, name, text, Instant.ofEpochSecond(atSeconds));
        }
    }

    private record Outgoing(String to, String text, boolean automated) {}

    private record Receipt(String id) {}
}
