package io.openteller.bench.banks;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.Progress;
import io.openteller.bench.banks.Rows.Table;
import io.openteller.bench.processes.Database;
import io.openteller.bench.processes.Machine;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Banks made from the rows of others: every row in every table, with ids, name, keys and secrets of their own. What took the
 * platform seconds for the first one (a document that is taken over is a release of its own) takes milliseconds for the next.
 */
final class Copies {

    /** So many banks' rows are written into a table at once. */
    private static final int TOGETHER = 50;

    private final Machine machine;
    private final List<Original> originals = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();
    private final Vault vault;
    private final BankSetUp.Furnishing furnishing;

    private record Copy(SandboxBank bank, Original of, Own own) {}

    /** @param platform that set the originals up, and can open their secrets */
    Copies(ApplicationContext platform, Machine machine, List<SandboxBank> from, BankSetUp.Furnishing furnishing) {
        this.furnishing = furnishing;
        this.machine = machine;
        vault = platform.getBean(Vault.class);
        Tenants tenants = platform.getBean(Tenants.class);
        for (SandboxBank bank : from) {
            Tenant tenant = tenants.find(new TenantSlug(bank.slug())).orElseThrow();
            originals.add(Original.read(machine.database(), bank, tenant, furnishing.word(bank.slug()), vault));
        }
    }

    /** Nothing is stored yet. @param bank of the same data set as one of the originals */
    void add(SandboxBank bank) {
        Original of = originals.stream()
                .filter(one -> one.bank().dataset().equals(bank.dataset()))
                .findFirst()
                .orElseThrow();
        copies.add(new Copy(bank, of, of.of(bank, furnishing.name(bank.slug()), furnishing.word(bank.slug()), vault)));
    }

    /** All of them or none. Nobody else may use the database meanwhile. */
    void store(Progress progress) {
        if (copies.isEmpty()) {
            return;
        }
        List<Table> tables = originals.getFirst().rows().keySet().stream()
                .filter(table -> originals.stream().anyMatch(original -> original.has(table)))
                .toList();
        // All of them: triggers write into others than those that are written to here.
        List<String> changed = new ArrayList<>(originals.getFirst().rows().keySet().stream().map(Table::name).toList());
        changed.add(Chain.TABLE);
        machine.asOwner().acrossBanks(changed, connection -> {
            for (int from = 0; from < copies.size(); from += TOGETHER) {
                List<Copy> some = copies.subList(from, Math.min(copies.size(), from + TOGETHER));
                Rows.write(connection, Original.REGISTRY, pieces(some, copy -> copy.of().registered().filled(copy.own())));
                for (Table table : tables) {
                    Rows.write(connection, table, pieces(some, copy -> filled(copy, table)));
                }
                Rows.write(
                        connection,
                        new Table(Chain.TABLE, Chain.COLUMNS),
                        pieces(some, copy -> copy.of().chain().of(copy.bank().id(), copy.own())));
                progress.say("%d of %d banks are made from the rows of others".formatted(from + some.size(), copies.size()));
            }
        });
        try (Database.Of rows = machine.asOwner().of(copies.getFirst().bank().id())) {
            changed.forEach(table -> rows.change("ANALYZE " + table));
        }
        copies.forEach(copy -> books(copy.of().bank(), copy.bank()));
    }

    /** What the banks' systems know, which the first of each data set has been filled with. */
    private static void books(SandboxBank from, SandboxBank to) {
        String begins = from.slug() + "-" + from.dataset() + ".";
        Path folder = Objects.requireNonNull(from.ledger().getParent());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> isBooks(one, begins)).toList()) {
                Files.copy(file, folder.resolve(to.slug() + file.getFileName().toString().substring(from.slug().length())));
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static boolean isBooks(Path file, String begins) {
        String name = file.getFileName().toString();
        return name.startsWith(begins) && !name.endsWith(".trace.db");
    }

    private static String filled(Copy copy, Table table) {
        return Objects.requireNonNull(copy.of().rows().get(table)).filled(copy.own());
    }

    private interface Piece {
        String of(Copy copy);
    }

    /** One after the other: all at once they do not fit into memory. */
    private static Iterable<String> pieces(List<Copy> copies, Piece piece) {
        return () -> copies.stream().map(copy -> piece.of(copy)).iterator();
    }
}
