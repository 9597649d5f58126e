package io.tongban.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.tongban.api.cover.CoverPeriod;
import io.tongban.api.cover.CoverageReason;
import io.tongban.api.cover.CoverageState;
import io.tongban.api.cover.InsuranceCover;
import io.tongban.api.cover.WorkerCover;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CoverChartTest {
    private static final WorkerCover COVER = new WorkerCover(
            "wkr_1",
            LocalDate.of(2028, 1, 1),
            LocalDate.of(2028, 3, 31),
            List.of(new InsuranceCover(
                    "44",
                    "AAE140:110",
                    List.of(
                            period("2028-01-01", "2028-01-31", CoverageState.WAITING),
                            period("2028-02-01", "2028-02-29", CoverageState.COVERED),
                            period("2028-03-01", "2028-03-31", CoverageState.SUSPENDED)))));

    @Test
    void hasFourLettersAMonth() {
        assertThat(CoverChart.letters(COVER).lines().map(String::strip))
                .startsWith("01  02  03", "44 AAE140:110 ▒▒▒▒████····");
    }

    @Test
    void isAPictureInWhichEachDayIsAsWideAsAnyOther() throws Exception {
        NodeList bars = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(CoverChart.svg(COVER))))
                .getElementsByTagName("rect");

        // The first is the ground, then a bar a period.
        assertThat(width(bars, 1) / 31).isCloseTo(width(bars, 2) / 29, offset(0.01));
        assertThat(width(bars, 3)).isEqualTo(width(bars, 1));
        assertThat(((Element) bars.item(2)).getTextContent()).isEqualTo("2028-02-01 to 2028-02-29: COVERED, PAID");
    }

    private static double width(NodeList bars, int index) {
        return Double.parseDouble(((Element) bars.item(index)).getAttribute("width"));
    }

    private static CoverPeriod period(String from, String through, CoverageState state) {
        return new CoverPeriod(
                LocalDate.parse(from),
                LocalDate.parse(through),
                state,
                CoverageReason.PAID,
                null,
                null,
                null,
                false,
                List.of());
    }
}
