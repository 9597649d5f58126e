package io.tongban.province.delivery;

import io.tongban.province.ProvinceReply;
import org.jspecify.annotations.Nullable;

/**
 * What came of an exchange.
 *
 * @param place the field at which the answer could not be read; null where it could, or where it is not one alone
 */
record Exchanged(ProvinceReply reply, @Nullable String place) {
    Exchanged(ProvinceReply reply) {
        this(reply, null);
    }
}
