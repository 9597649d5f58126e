package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.dialect.CallFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineCutterTest {
    @Test
    void cutsAtLineFeedsAndAtTheEnd() throws IOException {
        LineCutter lines = lines("a|b\n\nc".getBytes(StandardCharsets.US_ASCII), 3, 3);

        assertThat(lines.next()).asString(StandardCharsets.US_ASCII).isEqualTo("a|b");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).asString(StandardCharsets.US_ASCII).isEqualTo("c");
        assertThat(lines.next()).isNull();
    }

    @Test
    void readsNoFurtherThanALineMayGo() {
        AtomicLong read = new AtomicLong();
        LineCutter lines = new LineCutter(endless(read), 4096, 10);

        assertThatThrownBy(lines::next).isInstanceOf(CallFailed.class).hasMessage("unreadable");
        assertThat(read).hasValue(4097);
    }

    @Test
    void readsNoMoreLinesThanThereMayBe() throws IOException {
        LineCutter lines = lines("a\nb\n".getBytes(StandardCharsets.US_ASCII), 10, 1);
        lines.next();

        assertThatThrownBy(lines::next).isInstanceOf(CallFailed.class);
    }

    private static LineCutter lines(byte[] bytes, int most, long count) {
        return new LineCutter(new ByteArrayInputStream(bytes), most, count);
    }

    private static InputStream endless(AtomicLong read) {
        return new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }
        };
    }
}
