package io.tongban.province.dialect.exchangedb;

import io.tongban.province.TransactionKind;
import io.tongban.province.nearside.Samples;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import io.tongban.province.profile.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomColumnsTest {
    @Property(tries = 100)
    void whatIsWrittenIsReadAgain(@ForAll("layouts") RandomLayout layout, @ForAll("charsets") String charset) {
        ProvinceProfile profile = layout.in(charset)
                .in(
                        "43-hunan.yaml",
                        List.of("transaction t", "serial s", "=0000 c"),
                        List.of("serial s", "return-code c"),
                        Map.of(),
                        (number, item) -> " e" + number);
        ExchangeRequest request = new RowWriter(profile)
                .write(
                        Samples.withhold(Samples.GUANGDONG),
                        layout.fields(
                                profile.transaction(TransactionKind.WITHHOLD).code()));
        List<Slot> inserted = Statements.inserted(profile, TransactionKind.WITHHOLD);
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < inserted.size(); i++) {
            columns.put(inserted.get(i).element(), request.values().get(i).orElse(""));
        }
        Map<Slot, String> row = new HashMap<>();
        for (Slot slot : new Statements(profile, request).selected()) {
            row.put(slot, columns.getOrDefault(slot.element(), ""));
        }

        layout.assertReadAgain(
                profile,
                new RowReader(profile, request)
                        .answer(List.of(new ExchangeRow("2", row)))
                        .orElseThrow());
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }

    @Provide
    Arbitrary<String> charsets() {
        return Arbitraries.of("GBK", "GB18030");
    }
}
