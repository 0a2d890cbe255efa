package io.openteller.procedures.machine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    /** A Saturday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-05                       | 2026-11-05
            5/11/2026                        | 2026-11-05
            05-11-26                         | 2026-11-05
            it was on 5/11                   | 2026-11-05
            12/25/2025                       | 2025-12-25
            5 November                       | 2026-11-05
            5th of Nov, 2025                 | 2025-11-05
            November 5th                     | 2026-11-05
            25 December                      | 2025-12-25
            today                            | 2026-11-21
            yesterday evening                | 2026-11-20
            the day before yesterday         | 2026-11-19
            tomorrow                         | 2026-11-22
            the day after tomorrow           | 2026-11-23
            3 days ago                       | 2026-11-18
            two weeks ago                    | 2026-11-07
            last Friday                      | 2026-11-20
            on monday                        | 2026-11-16
            next Monday                      | 2026-11-23
            kal                              | 2026-11-20
            aane wale kal                    | 2026-11-22
            parso                            | 2026-11-19
            aaj subah                        | 2026-11-21
            teen din pehle                   | 2026-11-18
            pichle shukravar                 | 2026-11-20
            5 navambar ko                    | 2026-11-05
            कल                               | 2026-11-20
            परसों                             | 2026-11-19
            आज सुबह                           | 2026-11-21
            5 नवंबर                           | 2026-11-05
            ५ नवम्बर २०२५                     | 2025-11-05
            तीन दिन पहले                      | 2026-11-18
            सोमवार को                         | 2026-11-16
            """)
    void a_day_is_read(String message, LocalDate day) {
        assertThat(Found.only(Days.in(message, TODAY))).get().extracting(Found::value).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "5000", "31/02/2026", "yesterday or today", "may be", "10.5", "in march", "कभी", "hafte mein", "4821"})
    void what_is_no_single_day_is_not_read(String message) {
        assertThat(Found.only(Days.in(message, TODAY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 pm yesterday             | 2026-11-20T11:30:00Z
            17:30                      | 2026-11-20T12:00:00Z
            at 9:15 am                 | 2026-11-21T03:45:00Z
            12 am                      | 2026-11-20T18:30:00Z
            kal shaam 5 baje           | 2026-11-20T11:30:00Z
            कल शाम 5 बजे                | 2026-11-20T11:30:00Z
            सुबह 9 बजे                  | 2026-11-21T03:30:00Z
            5 November, 3 pm           | 2026-11-05T09:30:00Z
            """)
    void a_time_is_read(String message, Instant at) {
        assertThat(Moments.of(message, Instant.parse("2026-11-21T10:00:00Z"), ZoneId.of("Asia/Kolkata"))).contains(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000", "yesterday", "25:70", "5", "शाम को"})
    void what_is_no_time_is_not_read(String message) {
        assertThat(Moments.of(message, Instant.parse("2026-11-21T10:00:00Z"), ZoneId.of("Asia/Kolkata"))).isEmpty();
    }
}
