package io.tongban.sandbox.launcher;

import java.time.Duration;

/** Hears how the start of a stack gets on; called from several threads. */
public interface Progress {
    /** For those who do not want to hear. */
    Progress SILENT = new Progress() {
        @Override
        public void starting(String server) {}

        @Override
        public void ready(String server, Duration after) {}
    };

    void starting(String server);

    void ready(String server, Duration after);
}
