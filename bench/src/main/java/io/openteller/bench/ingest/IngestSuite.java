package io.openteller.bench.ingest;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.Options;
import io.openteller.local.LocalPostgres;
import io.openteller.packages.Trees;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.sources.Receiving;
import io.openteller.platform.sources.UploadView.Item;
import io.openteller.platform.sources.UploadView.ItemState;
import io.openteller.platform.sources.UploadView;
import io.openteller.platform.sources.Uploads;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hands documents to the platform's own upload, on a PostgreSQL of its own, and waits until each has become a draft: kept,
 * recognised, read, its language told, cut into passages, stored with version, audit and search text. Vectors are made later,
 * where passages are searched, and are not part of it.
 */
public final class IngestSuite implements Suite {

    private static final int WARMING = 3;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String usage() {
        return "[--documents 1000] [--readers 4]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        int documents = options.count("--documents", 1_000);
        int readers = options.count("--readers", Runtime.getRuntime().availableProcessors());
        try {
            Path folder = Files.createTempDirectory("openteller-ingest");
            try {
                return measured(folder, documents, readers, progress);
            } finally {
                Trees.delete(folder);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Report measured(Path folder, int documents, int readers, Progress progress) throws IOException {
        progress.say("making " + documents + " documents of " + MadeDocuments.PAGES + " pages");
        MadeDocuments made = new MadeDocuments();
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        List<Path> files = new ArrayList<>();
        // Three more, one of each kind: they load what reads them, as happens once in the life of a platform.
        for (int i = 0; i < documents + WARMING; i++) {
            files.add(made.next(inbox));
        }
        List<Path> measured = files.subList(WARMING, files.size());
        progress.say("starting PostgreSQL and the platform");
        LocalPostgres postgres = LocalPostgres.start(folder.resolve("data"));
        try (ApplicationContext platform = ApplicationContext.run(settings(folder, postgres, readers))) {
            Tenant bank = platform.getBean(Tenants.class).register(new TenantSlug("ingest"), "Ingest", "GBP");
            Uploads uploads = platform.getBean(Uploads.class);
            ingest(bank, uploads, files.subList(0, WARMING), readers);
            long begun = System.nanoTime();
            UploadView done = ingest(bank, uploads, measured, readers);
            return report(measured, done, (System.nanoTime() - begun) / 1e9, readers);
        } finally {
            postgres.stop();
        }
    }

    private static Map<String, Object> settings(Path folder, LocalPostgres postgres, int readers) {
        return Map.of(
                "micronaut.server.port", "-1",
                "openteller.data", folder.resolve("platform").toString(),
                "openteller.plugins.folder", folder.resolve("plugins").toString(),
                "openteller.turn.loop", "false",
                "openteller.sources.loop", "false",
                "openteller.sources.readers", readers,
                "datasources.default.url", postgres.url(),
                "datasources.default.password", postgres.applicationPassword(),
                "openteller.migration.url", postgres.url(),
                "openteller.migration.password", postgres.ownerPassword());
    }

    private static UploadView ingest(Tenant bank, Uploads uploads, List<Path> files, int readers) throws IOException {
        UUID upload = CurrentTenant.<UUID, IOException>call(bank, () -> {
            Receiving receiving = uploads.receive(Actor.SYSTEM, null, null);
            for (Path file : files) {
                try (InputStream content = Files.newInputStream(file)) {
                    receiving.file(String.valueOf(file.getFileName()), content);
                }
            }
            return receiving.complete();
        });
        List<Thread> crew = Stream.generate(() -> Thread.ofVirtual().start(() -> CurrentTenant.run(bank, () -> {
                    while (uploads.readNext()) {
                        // goes on while there is one
                    }
                })))
                .limit(readers)
                .toList();
        try {
            for (Thread one : crew) {
                one.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return CurrentTenant.call(bank, () -> uploads.find(upload).orElseThrow());
    }

    private static Report report(List<Path> files, UploadView done, double seconds, int readers) throws IOException {
        Map<String, List<Item>> kinds = done.items().stream()
                .collect(Collectors.groupingBy(
                        item -> item.name().replaceFirst(".*\\.", ""), TreeMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        kinds.forEach((kind, items) -> rows.add(List.of(
                kind,
                "" + items.size(),
                "" + items.stream().filter(item -> item.state() == ItemState.FAILED).count(),
                "" + passages(items))));
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return new Report()
                .metric("documents", done.files())
                .metric("documentsPerSecond", round(done.files() / seconds))
                .metric("secondsTotal", round(seconds))
                .metric("failed", done.failed() + done.files() - done.done())
                .metric("passages", passages(done.items()))
                .metric("megabytes", round(bytes / 1e6))
                .metric("readers", readers)
                .metric("cores", Runtime.getRuntime().availableProcessors())
                .table(new Table(List.of("kind", "documents", "failed", "passages"), rows));
    }

    private static int passages(List<Item> items) {
        return items.stream().mapToInt(item -> item.passages() == null ? 0 : item.passages()).sum();
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", value));
    }
}
