package io.openteller.bench.lookout;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.load.Subscription;
import java.util.ArrayList;
import java.util.List;

/** Streams of a colleague: the desk of one bank and a conversation in it, until another bank's turn comes. What comes is read by the client. */
final class Followed implements AutoCloseable {

    private final Client client;
    private final List<Subscription> open = new ArrayList<>();

    Followed(Client client) {
        this.client = client;
    }

    synchronized void instead(SandboxBank bank, String conversation) {
        close();
        for (String path : List.of("/api/v1/desk/events", "/api/v1/desk/conversations/" + conversation + "/events?after=0")) {
            open.add(client.staffStream(path, bank.staffCookie(), event -> {}, () -> {}));
        }
    }

    @Override
    public synchronized void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}
