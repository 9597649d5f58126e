package io.tongban.gateway.counter.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DayCsvTest {
    @Test
    void noSpreadsheetComputesWhatIsExported() {
        Balance.Line hostile =
                new Balance.Line("@SUM(1)", "=cmd|' /C calc'!A0", "CASH", Entry.Operation.TAKEN, 1, 100, null, null);
        assertThat(DayCsv.of(List.of(hostile))).contains("'@SUM(1),'=cmd|").doesNotContain("\n@");
    }
}
