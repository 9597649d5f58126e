package io.tongban.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int QUIET_ZONE = 4;

    @Property(tries = 100)
    void whatIsDrawnIsReadAgain(@ForAll @StringLength(min = 1, max = 200) @CharRange(from = ' ', to = '~') String text)
            throws Exception {
        BitMatrix drawn = drawn(QrCode.of(text));
        assertThat(new Decoder().decode(drawn).getText()).isEqualTo(text);
    }

    @Test
    void aReceiptsAddressFitsIntoASmallOne() {
        QrCode code = QrCode.of("https://api.tongban.example/receipts/0123456789abcdefghjk");
        assertThat(code.size()).isLessThanOrEqualTo(37 + 2 * QUIET_ZONE);
    }

    /** The modules without the quiet zone, from the path alone. */
    private static BitMatrix drawn(QrCode code) {
        BitMatrix modules = new BitMatrix(code.size() - 2 * QUIET_ZONE);
        Matcher run = RUN.matcher(code.path());
        int end = 0;
        while (run.find()) {
            assertThat(run.start()).isEqualTo(end);
            assertThat(run.group(3)).isEqualTo(run.group(4));
            modules.setRegion(number(run, 1) - QUIET_ZONE, number(run, 2) - QUIET_ZONE, number(run, 3), 1);
            end = run.end();
        }
        assertThat(end).isEqualTo(code.path().length());
        return modules;
    }

    private static int number(Matcher run, int group) {
        return Integer.parseInt(run.group(group));
    }
}
