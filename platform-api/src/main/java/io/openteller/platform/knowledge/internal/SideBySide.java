package io.openteller.platform.knowledge.internal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.openteller.platform.knowledge.internal.Difference.Row;
import java.util.ArrayList;
import java.util.List;

/** Aligns the lines of two texts. Lines that only changed stand next to each other. */
final class SideBySide {

    private SideBySide() {}

    static List<Row> rows(List<String> left, List<String> right) {
        List<Row> rows = new ArrayList<>();
        int seen = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
            for (; seen < delta.getSource().getPosition(); seen++) {
                rows.add(Row.same(left.get(seen)));
            }
            rows.addAll(Alignment.of(
                    delta.getSource().getLines(), delta.getTarget().getLines()));
            seen += delta.getSource().size();
        }
        for (; seen < left.size(); seen++) {
            rows.add(Row.same(left.get(seen)));
        }
        return rows;
    }
}
