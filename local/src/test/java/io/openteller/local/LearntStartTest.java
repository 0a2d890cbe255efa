package io.openteller.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntStartTest {

    private static final String MAIN = Lives.class.getName();

    @TempDir
    Path folder;

    private Path jar;

    /** What runs. */
    static final class Lives {
        public static void main(String[] arguments) {
            System.out.println("lived");
        }
    }

    @BeforeEach
    void jar() throws Exception {
        jar = folder.resolve("lives.jar");
        String file = MAIN.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                InputStream in = LearntStartTest.class.getClassLoader().getResourceAsStream(file)) {
            entries.putNextEntry(new JarEntry(file));
            in.transferTo(entries);
        }
    }

    @Test
    void a_life_that_learnt_is_what_the_next_one_begins_with() throws Exception {
        LearntStart learnt = new LearntStart(folder, jar.toString());
        assertThatThrownBy(learnt::settings).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> learnt.make(List.of())).isInstanceOf(IllegalStateException.class);

        assertThat(run(learnt.learning())).contains("lived");
        learnt.make(List.of());

        List<String> settings = new ArrayList<>(learnt.settings());
        settings.add("-Xlog:class+load");
        assertThat(run(settings).lines().filter(line -> line.contains(MAIN))).anyMatch(line -> line.contains("shared objects file"));
    }

    @Test
    void classes_in_a_folder_are_refused_before_anything_runs() {
        LearntStart learnt = new LearntStart(folder, jar + File.pathSeparator + folder);
        assertThatThrownBy(learnt::learning).isInstanceOf(IllegalStateException.class).hasMessageContaining(folder.toString());
    }

    @Test
    void other_jars_begin_without_it() throws Exception {
        LearntStart learnt = new LearntStart(folder, jar.toString());
        run(learnt.learning());
        learnt.make(List.of());
        jar();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));

        assertThat(run(learnt.settings())).contains("lived");
    }

    private String run(List<String> settings) throws Exception {
        Path said = folder.resolve("said.txt");
        int code = new ProcessBuilder(PlatformJvm.command(jar.toString(), MAIN, settings))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }
}
