package io.tongban.province.profile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MoneyFormatTest {
    @Property
    void anAmountComesBackOrIsNotWritten(
            @ForAll @LongRange(max = 999_999_999_999L) long wholeFen,
            @ForAll boolean fen,
            @ForAll @IntRange(max = 6) int decimals,
            @ForAll @IntRange(max = 18) int digits,
            @ForAll boolean signed) {
        MoneyFormat format = new MoneyFormat(fen, fen ? 0 : decimals, digits, signed);
        String text = Long.toString(wholeFen);

        boolean lossless = fen || decimals >= 2 || wholeFen % (decimals == 1 ? 10 : 100) == 0;
        assertThat(format.written(text).isPresent()).isEqualTo(lossless);
        format.written(text)
                .ifPresent(written ->
                        assertThat(format.wholeFen(written)).as(written).contains(text));
    }
}
