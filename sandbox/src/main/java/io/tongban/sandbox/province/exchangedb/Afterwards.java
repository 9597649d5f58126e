package io.tongban.sandbox.province.exchangedb;

import java.time.Duration;

/** What is left to do about a row after it was worked off, so that it ends with what is true. */
sealed interface Afterwards {
    /** It is answered. */
    record Nothing() implements Afterwards {}

    /** It stays as it is for a while, and is then put right. */
    record PutRight(Duration after) implements Afterwards {}

    /** It is new again, left alone for a while, and then put right. */
    record Rest(Duration after) implements Afterwards {}

    /** A session that has forgotten it keeps it locked for a while; then it is put right. */
    record Lock(Duration after) implements Afterwards {}
}
