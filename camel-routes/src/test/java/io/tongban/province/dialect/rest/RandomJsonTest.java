package io.tongban.province.dialect.rest;

import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.ProvinceProfile;
import io.tongban.province.profile.RandomLayout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomJsonTest {
    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(
            @ForAll("layouts") RandomLayout layout, @ForAll boolean nested, @ForAll boolean typed) {
        Map<String, String> options = new HashMap<>(
                Map.of("signature", "hmac-sm3", "private-key", "", "province-key", "", "province-key-next", ""));
        if (nested) {
            options.putAll(Map.of("head", "h", "body", "outer/b[]/c"));
        }
        ProvinceProfile profile = layout.in(
                "33-zhejiang.yaml",
                List.of("operator o", "transaction t", "serial s", "sent-at at", "token tk", "key k", "=0000 c"),
                List.of("return-code c", "serial s", "sent-at at", "key k"),
                options,
                new Places(typed ? numbers(layout) : Set.of()));
        RestCodec codec = new RestCodec(profile);
        RestCall call = new RestCall(TransactionKind.WITHHOLD, TransactionKind.WITHHOLD, layout.fields("ZJ2001"))
                .with(Field.OPERATOR, "TB")
                .with(Field.SENT_AT, "20261123175200");

        layout.assertReadAgain(
                profile, codec.read(codec.write(call), TransactionKind.WITHHOLD).fields());
    }

    /** What can be a number as this province writes it. */
    private static Set<String> numbers(RandomLayout layout) {
        Set<String> numbers = new HashSet<>(Set.of("person-number"));
        if (layout.formats().plainAmount()) {
            numbers.addAll(Set.of("base", "amount"));
        }
        if (layout.formats().plainPeriod()) {
            numbers.add("period");
        }
        return numbers;
    }

    /** @param numbers fields that are no texts */
    private record Places(Set<String> numbers) implements RandomLayout.Placing {
        @Override
        public String at(int number, String item) {
            return switch (number % 4) {
                case 0 -> " e" + number;
                case 1 -> " g/e" + number;
                case 2 -> " l[]/e" + number;
                default -> " l[]/deep/d" + number + "[]/e";
            };
        }

        @Override
        public String before(int number, String item) {
            return numbers.contains(item) ? "number " : "";
        }
    }

    @Provide
    Arbitrary<RandomLayout> layouts() {
        return RandomLayout.any();
    }
}
