package io.tongban.province.nearside;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that anyone on this side logs, debug included, while this is open. */
public final class Overheard extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    /** What a test's PostgreSQL prints comes by way of this logger. */
    private static final String FAR_SIDE = "io.zonky.";

    private final Level before = ROOT.getLevel();
    public final List<String> lines = new CopyOnWriteArrayList<>();

    public Overheard() {
        ROOT.setLevel(Level.FINE);
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (String.valueOf(record.getLoggerName()).startsWith(FAR_SIDE)) {
            return;
        }
        StringWriter line = new StringWriter();
        line.append(new SimpleFormatter().formatMessage(record));
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(line));
        }
        lines.add(line.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
