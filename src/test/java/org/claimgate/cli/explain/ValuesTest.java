package org.claimgate.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "782, R, '', 1234567.5, '1,234,567.50'",
        "782, R, '', -.5, -0.50",
        "782, R, '', 12.345, 12.345",
        "782, R, '', 1O0, 1O0",
        "380, R, '', 1234567, 1234567",
        "373, DT, '', 20261122, 2026-11-22",
        "I08, DT, '', 261122, 2026-11-22",
        "337, TM, '', 1530, 15:30",
        "337, TM, '', 15304512, 15:30:45.12",
        "1251, AN, D8, 20261122, 2026-11-22",
        "1251, AN, RD8, 20261101-20261122, 2026-11-01 to 2026-11-22",
        "1251, AN, DT, 202611221530, 2026-11-22 15:30",
        "1251, AN, TM, 1530, 15:30",
        "1251, AN, D8, tomorrow, tomorrow",
        "116, ID, '', 432151234, 43215-1234",
        "116, ID, '', 43215, 43215",
        "364, AN, TE, 6145550123, 614-555-0123",
        "364, AN, EM, 6145550123, 6145550123"
    })
    void values_are_written_as_a_person_writes_them(
            String dataElement, String kind, String format, String value, String words) {
        assertThat(Values.inWords(dataElement, kind, format, value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "19170331, 1917-**-**",
        "19161225-19170331, 1916-**-** to 1917-**-**",
        "191703311530, 1917-**-**",
        "03311917,",
        "1917,",
        "DOE,"
    })
    void of_a_private_date_only_the_year_is_told(String value, String years) {
        assertThat(Values.years(value)).isEqualTo(years);
    }
}
