package io.tongban.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9421, Appendix B.4: what may happen to a message on its way without breaking its signature, and what may not. */
class Rfc9421TransformationsTest {

    private static final SignatureParameters PARAMETERS = SignatureParameters.parse(
            "(\"@method\" \"@path\" \"@authority\" \"accept\");created=1618884473;keyid=\"test-key-ed25519\"");
    private static final byte[] SIGNATURE = Base64.getDecoder()
            .decode("ZT1kooQsEHpZ0I1IjCqtQppOmIqlJPeo7DHR3SoMn0s5JZ1eRGS0A+vyYP9t/LXlh5QMFFQ6cpLt2m0pmj3NDA==");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "as sent | GET | https://example.org/demo?name1=Value1&Name2=value2 | application/json;*/* | true",
                "query and scheme changed, neither covered | GET | http://EXAMPLE.org/demo | application/json;*/* | true",
                "lines joined | GET | https://example.org/demo | application/json, */* | true",
                "white space around | GET | https://example.org:443/demo |  application/json ; */*  | true",
                "method and authority changed | POST | https://example.com/demo | application/json;*/* | false",
                "lines in another order | GET | https://example.org/demo | */*;application/json | false"
            })
    void survivesWhatDoesNotChangeItsMeaning(
            String what, String method, String targetUri, String acceptLines, boolean verifies) {
        MessageFields.Builder fields = MessageFields.builder().add("Accept-Language", "en-US,en;q=0.5");
        for (String line : acceptLines.split(";")) {
            fields.add("Accept", line);
        }
        SignatureBase base = SignatureBase.of(new RequestMessage(method, targetUri, fields.build()), PARAMETERS);

        assertThat(Verifier.of(TestKeys.jwk("partner-ed25519")).verify(base.bytes(), SIGNATURE))
                .as(what)
                .isEqualTo(verifies);
    }
}
