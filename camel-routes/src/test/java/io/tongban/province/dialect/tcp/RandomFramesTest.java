package io.tongban.province.dialect.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomFramesTest {
    private static final int LENGTH_DIGITS = 6;

    @Property(tries = 100)
    void whatIsWrittenIsReadAgain(@ForAll("layouts") RandomLayout layout) {
        ProvinceProfile profile = layout.in(
                "51-sichuan.yaml",
                List.of("transaction 4", "serial 24", "=0000 5", "filler 3"),
                List.of("transaction 4", "serial 24", "return-code 5", "filler 3"),
                Map.of(),
                (number, item) -> item.equals("booked-at") || item.equals("=20261123175201") ? " 14" : " 18");
        assertReadAgain(layout, profile);
    }

    @Property(tries = 100)
    void whatIsWrittenUnderTagsIsReadAgain(@ForAll("layouts") RandomLayout layout) {
        ProvinceProfile profile = layout.in(
                "51-sichuan.yaml",
                List.of("transaction H01", "serial H02", "=0000 H03", "filler H04"),
                List.of("transaction H01", "serial H02", "return-code H03"),
                Map.of("layout", "tlv"),
                (number, item) -> " F" + (10 + number));
        assertReadAgain(layout, profile);
    }

    @Property(tries = 100)
    void whatIsWrittenInADocumentIsReadAgain(@ForAll("layouts") RandomLayout layout) {
        ProvinceProfile profile = layout.in(
                "51-sichuan.yaml",
                List.of("transaction @t", "serial s/@no", "=0000 s/c"),
                List.of("transaction @t", "serial s/@no", "return-code s/c"),
                Map.of("layout", "xml"),
                (number, item) -> " d/e" + number);
        assertReadAgain(layout, profile);
    }

    private static void assertReadAgain(RandomLayout layout, ProvinceProfile profile) {
        TcpCodec codec = new TcpCodec(profile);
        Map<Field, String> fields = layout.fields("2001");
        fields.put(Field.OPERATOR, "TB");
        fields.put(Field.SENT_AT, "20261123175200");

        byte[] frame = codec.write(Samples.withhold(Samples.SICHUAN), fields);

        byte[] inside = Arrays.copyOfRange(frame, LENGTH_DIGITS, frame.length);
        assertThat(codec.read(inside, Samples.withhold(Samples.SICHUAN)).fields())
                .containsAllEntriesOf(layout.values());
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }
}
