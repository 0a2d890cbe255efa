package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;

record StoredDocument(String slug, int version, String title, String markdown) {

    /** One passage per heading; what stands above the first heading belongs to the title. Empty sections give none. */
    List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        String heading = title;
        StringBuilder section = new StringBuilder();
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("#")) {
                add(passages, heading, section);
                heading = line.replaceFirst("^#+\\s*", "").strip();
            } else {
                section.append(line).append('\n');
            }
        }
        add(passages, heading, section);
        return passages;
    }

    private void add(List<Passage> passages, String heading, StringBuilder section) {
        String text = section.toString().strip();
        section.setLength(0);
        if (!text.isEmpty()) {
            passages.add(new Passage(slug, version, title, heading, text, 0, 0));
        }
    }
}
