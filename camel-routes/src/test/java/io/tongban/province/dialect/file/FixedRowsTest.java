package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.Configured;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.OneProfile;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows whose fields have places of fixed width. */
class FixedRowsTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Path FILE = Path.of("src/test/resources/farsides/fixed-rows/82-binhai.yaml");
    private static final String BOOKED = "W261123175200000001A00         000000110200R1        20261128";

    @ParameterizedTest
    @CsvSource({"bytes, 15, true", "bytes, 16, false", "characters, 31, true", "characters, 32, false"})
    void countsWidthsAsTheProfileSays(String unit, int characters, boolean carried) throws IOException {
        RowWriter writer = new RowWriter(profile("widths-in: bytes", "widths-in: " + unit));

        assertThat(writer.carriesName("明".repeat(characters))).isEqualTo(carried);
    }

    @Test
    void leavesThePlaceBlankOfWhatACommandHasNot() throws IOException {
        String row = new RowWriter(profile("", ""))
                .row(
                        TransactionKind.REGISTER,
                        Map.of(
                                Field.SERIAL, Samples.SERIAL,
                                Field.CITIZEN_NUMBER, Samples.CITIZEN_NUMBER,
                                Field.NAME, Samples.NAME));

        assertThat(row)
                .isEqualTo(Samples.SERIAL + "12  " + " ".repeat(10) + Samples.CITIZEN_NUMBER + Samples.NAME
                        + " ".repeat(31 - 6) + " ".repeat(12));
    }

    /** Longer, and it would push all that follows out of its place. */
    @Test
    void refusesAnAmountThatIsWiderThanItsPlace() throws IOException {
        RowWriter writer = new RowWriter(profile("amount 12, filler", "amount 5, filler"));

        assertThatThrownBy(() -> writer.row(
                        TransactionKind.WITHHOLD,
                        Map.of(
                                Field.SERIAL, Samples.SERIAL,
                                Field.NAME, Samples.NAME,
                                Field.INSURANCE, "1",
                                Field.PERIOD, "202610",
                                Field.BASE, "551000",
                                Field.AMOUNT, "110200")))
                .isInstanceOf(NotCarried.class);
    }

    @Test
    void readsARowByItsPlaces() throws IOException {
        assertThat(answer(BOOKED.getBytes(GBK)))
                .containsEntry(Field.AMOUNT, "110200")
                .containsEntry(Field.RECEIPT_NUMBER, "R1")
                .containsEntry(Field.MESSAGE, "");
    }

    /** A far side that cuts by octets leaves half a character, which would swallow what follows it. */
    @Test
    void readsWhatStandsBehindHalfACharacter() throws IOException {
        byte[] row = BOOKED.getBytes(GBK);
        System.arraycopy("已缴费成功".getBytes(GBK), 0, row, 22, 9);

        assertThat(answer(row)).containsEntry(Field.MESSAGE, "已缴费成").containsEntry(Field.AMOUNT, "110200");
    }

    /** A number that was cut off would be another number. */
    @ParameterizedTest
    @CsvSource({"-1", "-30", "1"})
    void takesNoRowThatIsShorterOrLonger(int more) throws IOException {
        String row = more > 0 ? BOOKED + " " : BOOKED.substring(0, BOOKED.length() + more);

        assertThatThrownBy(() -> answer(row.getBytes(GBK))).isInstanceOf(CallFailed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layout: fixed | layout: fixed~  delimiter: ";" | has "delimiter", which has no effect where layout is fixed
            layout: fixed | layout: ruled | write delimited or fixed
            layout: fixed | cut-every: 1s | is not a layout line
            serial 20, return | serial 19, return | is too narrow; a serial has 20 characters
            formats: | formats:~  serial: {pattern: "A*"} | is too narrow; a serial as formats.serial says has 21
            widths-in: bytes | widths-in: bytes, widths: {name: 3} | limits.widths has no effect
            {rows:6} | {rows:19} | "options.total" cannot be used
            {rows:6} | {rows:0} | "options.total" cannot be used
            HD{day} | HD{day:8} | "options.header" cannot be used
            "=12 4" | "=12345 4" | has the constant "12345", which is longer than its 4 bytes
            """)
    void refusesWordsThatContradict(String old, String now, String why) {
        assertThatThrownBy(
                        () -> new RowWriter(profile(old, now.replace("~", "\n").replace("cut-every: 1s", "rows: 5"))))
                .hasMessageContaining(why);
    }

    @Test
    void writesAndReadsNumbersOfSoManyDigits() {
        RowPattern total = new RowPattern("T{rows:4}{fen:6}");

        assertThat(RowPattern.isTotal("T{rows:4}{fen:6}")).isTrue();
        assertThat(total.with(Map.of("rows", "12", "fen", "345"))).isEqualTo("T0012000345");
        assertThat(total.number("T0012000345", "rows")).hasValue(12);
        assertThat(total.number("T0012000345", "fen")).hasValue(345);
        assertThat(total.number("T001200345", "rows")).isEmpty();
        assertThatThrownBy(() -> total.with(Map.of("rows", "10000", "fen", "345")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> total.with(Map.of("rows", "1", "fen", "1000000")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Map<Field, String> answer(byte[] row) throws IOException {
        return new ReplyRow(profile("", ""), TransactionKind.WITHHOLD)
                .answer(row)
                .fields();
    }

    private static ProvinceProfile profile(String old, String now) throws IOException {
        String text = Files.readString(FILE);
        return OneProfile.read(old.isEmpty() ? text : text.replace(old, now), Configured.dialects());
    }
}
