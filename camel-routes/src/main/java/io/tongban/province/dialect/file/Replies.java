package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the replies to files that were sent, and has them settled row by row. A reply belongs to one file, or to all
 * of a kind and a day; those that follow each other under one name are a series, and each of them is read once.
 */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final ProvinceProfile profile;
    private final FileContext context;
    private final WarnOnce warnings;
    private final Names names;
    private final FarFiles files;
    private final Completion completion;
    /** By name of a series; what is lost with this node is read again, which is harmless. */
    private final Map<String, Reading> readings = new HashMap<>();

    Replies(ProvinceProfile profile, FileContext context, WarnOnce warnings) {
        this.profile = profile;
        this.context = context;
        this.warnings = warnings;
        this.names = new Names(profile);
        this.files = new FarFiles(profile);
        this.completion = Completion.ofReplies(profile, profile.options().text(FileOptions.REPLY_NAME));
    }

    /** Files that are answered together, by the name of the first reply to them. */
    Map<String, List<Batch>> series(Collection<Batch> open) {
        Map<String, List<Batch>> series = new LinkedHashMap<>();
        open.forEach(file -> series.computeIfAbsent(names.reply(file, 1), any -> new ArrayList<>())
                .add(file));
        return series;
    }

    /**
     * Forgets what was begun of files that are not open any more.
     *
     * @param today of which more files may come, whose rows no reply has that is read already
     */
    void keep(Map<String, List<Batch>> series, LocalDate today) {
        readings.entrySet()
                .removeIf(reading -> !series.containsKey(reading.getKey())
                        && !(names.repliesOfDay() && reading.getValue().day.equals(today)));
    }

    /** Reads each reply that is there and is next. A later one answers what an earlier one left open. */
    void look(RemoteFolder folder, List<Batch> series, TransferLease lease) throws IOException {
        Batch any = series.get(0);
        Reading reading = readings.computeIfAbsent(names.reply(any, 1), key -> new Reading(Names.day(any)));
        List<Batch> open = new ArrayList<>(series);
        while (!open.isEmpty() && isThere(folder, names.reply(any, reading.number))) {
            String name = names.reply(any, reading.number);
            if (!settled(folder, name, open, reading, lease)) {
                return;
            }
            reading.number++;
        }
    }

    private boolean isThere(RemoteFolder folder, String name) throws IOException {
        return completion.isComplete(folder, name);
    }

    /** False if the file cannot be read now: the province may still be writing it. */
    private boolean settled(RemoteFolder folder, String name, List<Batch> open, Reading reading, TransferLease lease)
            throws IOException {
        if (!folder.has(name)) {
            warnings.about(name, "its mark is there, and it is not");
            return false;
        }
        if (!completion.fits(folder, name, lease::check)) {
            warnings.about(name, "its checksum is another, left for later, as of " + folder.stamp(name));
            return false;
        }
        RowSettler settler = new RowSettler(profile, Names.kind(open.get(0)), context, reading.waiting);
        TotalledFile file = files.open(folder, name, lease);
        try {
            if (file.check(settler::fen)) {
                Map<String, Batch> rows = rows(open);
                begin(reading, rows);
                settler.only(rows.keySet());
                file.rows(settler::settle);
                settler.report(name, names.repliesOfDay());
                close(open, reading, rows, settler.leftOut());
            } else if (names.repliesOfDay() || !reading.waiting.isEmpty()) {
                // An earlier reply took rows of it as in process, or it does not say which files it means: sent again,
                // they might be booked twice.
                throw new CallFailed(UnknownCause.UNREADABLE);
            } else {
                LOG.warn("province {}: {} refuses the whole file; its rows wait for another", profile.code(), name);
                done(open, open.get(0));
            }
            warnings.settled(name);
            return true;
        } catch (CallFailed e) {
            if (e.reason() == UnknownCause.UNREADABLE || e.reason() == UnknownCause.CHANGED_WHILE_READ) {
                context.arrivals().unreadable(profile, e, file.heard());
                warnings.about(name, e.reason().word() + ", left for later, as of " + folder.stamp(name));
                return false;
            }
            throw e;
        }
    }

    /** The file of each row that was sent. */
    private Map<String, Batch> rows(List<Batch> open) {
        Map<String, Batch> rows = new HashMap<>();
        for (Batch batch : open) {
            context.spool().lines(batch).forEach(line -> rows.put(line.serial(), batch));
        }
        return rows;
    }

    /** Where rows are answered as they are done, each waits from the first reply on that can be read. */
    private void begin(Reading reading, Map<String, Batch> rows) {
        if (names.leftOutWaits()) {
            rows.forEach((serial, batch) -> {
                if (!reading.begun.contains(batch.number())) {
                    reading.waiting.add(serial);
                }
            });
            rows.values().forEach(batch -> reading.begun.add(batch.number()));
        }
    }

    /** What no later reply has to answer is done with. */
    private void close(List<Batch> open, Reading reading, Map<String, Batch> rows, Set<String> leftOut) {
        // What the spool does not have any more was answered some other way.
        reading.waiting.retainAll(rows.keySet());
        Set<Integer> waits =
                reading.waiting.stream().map(rows::get).map(Batch::number).collect(Collectors.toSet());
        for (Batch batch : List.copyOf(open)) {
            if (!waits.contains(batch.number())) {
                done(open, batch);
            } else if (!leftOut.isEmpty()) {
                // One row that is not certain yet must not hold those that the province never took.
                context.spool().leftOut(batch, leftOut);
            }
        }
    }

    private void done(List<Batch> open, Batch batch) {
        context.spool().done(batch);
        open.remove(batch);
    }

    /** How far the replies of one series are read. */
    private static final class Reading {
        private final LocalDate day;
        private int number = 1;
        /** Numbers of files whose rows wait since a first reply. */
        private final Set<Integer> begun = new HashSet<>();
        /** Serials that were answered "in process", or so that nobody can tell; or, where rows come as they are done, not. */
        private final Set<String> waiting = new HashSet<>();

        Reading(LocalDate day) {
            this.day = day;
        }
    }
}
