package io.openteller.bench.grounding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.grounding.Corpus.Section;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes rows for {@link GroundingSuite} from documents: sentences said again faithfully, and with one thing changed. */
public final class GroundingSetSuite implements Suite {

    @Override
    public String name() {
        return "grounding-set";
    }

    @Override
    public String usage() {
        return "--documents FOLDER|D.jsonl --out G.jsonl [--seed N] [--most N]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path documents = options.folder("--documents").orElseThrow(() -> new BadInput("option --documents is needed"));
        Path out = options.folder("--out").orElseThrow(() -> new BadInput("option --out is needed"));
        List<Section> sections = Corpus.of(documents);
        progress.say(sections.size() + " sections");
        List<Map<String, Object>> rows = new Maker(sections, options.number("--seed", 1), options.number("--most", 400)).rows();
        if (rows.isEmpty()) {
            throw new BadInput("--documents: no sentence that anything could be changed in");
        }
        write(out, rows);
        Map<String, Object> byKind = new TreeMap<>();
        rows.forEach(row -> byKind.merge((Boolean.TRUE.equals(row.get("supported")) ? "supported " : "unsupported ") + row.get("kind"), 1,
                (one, other) -> (Integer) one + (Integer) other));
        return new Report().metric("rows", rows.size()).metric("byKind", byKind);
    }

    private static void write(Path out, List<Map<String, Object>> rows) {
        JsonMapper json = new JsonMapper();
        List<String> lines = new ArrayList<>();
        try {
            for (Map<String, Object> row : rows) {
                lines.add(json.writeValueAsString(row));
            }
            Files.write(out, lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new BadInput("--out: " + out + " cannot be written");
        }
    }

    /** @param most rows of each kind of change */
    private record Maker(List<Section> sections, int seed, int most) {

        List<Map<String, Object>> rows() {
            Random random = new Random(seed);
            List<Spot> spots = new ArrayList<>();
            sections.forEach(section -> section.sentences().forEach(sentence -> spots.add(new Spot(section, sentence))));
            java.util.Collections.shuffle(spots, random);
            List<Map<String, Object>> rows = new ArrayList<>();
            Perturbations perturbations = new Perturbations(random, new Entities(sections));
            for (String kind : Perturbations.KINDS) {
                int made = 0;
                for (Spot spot : spots) {
                    var changed = made < most ? perturbations.of(kind, spot.sentence()) : java.util.Optional.<String>empty();
                    if (changed.isPresent() && !spot.section().text().contains(changed.get())) {
                        rows.add(row(changed.get(), spot, false, kind, random));
                        made++;
                    }
                }
            }
            Paraphrases paraphrases = new Paraphrases(random);
            for (Spot spot : spots.subList(0, Math.min(spots.size(), most * 4))) {
                Paraphrases.Said said = paraphrases.of(spot.sentence());
                rows.add(row(said.text(), spot, true, said.kind(), random));
                List<String> others = spot.section().sentences();
                String other = others.get(random.nextInt(others.size()));
                if (!other.equals(spot.sentence()) && random.nextInt(4) == 0) {
                    rows.add(row(Paraphrases.joined(spot.sentence(), other), spot, true, "joined", random));
                }
            }
            return rows;
        }

        private Map<String, Object> row(String answer, Spot spot, boolean supported, String kind, Random random) {
            List<String> sources = new ArrayList<>(List.of(spot.section().text()));
            List<Section> same = sections.stream()
                    .filter(other -> other.document().equals(spot.section().document()) && !other.equals(spot.section()))
                    .toList();
            if (!same.isEmpty() && random.nextBoolean()) {
                sources.add(random.nextInt(2), same.get(random.nextInt(same.size())).text());
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("answer", answer);
            row.put("sources", sources);
            row.put("supported", supported);
            row.put("kind", kind);
            return row;
        }
    }

    private record Spot(Section section, String sentence) {}
}
