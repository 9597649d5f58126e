package io.tongban.province.dialect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomRowsTest {
    @Property(tries = 100)
    void whatIsWrittenIsReadAgainAndCountsForTheTotal(@ForAll("layouts") RandomLayout layout) {
        ProvinceProfile profile = layout.in(
                "34-anhui.yaml",
                List.of("serial", "=0000", "filler"),
                List.of("serial", "return-code", "filler"),
                Map.of(),
                (number, item) -> "");
        RowWriter writer = new RowWriter(profile);
        RowText text = new RowText(profile.charset(), profile.options().text(FileOptions.DELIMITER));

        String row = writer.row(TransactionKind.WITHHOLD, layout.fields("JS2001"));

        ReplyRow replies = new ReplyRow(profile, TransactionKind.WITHHOLD);
        assertThat(replies.answer(text.split(row)).fields()).containsAllEntriesOf(layout.values());
        assertThat(writer.fen(TransactionKind.WITHHOLD, row)).hasValue(replies.fen(text.split(row)));
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }
}
