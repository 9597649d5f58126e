package io.tongban.province.dialect;

import java.io.ByteArrayOutputStream;

/** What a codec writes a request to, and says to it piece by piece what comes next; on the way out nobody listens. */
public class RequestOctets extends ByteArrayOutputStream {
    /**
     * What is written from now on is this.
     *
     * @param name word of the field, or what else it is
     */
    public void piece(String name) {}

    /** Whether somebody listens, for whom it is worth to lay apart what is written whole. */
    public boolean isRuled() {
        return false;
    }
}
