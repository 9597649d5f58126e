package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.InsuredPerson;
import io.tongban.province.Links;
import io.tongban.province.ProvinceCommand;
import io.tongban.province.ProvinceLink;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.Samples;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever dies on the way, the same rows arrive in the same file, once. */
class FileUploadsTest extends AnhuiFiles {
    private static final String REGISTRATIONS = "JS1001_TONGBAN_20261123_001";
    private static final String WITHHOLDINGS = "JS2001_TONGBAN_20261123_";
    private static final String ROW = Samples.SERIAL + "|11010519491231002X|王小明|13800000000|1\n";

    @Test
    void uploadsTheSameFileAgainThatWasCutInTheMiddle() throws Exception {
        province.cutAfter.set(10);
        try (ProvinceLink link = open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
            spool.round();
        }

        assertThat(province.text(REGISTRATIONS + ".txt")).isEqualTo(ROW + "TOTAL|1|0\n");
        assertThat(province.sent()).contains(REGISTRATIONS + ".ok").doesNotContain("JS1001_TONGBAN_20261123_002.txt");
        assertThat(spool.files()).singleElement().extracting("uploadedAt").isNotNull();
    }

    /** Some servers answer a question for what is not there with a mere failure. */
    @Test
    void uploadsToAServerThatSaysNoMoreOfAMissingFileThanFailure() throws Exception {
        province.vague = true;
        try (ProvinceLink link = open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
        }

        assertThat(province.text(REGISTRATIONS + ".txt")).isEqualTo(ROW + "TOTAL|1|0\n");
        assertThat(province.sent()).containsExactly(REGISTRATIONS + ".ok", REGISTRATIONS + ".txt");
    }

    @Test
    void overwritesNothingOnAServerThatSaysNoMoreThanFailure() throws Exception {
        province.vague = true;
        Files.write(province.in(REGISTRATIONS + ".ok"), new byte[0]);
        Files.writeString(province.in(REGISTRATIONS + ".txt"), "another's");
        try (ProvinceLink link = open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
        }

        assertThat(province.text(REGISTRATIONS + ".txt")).isEqualTo("another's");
    }

    @Test
    void uploadsNothingWhereTheMarkIsThere() throws Exception {
        Files.write(province.in(REGISTRATIONS + ".ok"), new byte[0]);
        try (ProvinceLink link = open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
        }

        assertThat(province.sent()).containsExactly(REGISTRATIONS + ".ok");
        assertThat(spool.files()).singleElement().extracting("uploadedAt").isNotNull();
    }

    @Test
    void onlyMarksAFileThatIsThereWhole() throws Exception {
        Files.writeString(province.in(REGISTRATIONS + ".txt"), ROW + "TOTAL|1|0\n", SftpStub.GB18030);
        try (ProvinceLink link = open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
        }

        assertThat(province.sent()).containsExactly(REGISTRATIONS + ".ok", REGISTRATIONS + ".txt");
    }

    @Test
    void goesOnWhenTheServerIsBack() throws Exception {
        try (ProvinceLink link = open()) {
            province.away(() -> {
                link.send(Samples.register(Samples.ANHUI));
                spool.round();
                assertThat(province.sent()).isEmpty();
            });
            spool.round();
        }

        assertThat(province.text(REGISTRATIONS + ".txt")).isEqualTo(ROW + "TOTAL|1|0\n");
        assertThat(spool.files()).hasSize(1);
    }

    @Test
    void twoTransfersAtOnceUploadOneFile() throws Exception {
        try (ProvinceLink one = open();
                ProvinceLink other = open()) {
            one.send(Samples.register(Samples.ANHUI));
            other.send(Samples.register(Samples.ANHUI));
            spool.round();
            spool.round();
        }

        assertThat(province.sent()).containsExactly(REGISTRATIONS + ".ok", REGISTRATIONS + ".txt");
        assertThat(province.text(REGISTRATIONS + ".txt")).isEqualTo(ROW + "TOTAL|1|0\n");
    }

    @Test
    void doesNothingWhileAnotherNodeCarriesTheFiles() throws Exception {
        spool.tendedElsewhere(true);
        try (ProvinceLink link = open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
        }

        assertThat(spool.files()).isEmpty();
        assertThat(province.sent()).isEmpty();
    }

    @Test
    void cutsFilesOfAtMostSoManyRows() throws Exception {
        Links links = links().edit("34-anhui.yaml", "rows: 10000", "rows: 2");
        try (ProvinceLink link = links.open()) {
            for (int i = 0; i < 5; i++) {
                link.send(new ProvinceCommand.Register(
                        Samples.ANHUI, "S" + "0".repeat(18) + i, Samples.PERSON, ProvinceCommand.Place.HOUSEHOLD));
            }
            spool.round();
            spool.round();
        }

        assertThat(province.sent()).filteredOn(name -> name.endsWith(".ok")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(province.text(REGISTRATIONS + ".txt").lines().count()).isLessThanOrEqualTo(3);
    }

    /** Ten rows of 110200 fen. A number that is wider than its place would push what follows. */
    @ParameterizedTest
    @CsvSource({"T{rows:1}{fen:9}, T9000991800, T1000110200", "T{rows:4}{fen:6}, T0009991800, T0001110200"})
    void putsRowsIntoAnotherFileWhoseCountOrSumHasNoRoom(String total, String first, String second) throws Exception {
        Links links = links().edit("34-anhui.yaml", "rows: 10000", "total: \"" + total + "\"\n  rows: 10000");
        try (ProvinceLink link = links.open()) {
            spool.atOnce(() -> {
                for (int i = 0; i < 10; i++) {
                    link.send(Samples.withhold(Samples.ANHUI, "W" + "0".repeat(18) + i));
                }
            });
            spool.uploaded();
        }

        assertThat(province.text(WITHHOLDINGS + "001.txt").lines()).hasSize(10).endsWith(first);
        assertThat(province.text(WITHHOLDINGS + "002.txt").lines())
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).startsWith("W" + "0".repeat(18) + "9|"))
                .endsWith(second);
    }

    @Test
    void refusesAnAmountThatNoTotalHasRoomFor() {
        Links links = links().edit("34-anhui.yaml", "rows: 10000", "total: \"T{rows:4}{fen:5}\"\n  rows: 10000");
        try (ProvinceLink link = links.open()) {
            assertThat(link.send(Samples.withhold(Samples.ANHUI)))
                    .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-carried", "amount"));
        }
    }

    /** A round comes every few milliseconds here, and each minute in earnest; no account bears that many. */
    @Test
    void signsInTwiceAtMostWithAPasswordThatIsRefused() throws Exception {
        Links links = links().set("tongban.province.34.password", "guess");
        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.ANHUI));
            for (int i = 0; i < 5; i++) {
                spool.round();
            }
        }

        assertThat(province.refused).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"host-key, SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "password, guess"})
    void tellsNothingToAServerThatIsNotTheOneOrDoesNotKnowUs(String property, String value) throws Exception {
        Links links = links().set("tongban.province.34." + property, value);
        try (ProvinceLink link = links.open()) {
            link.send(Samples.register(Samples.ANHUI));
            spool.round();
        }

        assertThat(province.sent()).isEmpty();
        assertThat(spool.files()).singleElement().extracting("uploadedAt").isNull();
    }

    @ParameterizedTest
    @CsvSource({"王|小明", "'王\n小明'", "'王\r'", "'王\uD800'", "''", "' 王'"})
    void refusesANameThatWouldNotArriveWhole(String name) {
        InsuredPerson person = new InsuredPerson(Samples.CITIZEN_NUMBER, name, Samples.MOBILE);
        try (ProvinceLink link = open()) {
            assertThat(link.send(Samples.register(Samples.ANHUI, person)))
                    .isEqualTo(new ProvinceReply.Refused(Samples.SERIAL, RefusalReason.OTHER, "not-carried", "name"));
            assertThat(link.facts(Samples.ANHUI).orElseThrow().names().carries(name))
                    .isFalse();
        }
        assertThat(spool.find(Samples.ANHUI, Samples.SERIAL)).isEmpty();
    }

    @Test
    void doesNotStartWithoutASpool() {
        Links links = links().withoutSpool();

        assertThatThrownBy(links::open).hasStackTraceContaining("there is no spool");
    }

    private ProvinceLink open() {
        return links().open();
    }
}
