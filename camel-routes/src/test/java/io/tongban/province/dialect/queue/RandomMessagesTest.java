package io.tongban.province.dialect.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.TransactionKind;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomMessagesTest {
    @Property(tries = 100)
    void whatIsWrittenIsReadAgain(@ForAll("layouts") RandomLayout layout) {
        ProvinceProfile profile = layout.in(
                "41-henan.yaml",
                List.of("transaction t", "serial s", "=0000 c"),
                List.of("transaction t", "serial s", "return-code c"),
                Map.of(),
                (number, item) -> " e" + number);
        QueueCodec codec = new QueueCodec(profile);
        String transaction = profile.transaction(TransactionKind.WITHHOLD).code();

        Incoming read = codec.read(codec.write(Samples.withhold(Samples.HENAN), layout.fields(transaction)));

        assertThat(((Incoming.Reply) read).answer().fields()).containsAllEntriesOf(layout.values());
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }
}
