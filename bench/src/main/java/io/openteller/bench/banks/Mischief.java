package io.openteller.bench.banks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Switches faults of the banks' systems on and off at random, by their control files. */
public final class Mischief {

    /** Operations that change something at the bank. */
    public static final List<String> CHANGES = List.of(
            "cards.block/v1", "cards.replace/v1", "cards.set_limit/v1", "cards.change_pin/v1", "disputes.open/v1",
            "refunds.propose/v1", "refunds.execute/v1", "profile.update/v1", "payments.cancel/v1", "access.unlock/v1",
            "access.send_reset_link/v1", "fraud.flag/v1", "fraud.acknowledge/v1", "notify.sms/v1", "notify.email/v1",
            "crm.note/v1");

    private final List<SandboxBank> banks;
    private final Random chance;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "mischief");
    private int switched;

    private Mischief(List<SandboxBank> banks, Random chance) {
        this.banks = banks;
        this.chance = chance;
    }

    public static Mischief begin(List<SandboxBank> banks, Random chance) {
        Mischief mischief = new Mischief(banks, chance);
        mischief.thread.start();
        return mischief;
    }

    private void run() {
        try {
            while (!over.await(2_000 + chance.nextInt(4_000), TimeUnit.MILLISECONDS)) {
                for (SandboxBank bank : banks) {
                    Map<String, Object> faults = chance.nextInt(100) < 35 ? faults() : Map.of();
                    switched += faults.size();
                    write(bank, faults);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> faults() {
        Map<String, Object> faults = new LinkedHashMap<>();
        switch (chance.nextInt(10)) {
            case 0 -> faults.put("*", "DOWN");
            case 1 -> faults.put("*", Map.of("fault", "SLOW", "millis", 200 + chance.nextInt(1_500)));
            case 2 -> faults.put("*", "STALE");
            case 3 -> faults.put("*", "WRONG_SCHEMA");
            default -> {
                for (int i = 0; i < 1 + chance.nextInt(6); i++) {
                    faults.put(CHANGES.get(chance.nextInt(CHANGES.size())), change());
                }
            }
        }
        if (chance.nextInt(4) == 0) {
            faults.put("reconcile", chance.nextBoolean() ? "UNSURE" : "DOWN");
        }
        return faults;
    }

    private Object change() {
        return switch (chance.nextInt(6)) {
            case 0 -> "DOWN";
            case 1 -> "WRONG_SCHEMA";
            case 2 -> Map.of("fault", "SLOW", "millis", 300 + chance.nextInt(8_000));
            default -> Map.of("fault", "APPLIED_THEN_TIMEOUT", "millis", 100 + chance.nextInt(2_000));
        };
    }

    /** From the next call on this and nothing else goes wrong at that bank; an empty map for nothing. */
    public static void write(SandboxBank bank, Map<String, Object> faults) {
        Path file = bank.faults();
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, new JsonMapper().writeValueAsString(faults));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** All banks' systems work again when this returns. @return how many faults were switched on */
    public int end() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        banks.forEach(bank -> write(bank, Map.of()));
        return switched;
    }
}
