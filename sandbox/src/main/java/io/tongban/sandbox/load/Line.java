package io.tongban.sandbox.load;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What a hostile connection writes to and reads from, without ever waiting. */
interface Line {
    /** Writes what can be written now. */
    void write(ByteBuffer octets) throws IOException;

    /** Reads what has come, and forgets it; false at the end. */
    boolean read(ByteBuffer sink) throws IOException;

    /** Whether something waits only for the socket to take it. */
    boolean wantsToWrite(ByteBuffer octets);

    /** Whether it has to read before anything of ours can be written. */
    default boolean isShakingHands() {
        return false;
    }
}
