package io.tongban.signature;

/** What the owner of the keys answers for a keyid. */
public sealed interface KeyAnswer {

    /** The key may sign this message. */
    record Found(Verifier verifier) implements KeyAnswer {}

    /** No such key is registered, or it is no longer valid. */
    record Unknown() implements KeyAnswer {}

    /** The key exists but belongs to someone else than the client whose token came with the message. */
    record Foreign() implements KeyAnswer {}
}
