package io.openteller.platform.plugin.internal.directory;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Public;
import io.openteller.platform.plugin.internal.directory.Catalogue.Entry;
import io.openteller.platform.plugin.internal.directory.Directory.Look;
import io.openteller.platform.plugin.internal.packages.KeyRing;
import io.openteller.platform.identity.OperatorKey;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What could be installed. Everybody who may see plugins sees it; the operator alone installs. */
@Controller("/api/v1/plugins/directory")
@ExecuteOn(TaskExecutors.BLOCKING)
class DirectoryController {

    private final Directory directory;
    private final PackageStore store;
    private final KeyRing keys;
    private final OperatorKey operator;

    DirectoryController(Directory directory, PackageStore store, KeyRing keys, OperatorKey operator) {
        this.directory = directory;
        this.store = store;
        this.keys = keys;
        this.operator = operator;
    }

    /**
     * The directory.
     *
     * @param source a folder or an address; empty when none is configured
     * @param detail why it cannot be read, and what is shown instead
     */
    @Serdeable
    record Shown(String source, boolean reachable, String detail, List<Item> items) {}

    /**
     * One package.
     *
     * @param installedVersion the newest that is installed; null for none
     * @param signedByTrusted whether the key that it says it is signed with is trusted; its signature is looked at when it is
     *     installed
     */
    @Serdeable
    record Item(
            String id,
            String name,
            String version,
            String publisher,
            List<String> kinds,
            String description,
            @Nullable String installedVersion,
            String sha256,
            boolean signedByTrusted) {}

    @Serdeable
    record Installed(String id, String version, String trust, boolean isolated) {}

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Shown directory() {
        Look look = directory.look();
        boolean nothingSeen = !look.reachable() && look.entries().isEmpty();
        List<Item> items = nothingSeen
                ? store.all().stream().map(this::installed).toList()
                : look.entries().stream().map(this::offered).toList();
        return new Shown(look.source(), look.reachable(), look.detail(), items);
    }

    private Item offered(Entry entry) {
        return new Item(
                entry.id(),
                entry.name(),
                entry.version(),
                Objects.requireNonNullElse(entry.publisher(), ""),
                Objects.requireNonNullElse(entry.kinds(), List.of()),
                Objects.requireNonNullElse(entry.description(), ""),
                newest(entry.id()),
                entry.sha256(),
                entry.key() != null && keys.trusts(entry.key()));
    }

    private Item installed(VerifiedPackage one) {
        var manifest = one.manifest();
        return new Item(
                manifest.id(),
                manifest.name(),
                manifest.version(),
                manifest.publisher().name(),
                manifest.kinds(),
                manifest.description(),
                newest(manifest.id()),
                one.sha256(),
                true);
    }

    private @Nullable String newest(String id) {
        return store.versions(id).stream()
                .findFirst()
                .map(one -> one.manifest().version())
                .orElse(null);
    }

    /** Fetched, held against the hash in the catalogue, and then verified as every upload is. */
    @Post("/{id}/{version}/install")
    @Status(HttpStatus.CREATED)
    @Public("the operator's key")
    HttpResponse<Installed> install(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, String id, String version) {
        operator.check(authorization);
        byte[] zip = directory.fetch(id, version);
        try {
            Path arrived = Files.write(Files.createTempFile("from-directory", ".zip"), zip);
            try {
                VerifiedPackage added = store.install(arrived, false);
                return HttpResponse.created(new Installed(
                        added.manifest().id(),
                        added.manifest().version(),
                        added.trust().name(),
                        added.trust() == Trust.PARTNER));
            } finally {
                Files.deleteIfExists(arrived);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
