package io.tongban.province.dialect.soap;

import io.tongban.province.TransactionKind;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomDocumentsTest {
    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(
            @ForAll("layouts") RandomLayout layout,
            @ForAll("envelopes") Map<String, String> envelope,
            @ForAll boolean bare,
            @ForAll boolean qualified) {
        Map<String, String> options = new HashMap<>(envelope);
        options.put("result", "business");
        if (bare) {
            options.putAll(Map.of("head", "-", "body", "-"));
        }
        if (qualified) {
            options.put("document-namespace", "urn:si:data");
        }
        ProvinceProfile profile = layout.in(
                "44-guangdong.yaml",
                List.of("transaction t", "serial s", "token h/token", "=0000 h/@code"),
                List.of("serial s", "return-code h/@code"),
                options,
                RandomDocumentsTest::place);
        SoapCodec codec = new SoapCodec(profile, new UsernameToken(profile, Samples.CLOCK));
        SoapCall call = new SoapCall(TransactionKind.WITHHOLD, TransactionKind.WITHHOLD, layout.fields("GD2001"));

        SoapClient.Reply reply = new SoapClient.Reply(true, codec.write(call));

        layout.assertReadAgain(profile, codec.read(reply, call).fields());
    }

    /** An answer stands where the request stood, so that the one can be read as the other. */
    @Provide
    Arbitrary<Map<String, String>> envelopes() {
        Arbitrary<Map<String, String>> soap = Combinators.combine(
                        Arbitraries.of("soap-1.1", "soap-1.2"),
                        Arbitraries.of("cdata", "text", "elements"),
                        Arbitraries.of("literal", "encoded"),
                        Arbitraries.of("yes", "no"),
                        Arbitraries.of("arg0", "in"),
                        Arbitraries.of("trade", "do*"))
                .as((version, payload, style, qualified, parameter, operation) -> Map.of(
                        "envelope", version,
                        "payload", payload,
                        "style", style,
                        "qualified", qualified,
                        "parameter", parameter,
                        "return", parameter,
                        "operation", operation,
                        "response", "*",
                        "namespace", "urn:si:service"));
        return Arbitraries.oneOf(
                soap, Arbitraries.of(Map.of("envelope", "none"), Map.of("envelope", "none", "encoding", "GBK")));
    }

    private static String place(int number, String item) {
        return switch (number % 4) {
            case 0 -> " e" + number;
            case 1 -> " g/e" + number;
            case 2 -> " g/@a" + number;
            default -> " g/deep/d" + number + "/@a";
        };
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }
}
