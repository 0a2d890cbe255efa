package io.openteller.bench.faults;

import io.openteller.bench.banks.ModelRoute;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.faults.FaultProxy.Fault;
import io.openteller.bench.processes.ModelServer;
import io.openteller.bench.processes.ModelServer.Behaviour;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that servers of models do wrong, on the network and in what they say. */
final class ModelFaults extends Scenario {

    private static final int CALL_MILLIS = 1_500;
    private static final Duration ANSWERED = Duration.ofSeconds(8);
    private static final int TRIES = 5;
    private static final int BIG = 10_000_000;
    private static final String BEGINNING = "{\"answered\": true, \"sentences\": [{\"te";

    private record Case(Fault network, Behaviour says) {}

    private static final Fault NONE = new Fault.None();

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        Behaviour well = exchange -> exchange.says(ModelServer.SAYS_NOTHING);
        cases.put("refused", new Case(new Fault.Refuse(), well));
        cases.put("hang-before-headers", new Case(new Fault.Freeze(), well));
        cases.put("one-byte-a-second", new Case(new Fault.Slow(1), well));
        cases.put("cut-mid-response", new Case(new Fault.CutAfter(150), well));
        cases.put("limited", new Case(NONE, exchange -> {
            exchange.header("Retry-After", "60");
            exchange.sends(429, "application/json", "{}");
        }));
        cases.put("error-500", new Case(NONE, exchange -> exchange.sends(500, "application/json", "{}")));
        cases.put("hang-mid-stream", new Case(NONE, exchange -> {
            exchange.begins(BEGINNING);
            Thread.sleep(20_000);
        }));
        cases.put("cut-json", new Case(NONE, exchange -> exchange.says(BEGINNING)));
        cases.put("html", new Case(NONE, exchange -> exchange.sends(200, "text/html", "<html><body>Sign in</body></html>")));
        cases.put("ten-megabytes", new Case(NONE, exchange -> exchange.sends(200, "text/event-stream", ": " + "x".repeat(BIG))));
        cases.put("wrong-schema", new Case(NONE, exchange -> exchange.says("{\"answer\": \"A thousand pounds.\"}")));
        cases.put("empty", new Case(NONE, exchange -> exchange.says("")));
        cases.put("other-language", new Case(NONE, exchange -> exchange.says("{\"answered\": true, \"sentences\": [{\"text\":"
                + " \"Vous pouvez envoyer mille livres par jour pendant deux jours.\", \"sources\": [1]}]}")));
        return cases;
    }

    ModelFaults() {
        super(
                "model-faults",
                "However the model fails, the customer has one reply within 8 s, in the bank's own words.",
                "a failing model is an error of the turn");
    }

    @Override
    boolean isQuick() {
        return true;
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.talking().get(1);
        try {
            for (Map.Entry<String, Case> one : cases().entrySet()) {
                ground.models().model(one.getKey(), one.getValue().says());
                ModelRoute.to(ground.first(), bank, one.getKey(), CALL_MILLIS);
                ground.toModels().set(one.getValue().network());
                boolean isOfNetwork = !(one.getValue().network() instanceof Fault.None);
                boolean asked = false;
                // The other node takes some of the turns, and may not know of this model yet.
                for (int i = 0; i < TRIES && !asked; i++) {
                    asked = ask(ground, bank, one.getKey(), isOfNetwork, findings);
                }
                // A refused connection leaves no trace with us.
                findings.hold(
                        asked || one.getKey().equals("refused"),
                        "the model was not asked: nothing was tried with " + one.getKey());
                ground.toModels().set(NONE);
                ground.toModels().cut();
            }
        } finally {
            ground.toModels().set(NONE);
            ModelRoute.off(ground.first(), bank);
        }
    }

    /** @return whether the model was asked */
    private static boolean ask(Ground ground, SandboxBank bank, String fault, boolean isOfNetwork, Findings findings) {
        Optional<Chat> opened =
                Chat.open(ground, bank, fault.hashCode() & 7, ground.toFirst(), ground.toFirst(), Duration.ofSeconds(10));
        if (opened.isEmpty()) {
            findings.breach("no session while the model was: " + fault);
            return false;
        }
        int before = ground.toModels().connections();
        try (Chat chat = opened.get()) {
            Optional<Chat.Said> said = chat.say(Questions.ONE, Duration.ofSeconds(5));
            long begun = System.nanoTime();
            boolean answered = said.isPresent() && chat.isAnswered(said.get().seq(), ANSWERED);
            findings.hold(answered, "no reply within " + ANSWERED.toSeconds() + " s with the fault " + fault);
            findings.hold(chat.visit().isAssistants(), "a person has it because of the fault " + fault);
            if (answered) {
                findings.recovered(fault, Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        return ground.models().asked(fault) > 0 || (isOfNetwork && ground.toModels().connections() > before);
    }
}
