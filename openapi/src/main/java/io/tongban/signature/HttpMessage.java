package io.tongban.signature;

/** What a signature can cover: a request, or a response together with the request that it answers. */
public sealed interface HttpMessage permits RequestMessage, ResponseMessage {

    /** The header fields of this message. */
    MessageFields fields();
}
