package io.tongban.province.dialect.file;

import java.io.IOException;

/** No key of the province's holds any more, so that nothing can be encrypted for it. Nothing was written. */
final class RecipientExpired extends IOException {
    private static final long serialVersionUID = 1L;

    RecipientExpired() {
        super("the province's key has expired");
    }
}
