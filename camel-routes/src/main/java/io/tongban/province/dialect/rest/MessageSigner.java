package io.tongban.province.dialect.rest;

/** Signs what we say. One for each way of signing, so that nobody else has to ask which it is. */
@FunctionalInterface
interface MessageSigner {
    /** @return the signature in lower-case hex */
    String sign(byte[] message);
}
