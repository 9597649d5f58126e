package io.tongban.province.dialect.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.TransactionKind;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomDocumentsTest {
    @Property(tries = 100)
    void whatIsWrittenIsReadAgain(
            @ForAll("layouts") RandomLayout layout, @ForAll boolean bare, @ForAll boolean qualified) {
        Map<String, String> options = new HashMap<>(Map.of("envelope", "none", "result", "business"));
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

        assertThat(codec.read(reply, call).fields()).containsAllEntriesOf(layout.values());
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
