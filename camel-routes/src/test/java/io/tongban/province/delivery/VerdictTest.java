package io.tongban.province.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.ProvinceDetail;
import io.tongban.province.ProvinceReply;
import io.tongban.province.RefusalReason;
import io.tongban.province.nearside.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "not-connected, FAILED",
        "timeout, FAILED",
        "connection-cut, FAILED",
        "http-error, FAILED",
        "tls, FAILED",
        "not-signed-in, FAILED",
        "busy-there, FAILED",
        "closed-there, FAILED",
        "unreadable, REACHED",
        "code-unknown, REACHED",
        "uncertain, REACHED",
        "amount-differs, REACHED",
        "soap-fault, REACHED",
        "access-refused, REACHED",
        "busy, NEITHER",
        "interrupted, NEITHER",
        "circuit-open, NEITHER",
        "failed, NEITHER",
        "not-carried, NEITHER"
    })
    void tellsWhatTheProvinceDidFromWhatBecameOfTheCommand(String cause, Verdict verdict) {
        assertThat(Verdict.of(new ProvinceReply.Unknown("S", Samples.cause(cause))))
                .isEqualTo(verdict);
    }

    @Test
    void takesEachAnswerForAnAnswerHoweverUnwelcome() {
        assertThat(Verdict.of(new ProvinceReply.Refused("S", RefusalReason.OTHER, "B001", "")))
                .isEqualTo(Verdict.REACHED);
        assertThat(Verdict.of(new ProvinceReply.Pending("S", null))).isEqualTo(Verdict.REACHED);
        assertThat(Verdict.of(new ProvinceReply.Accepted("S", new ProvinceDetail.Registered("1"))))
                .isEqualTo(Verdict.REACHED);
    }

    @Test
    void knowsARefusalOfOursFromOneOfTheProvinces() {
        assertThat(Verdict.of(new ProvinceReply.Refused("S", RefusalReason.OTHER, "not-carried", "name")))
                .isEqualTo(Verdict.NEITHER);
    }
}
