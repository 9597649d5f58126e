package io.tongban.province.dialect.rest;

import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.NotCarried;
import io.tongban.province.dialect.rest.JsonValue.Bare;
import io.tongban.province.dialect.rest.JsonValue.Text;
import io.tongban.province.profile.Formats;
import io.tongban.province.profile.JsonType;
import io.tongban.province.profile.MoneyFormat;
import io.tongban.province.profile.Slot;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Between a field's text and what stands for it in JSON, by the type that the layout says. */
final class JsonForm {
    private final Formats formats;

    JsonForm(Formats formats) {
        this.formats = formats;
    }

    /**
     * @param text as the province writes it
     * @throws NotCarried if it is none of its type
     */
    JsonValue written(Slot slot, String text) {
        if (slot.type() == JsonType.TEXT) {
            return new Text(text);
        }
        String token =
                slot.field().money() ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
        if (!slot.type().holds(token)) {
            throw new NotCarried(slot.field());
        }
        return new Bare(token);
    }

    /**
     * The text of what stands in an answer; empty for a null where there may be one.
     *
     * @throws CallFailed as unreadable if it is of another type, or not exactly what can stand there
     */
    String read(Slot slot, JsonValue value) {
        if (slot.nullable() && value.equals(Bare.NULL)) {
            return "";
        }
        if (slot.type() == JsonType.TEXT && value instanceof Text text) {
            return text.text();
        }
        if (slot.type() == JsonType.BOOLEAN && value instanceof Bare bare && bare.isBoolean()) {
            return bare.token();
        }
        if (slot.type() == JsonType.NUMBER && value instanceof Bare bare) {
            return bare.number().map(number -> digits(slot, number)).orElseThrow(() -> unreadable(slot));
        }
        throw unreadable(slot);
    }

    private String digits(Slot slot, BigDecimal number) {
        if (slot.filler()) {
            return number.stripTrailingZeros().toPlainString();
        }
        int decimals = slot.field().money()
                ? formats.money(slot.field(), MoneyFormat.FEN).decimals()
                : 0;
        try {
            return number.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        } catch (ArithmeticException e) {
            throw unreadable(slot);
        }
    }

    private static CallFailed unreadable(Slot slot) {
        return CallFailed.unreadableAt(slot.field());
    }
}
