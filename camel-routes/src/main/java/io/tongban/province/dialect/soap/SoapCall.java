package io.tongban.province.dialect.soap;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import java.util.EnumMap;
import java.util.Map;

/**
 * One request, not yet signed in.
 *
 * @param answer the transaction whose reply is expected: for an inquiry, the one that is asked about
 */
record SoapCall(TransactionKind kind, TransactionKind answer, Map<Field, String> fields) {
    SoapCall {
        fields = Map.copyOf(fields);
    }

    static SoapCall of(ProvinceCommand command, Map<Field, String> fields) {
        ProvinceCommand answer = command instanceof ProvinceCommand.Inquire inquire ? inquire.about() : command;
        return new SoapCall(TransactionKind.of(command), TransactionKind.of(answer), fields);
    }

    SoapCall with(Field field, String value) {
        Map<Field, String> more = new EnumMap<>(fields);
        more.put(field, value);
        return new SoapCall(kind, answer, more);
    }

    String field(Field field) {
        return fields.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "SoapCall[" + kind + "]";
    }
}
