package io.openteller.platform.llm;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model is asked: the words of a versioned file, with hidden text in its gaps. There is no other way to make one. */
public final class Prompt {

    private final String version;
    private final String system;
    private final String user;
    private final @Nullable String schema;
    private final int maxOutputTokens;

    Prompt(String version, String system, String user, @Nullable String schema, int maxOutputTokens) {
        this.version = version;
        this.system = system;
        this.user = user;
        this.schema = schema;
        this.maxOutputTokens = maxOutputTokens;
    }

    /**
     * @param version of a file in {@code resources/prompts}
     * @param gaps exactly those that the file has
     * @throws IllegalArgumentException if a gap is left open, or there is none of that name
     */
    public static Prompt of(String version, Map<String, Hidden> gaps) {
        return PromptFile.named(version).filled(gaps);
    }

    /** Of the wording that is asked of every bank for this task; empty where nothing asks. */
    public static Optional<String> inForce(Task task) {
        return PromptFile.inForce(task);
    }

    /** The whole file, to be kept and compared. */
    public static String file(String version) {
        return PromptFile.text(version);
    }

    /** Whether this is what the file says to every model, with no gap in it. */
    public static boolean isFixed(String version, String system) {
        return PromptFile.exists(version) && PromptFile.named(version).isFixed(system);
    }

    /** What a file asks besides its words. */
    public record Shape(String system, @Nullable String schema, int maxOutputTokens) {}

    /** Of a file that was sent: such files stay. */
    public static Optional<Shape> shape(String version) {
        return PromptFile.exists(version) ? Optional.of(PromptFile.named(version).shape()) : Optional.empty();
    }

    public String version() {
        return version;
    }

    /** What the model has to do. */
    public String system() {
        return system;
    }

    /** What it has to work on. */
    public String user() {
        return user;
    }

    /** JSON Schema that the answer must fit; null for plain text. */
    public @Nullable String schema() {
        return schema;
    }

    public int maxOutputTokens() {
        return maxOutputTokens;
    }
}
