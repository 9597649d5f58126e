package io.tongban.province.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.Field;
import io.tongban.province.profile.Formats;
import io.tongban.province.profile.JsonType;
import io.tongban.province.profile.SerialFormat;
import io.tongban.province.profile.Slot;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {
    private static final Slot AMOUNT = new Slot(Field.AMOUNT, 0, "yjje", "", Slot.Missing.NEVER, JsonType.NUMBER);

    private final JsonForm form = new JsonForm(new Formats(Map.of(), Map.of(), new SerialFormat("*", 0), Set.of()));

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999", "1e2147483648", "1e99999999", "1.5"})
    void saysWhereANumberStandsThatNoAmountIs(String token) {
        assertThatThrownBy(() -> form.read(AMOUNT, new JsonValue.Bare(token)))
                .isInstanceOfSatisfying(CallFailed.class, failed -> {
                    assertThat(failed.reason()).isEqualTo(UnknownCause.UNREADABLE);
                    assertThat(failed.place()).contains(Field.AMOUNT);
                });
    }
}
