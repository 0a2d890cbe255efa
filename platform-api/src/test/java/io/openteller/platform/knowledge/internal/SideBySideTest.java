package io.openteller.platform.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.knowledge.internal.Difference.Kind;
import io.openteller.platform.knowledge.internal.Difference.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void equal_texts_have_equal_rows() {
        assertThat(rows("One.\nTwo.", "One.\nTwo.")).containsExactly(Row.same("One."), Row.same("Two."));
    }

    @Test
    void a_changed_amount_is_marked_and_nothing_else() {
        Row row = only("A small locker costs £75.50 a year.", "A small locker costs £80 a year.");
        assertThat(row.kind()).isEqualTo(Kind.CHANGED);
        assertThat(marked(row.left(), row.leftSpans())).containsExactly("75.50");
        assertThat(marked(row.right(), row.rightSpans())).containsExactly("80");
    }

    @Test
    void words_that_changed_next_to_each_other_are_one_place() {
        Row row = only("The fee is taken every single year in May.", "The fee is taken once a quarter in May.");
        assertThat(marked(row.left(), row.leftSpans())).containsExactly("every single year");
        assertThat(marked(row.right(), row.rightSpans())).containsExactly("once a quarter");
    }

    @Test
    void sentences_of_one_paragraph_are_rows_of_their_own() {
        List<Row> rows = rows(
                "Cards are free. A new card costs £6. It comes in 5 days.",
                "Cards are free. A new card costs £7. It comes in 5 days.");
        assertThat(rows).extracting(Row::kind).containsExactly(Kind.SAME, Kind.CHANGED, Kind.SAME);
    }

    @Test
    void what_came_and_what_went_stand_alone() {
        assertThat(rows("# Fees\nLockers cost £75.", "# Fees\nOpen on Sundays now.\nLockers cost £75."))
                .containsExactly(
                        Row.same("# Fees"), Row.added("Open on Sundays now."), Row.same("Lockers cost £75."));
        assertThat(rows("Gone for good.\nStays.", "Stays.")).containsExactly(Row.removed("Gone for good."), Row.same("Stays."));
    }

    @Test
    void a_changed_line_finds_its_counterpart_among_new_ones() {
        List<Row> rows = rows(
                "The yearly fee is £20 for adults.",
                "Everything below is new since spring!\nThe yearly fee is £25 for adults.");
        assertThat(rows).extracting(Row::kind).containsExactly(Kind.ADDED, Kind.CHANGED);
    }

    @Test
    void every_line_of_both_sides_is_shown_once_and_in_order() {
        List<String> left = IntStream.range(0, 300).mapToObj(i -> "line " + i * 7 % 50).toList();
        List<String> right = IntStream.range(0, 280).mapToObj(i -> "line " + i * 11 % 60).toList();
        List<Row> rows = SideBySide.rows(left, right);
        assertThat(rows.stream().map(Row::left).filter(Objects::nonNull)).containsExactlyElementsOf(left);
        assertThat(rows.stream().map(Row::right).filter(Objects::nonNull)).containsExactlyElementsOf(right);
    }

    @Test
    void signs_beyond_the_first_plane_do_not_shift_the_marks() {
        Row row = only("🔒 लॉकर का किराया 75 रुपये है", "🔒 लॉकर का किराया 80 रुपये है");
        assertThat(marked(row.left(), row.leftSpans())).containsExactly("75");
    }

    private static Row only(String left, String right) {
        List<Row> rows = rows(left, right);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static List<Row> rows(String left, String right) {
        Lines lines = new Lines("en");
        return SideBySide.rows(lines.of(left), lines.of(right));
    }

    private static List<String> marked(@Nullable String text, @Nullable List<List<Integer>> spans) {
        String line = Objects.requireNonNull(text);
        return Objects.requireNonNull(spans).stream()
                .map(span -> line.substring(span.getFirst(), span.getLast()))
                .toList();
    }
}
