package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool;
import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the replies to files that were sent, and has them settled row by row. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final ProvinceProfile profile;
    private final FileContext context;
    private final WarnOnce warnings;
    private final Names names;
    private final FarFiles files;
    private final Completion completion;
    /** By name of the file; what is lost with this node is read again, which is harmless. */
    private final Map<String, Reading> readings = new HashMap<>();

    Replies(ProvinceProfile profile, FileContext context, WarnOnce warnings) {
        this.profile = profile;
        this.context = context;
        this.warnings = warnings;
        this.names = new Names(profile);
        this.files = new FarFiles(profile);
        this.completion = new Completion(profile);
    }

    /** Forgets what was begun of files that are not open any more. */
    void keep(Collection<Batch> open) {
        readings.keySet().retainAll(open.stream().map(names::of).toList());
    }

    /** Reads each reply that is there and is next. A later one answers what an earlier one left open. */
    void look(RemoteFolder folder, Batch batch, TransferLease lease) throws IOException {
        Reading reading = readings.computeIfAbsent(names.of(batch), any -> new Reading());
        while (isThere(folder, names.reply(batch, reading.number))) {
            String name = names.reply(batch, reading.number);
            if (!settled(folder, name, batch, reading.waiting, lease)) {
                return;
            }
            reading.number++;
            if (reading.waiting.isEmpty()) {
                context.spool().done(batch);
                readings.remove(names.of(batch));
                return;
            }
        }
    }

    private boolean isThere(RemoteFolder folder, String name) throws IOException {
        return completion.isComplete(folder, name, name + Names.MARK);
    }

    /** False if the file cannot be read now: the province may still be writing it. */
    private boolean settled(RemoteFolder folder, String name, Batch batch, Set<String> waiting, TransferLease lease)
            throws IOException {
        if (!folder.has(name)) {
            warnings.about(name, "its mark is there, and it is not");
            return false;
        }
        if (!completion.fits(folder, name, lease::check)) {
            warnings.about(name, "its checksum is another, left for later, as of " + folder.stamp(name));
            return false;
        }
        RowSettler settler = new RowSettler(profile, batch, context, waiting);
        TotalledFile file = files.open(folder, name, lease);
        try {
            if (file.check(settler::fen)) {
                settler.only(serials(batch));
                file.rows(settler::settle);
                settler.report(name);
                if (!waiting.isEmpty() && !settler.leftOut().isEmpty()) {
                    // One row that is not certain yet must not hold those that the province never took.
                    context.spool().leftOut(batch, settler.leftOut());
                }
            } else if (waiting.isEmpty()) {
                LOG.warn("province {}: {} refuses the whole file; its rows wait for another", profile.code(), name);
            } else {
                // An earlier reply took rows of it as in process: sent again, they might be booked twice.
                throw new CallFailed(UnknownCause.UNREADABLE);
            }
            warnings.settled(name);
            return true;
        } catch (CallFailed e) {
            if (e.reason() == UnknownCause.UNREADABLE || e.reason() == UnknownCause.CHANGED_WHILE_READ) {
                warnings.about(name, e.reason().word() + ", left for later, as of " + folder.stamp(name));
                return false;
            }
            throw e;
        }
    }

    private Set<String> serials(Batch batch) {
        return context.spool().lines(batch).stream()
                .map(ProvinceSpool.Line::serial)
                .collect(Collectors.toSet());
    }

    /** How far the replies to one file are read. */
    private static final class Reading {
        private int number = 1;
        /** Serials that were answered "in process", or so that nobody can tell. */
        private final Set<String> waiting = new HashSet<>();
    }
}
