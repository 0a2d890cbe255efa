package io.openteller.bench.turns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a platform's processor time went, and what it allocated: samples of its recording, callers above what they call. */
final class FlameGraph {

    private static final double THINNEST = 0.002;
    private static final int ROW = 16;

    private final Map<String, FlameGraph> calls = new TreeMap<>();
    private double weight;

    private FlameGraph() {}

    static String of(Path recording) {
        FlameGraph cpu = new FlameGraph();
        FlameGraph looks = new FlameGraph();
        FlameGraph allocation = new FlameGraph();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getStackTrace() == null) {
                    continue;
                }
                switch (event.getEventType().getName()) {
                    case "jdk.CPUTimeSample" -> cpu.add(event.getStackTrace().getFrames(), 1);
                    case "jdk.ExecutionSample", "jdk.NativeMethodSample" -> looks.add(event.getStackTrace().getFrames(), 1);
                    case "jdk.ObjectAllocationSample" ->
                        allocation.add(event.getStackTrace().getFrames(), event.getLong("weight"));
                    default -> {}
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        // Samples by processor time are there on Linux alone.
        return "<h2>Processor time of a platform</h2>" + (cpu.weight > 0 ? cpu : looks).html() + "<h2>What it allocated</h2>" + allocation.html();
    }

    private void add(List<RecordedFrame> frames, double more) {
        FlameGraph at = this;
        at.weight += more;
        for (RecordedFrame frame : frames.reversed()) {
            String type = frame.getMethod().getType().getName();
            String name = type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
            at = at.calls.computeIfAbsent(name, one -> new FlameGraph());
            at.weight += more;
        }
    }

    private String html() {
        StringBuilder boxes = new StringBuilder();
        int depth = draw(boxes, weight, 0, 0);
        return "<div class=\"flame\" style=\"height:" + (depth + 1) * ROW + "px\">" + boxes + "</div>";
    }

    private int draw(StringBuilder boxes, double all, double left, int depth) {
        int deepest = depth;
        double at = left;
        for (Map.Entry<String, FlameGraph> call : calls.entrySet()) {
            double share = call.getValue().weight / all;
            if (share >= THINNEST) {
                boxes.append(String.format(
                        Locale.ROOT,
                        "<div style=\"left:%.2f%%;width:%.2f%%;top:%dpx\" title=\"%s %.1f %%\">%s</div>",
                        at * 100, share * 100, depth * ROW, call.getKey().replace("<", "&lt;"), share * 100,
                        call.getKey().replace("<", "&lt;")));
                deepest = Math.max(deepest, call.getValue().draw(boxes, all, at, depth + 1));
            }
            at += share;
        }
        return deepest;
    }
}
