package io.openteller.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.VerifiedPackage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays behind when plugins go. */
class LeavingTest {

    @TempDir
    Path folder;

    @Test
    void a_thousand_loads_leave_metaspace_and_the_count_of_classes_where_they_were() throws Exception {
        VerifiedPackage one = Steps.doing(folder, "return done(\"here\");");
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            loaders.add(opened(one));
        }
        settled(loaders);
        long classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        long metaspace = metaspace();
        for (int i = 0; i < 1_000; i++) {
            loaders.add(opened(one));
        }
        settled(loaders);
        assertThat(loaders).as("class loaders that stayed").allMatch(loader -> loader.refersTo(null));
        assertThat(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes).isLessThan(200);
        assertThat(metaspace() - metaspace).as("bytes of metaspace more").isLessThan(2_000_000);
    }

    private static WeakReference<ClassLoader> opened(VerifiedPackage one) throws Exception {
        try (Hosted hosted = PluginHost.open(one, Mode.IN_PROCESS, HostOptions.usual())) {
            assertThat(Steps.run(hosted, "x")).isEqualTo("here");
            // The stand-in holds the plugin's objects; what they are of is the loader.
            Object seen = hosted.getClass().getDeclaredField("loaded");
            var field = (java.lang.reflect.Field) seen;
            field.setAccessible(true);
            return new WeakReference<>(((io.openteller.host.classes.Loaded) field.get(hosted)).classes());
        }
    }

    private static void settled(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        for (int i = 0; i < 50 && !loaders.stream().allMatch(loader -> loader.refersTo(null)); i++) {
            System.gc();
            Thread.sleep(50);
        }
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findFirst()
                .orElseThrow()
                .getUsage()
                .getUsed();
    }

    @Test
    void twenty_processes_leave_no_process_no_descriptor_and_no_file() throws Exception {
        VerifiedPackage one = Steps.doing(folder, "return done(\"here\");");
        Path privately = Files.createDirectory(folder.resolve("p"));
        HostOptions options = HostOptions.usual().withFolder(privately);
        cycle(one, options);
        long descriptors = descriptors();
        List<Long> processes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            processes.add(cycle(one, options));
        }
        assertThat(processes).allMatch(id -> ProcessHandle.of(id).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 2);
        try (Stream<Path> left = Files.list(privately)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_process_ends_with_its_platform_however_that_ends() throws Exception {
        Path privately = Files.createDirectory(folder.resolve("p"));
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingParent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(parent.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(parent.waitFor()).as(said).isEqualTo(9);
        long child = said.lines()
                .filter(line -> line.startsWith("child="))
                .mapToLong(line -> Long.parseLong(line.substring(6)))
                .findFirst()
                .orElseThrow();
        ProcessHandle.of(child).ifPresent(left -> left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        try (Stream<Path> left = Files.list(privately)) {
            assertThat(left).isEmpty();
        }
    }

    private static long cycle(VerifiedPackage one, HostOptions options) {
        try (Hosted hosted = PluginHost.open(one, Mode.ISOLATED, options)) {
            assertThat(Steps.run(hosted, "x")).isEqualTo("here");
            return hosted.process().orElseThrow();
        }
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
