package io.tongban.province.dialect.queue;

import io.tongban.province.TransactionKind;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomMessagesTest {
    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(
            @ForAll("layouts") RandomLayout layout, @ForAll("outlines") Map<String, String> outline) {
        ProvinceProfile profile = layout.in(
                "41-henan.yaml",
                List.of("transaction t", "serial h/@s", "=0000 h/c"),
                List.of("transaction t", "serial h/@s", "return-code h/c"),
                outline,
                RandomMessagesTest::place);
        QueueCodec codec = new QueueCodec(profile);
        String transaction = profile.transaction(TransactionKind.WITHHOLD).code();

        Incoming read = codec.read(codec.write(Samples.withhold(Samples.HENAN), layout.fields(transaction)));

        layout.assertReadAgain(profile, ((Incoming.Reply) read).answer().fields());
    }

    private static String place(int number, String item) {
        return switch (number % 3) {
            case 0 -> " e" + number;
            case 1 -> " g/e" + number;
            default -> " g/deep/@a" + number;
        };
    }

    @Provide
    Arbitrary<Map<String, String>> outlines() {
        return Arbitraries.of(
                Map.of(),
                Map.of("root", "Doc", "result", "Doc", "head", "-", "body", "-"),
                Map.of("head", "Control", "body", "-", "document-version", "2", "root", "D", "result", "D"),
                Map.of("document-namespace", "urn:si:data", "body", "Business"));
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }
}
