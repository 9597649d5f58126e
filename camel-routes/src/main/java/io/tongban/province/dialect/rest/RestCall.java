package io.tongban.province.dialect.rest;

import io.tongban.province.ProvinceCommand;
import io.tongban.province.TransactionKind;
import io.tongban.province.profile.Field;
import java.util.EnumMap;
import java.util.Map;

/**
 * One request, not yet signed.
 *
 * @param answer the transaction whose reply is expected: for an inquiry, the one that is asked about
 */
record RestCall(TransactionKind kind, TransactionKind answer, Map<Field, String> fields) {
    RestCall {
        fields = Map.copyOf(fields);
    }

    static RestCall of(ProvinceCommand command, Map<Field, String> fields) {
        ProvinceCommand answer = command instanceof ProvinceCommand.Inquire inquire ? inquire.about() : command;
        return new RestCall(TransactionKind.of(command), TransactionKind.of(answer), fields);
    }

    RestCall with(Field field, String value) {
        return with(Map.of(field, value));
    }

    RestCall with(Map<Field, String> values) {
        Map<Field, String> more = new EnumMap<>(fields);
        more.putAll(values);
        return new RestCall(kind, answer, more);
    }

    String field(Field field) {
        return fields.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "RestCall[" + kind + "]";
    }
}
