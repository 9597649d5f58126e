package io.tongban.province.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomJsonTest {
    @Property(tries = 100)
    void whatIsWrittenIsReadAgain(@ForAll("layouts") RandomLayout layout) {
        ProvinceProfile profile = layout.in(
                "33-zhejiang.yaml",
                List.of("operator o", "transaction t", "serial s", "sent-at at", "token tk", "key k", "=0000 c"),
                List.of("return-code c", "serial s", "sent-at at", "key k"),
                Map.of("signature", "hmac-sm3", "private-key", "", "province-key", "", "province-key-next", ""),
                (number, item) -> " e" + number);
        RestCodec codec = new RestCodec(profile);
        RestCall call = new RestCall(TransactionKind.WITHHOLD, TransactionKind.WITHHOLD, layout.fields("ZJ2001"))
                .with(Field.OPERATOR, "TB")
                .with(Field.SENT_AT, "20261123175200");

        assertThat(codec.read(codec.write(call), TransactionKind.WITHHOLD).fields())
                .containsAllEntriesOf(layout.values());
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }
}
