package io.tongban.sandbox.launcher;

import java.time.Duration;

/** Hears how the start of a stack gets on; called from several threads. */
public interface Progress {
    /** For those who do not want to hear. */
    Progress SILENT = new Progress() {
        @Override
        public void starting(String server) {}

        @Override
        public void ready(String server, String address, Duration after) {}

        @Override
        public void portTaken(String server, int preferred, int instead) {}
    };

    void starting(String server);

    /** @param address where it can be reached; empty if nobody needs to know */
    void ready(String server, String address, Duration after);

    /** Somebody else listens where the server is usually found. */
    void portTaken(String server, int preferred, int instead);
}
