package io.tongban.sandbox.load;

/** A flood under way; it ends with {@link #close()}. */
public interface Flooding extends AutoCloseable {
    /** Connections begun so far. */
    int opened();

    /** The most that were open at a time. */
    int most();

    @Override
    void close() throws InterruptedException;
}
