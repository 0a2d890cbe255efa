package io.openteller.host.apart;

import io.openteller.host.HostOptions;
import io.openteller.host.Hosted;
import io.openteller.host.Mode;
import io.openteller.host.Points;
import io.openteller.host.apart.Caller.Place;
import io.openteller.host.wire.Shape;
import io.openteller.host.wire.Shape.Call;
import io.openteller.packages.Manifest;
import io.openteller.packages.VerifiedPackage;
import io.openteller.spi.OpentellerPlugin;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.pf4j.ExtensionPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin in a process of its own. */
public final class Apart implements Hosted {

    private static final Logger log = LoggerFactory.getLogger(Apart.class);

    private final Manifest manifest;
    private final Supervisor supervisor;
    private final Confinement confinement;
    private final Map<Class<?>, Object> extensions = new HashMap<>();

    private Apart(Manifest manifest, Supervisor supervisor, Confinement confinement, HostOptions options) {
        this.manifest = manifest;
        this.supervisor = supervisor;
        this.confinement = confinement;
        List<String> settings = new ArrayList<>();
        manifest.settings().path("properties").fieldNames().forEachRemaining(settings::add);
        Duration longest = Duration.ofMillis(manifest.resources().timeoutMillis());
        Caller caller = new Caller(supervisor, options, settings, longest);
        List<List<Class<?>>> points = Objects.requireNonNull(supervisor.now()).points();
        for (int extension = 0; extension < points.size(); extension++) {
            for (int point = 0; point < points.get(extension).size(); point++) {
                Class<?> type = points.get(extension).get(point);
                extensions.putIfAbsent(type, standIn(type, caller, new Place(extension, point)));
            }
        }
    }

    public static Apart open(VerifiedPackage verified, HostOptions options) {
        Manifest manifest = verified.manifest();
        Confinement confinement = Confinement.of(options.network());
        ChildProcess.Package what = new ChildProcess.Package(
                manifest.id() + "@" + manifest.version(),
                verified.folder(),
                manifest.lifecycle() == null ? "" : manifest.lifecycle(),
                verified.extensions(),
                manifest.resources().heapMegabytes());
        Supervisor supervisor = new Supervisor(what, options, confinement);
        try {
            Points.check(manifest, Objects.requireNonNull(supervisor.now()).points());
            log.info("plugin={} runs {}", what.name(), confinement.words());
            return new Apart(manifest, supervisor, confinement, options);
        } catch (RuntimeException refused) {
            supervisor.close();
            throw refused;
        }
    }

    private static Object standIn(Class<?> type, Caller caller, Place place) {
        Shape shape = Shape.of(type);
        InvocationHandler handler = (self, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            Call call = shape.call(method);
            if (call != null) {
                return caller.call(place, call, given);
            }
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(self, method, given)
                    : Shape.ofObject(self, method, given, type.getSimpleName() + " in a process of its own");
        };
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public OpentellerPlugin plugin() {
        return extension(OpentellerPlugin.class).orElseThrow();
    }

    @Override
    public <P extends ExtensionPoint> Optional<P> extension(Class<P> point) {
        return Optional.ofNullable(extensions.get(point)).map(point::cast);
    }

    @Override
    public Mode mode() {
        return Mode.ISOLATED;
    }

    @Override
    public String confinement() {
        return confinement.words();
    }

    @Override
    public OptionalLong process() {
        ChildProcess child = supervisor.now();
        return child != null && child.lives() ? OptionalLong.of(child.process().pid()) : OptionalLong.empty();
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
