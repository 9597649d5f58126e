package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool;
import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.TransactionKind;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.SignInPatience;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries the files of one version of a province: cuts them, uploads them, and looks for replies. A file belongs to the
 * version that was in force on the day in its name, and so do its replies, whenever they come. Whatever a round leaves
 * undone, the next one does.
 */
final class FileTransfer {
    private static final String ROUND = "files";
    /** More wait for the next round, so that replies are looked for in between. */
    private static final int MOST_FILES = 20;

    private final ProvinceProfile profile;
    private final ProvinceSpool spool;
    private final ServerDoor door;
    private final Clock clock;
    private final PollSchedule schedule;
    private final WarnOnce warnings;
    private final SignInPatience patience;
    private final Names names;
    private final Upload upload;
    private final Replies replies;
    private final Reversals reversals;
    private long round;
    /** Of an earlier round. When no other round comes, it ends by the session's own idle time-out. */
    private @Nullable RemoteFolder kept;

    FileTransfer(ProvinceProfile profile, FileContext context, PollSchedule schedule) {
        this.profile = profile;
        this.spool = context.spool();
        this.door = context.door();
        this.clock = context.clock();
        this.schedule = schedule;
        this.warnings = new WarnOnce(profile.code());
        this.patience = new SignInPatience(profile.code().value());
        this.names = new Names(profile);
        this.upload = new Upload(profile, context);
        this.replies = new Replies(profile, context, warnings);
        this.reversals = new Reversals(profile, context, warnings);
    }

    /** One round. Never throws: there is nobody to tell, and the next round is due anyway. */
    synchronized void round() {
        long number = round++;
        // Read once: a round that sees midnight pass is one of yesterday's as a whole.
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ProvinceProfile.ZONE);
        try {
            TransferLease lease = profile.hours().openAt(now)
                            && !today.isBefore(profile.validity().from())
                    ? TransferLease.begin(spool, profile)
                    : null;
            if (lease != null) {
                carry(number, today, lease);
                warnings.settled(ROUND);
            }
        } catch (IOException | RuntimeException e) {
            warnings.about(ROUND, CallFailed.causeOf(e).word());
        }
    }

    private void carry(long number, LocalDate today, TransferLease lease) throws IOException {
        List<Batch> files = files();
        if (schedule.cuts(number)
                && profile.validity().covers(today)
                && files.stream().noneMatch(FileTransfer::toUpload)) {
            cut(today);
            files = files();
        }
        if (schedule.looks(number) || files.stream().anyMatch(FileTransfer::toUpload)) {
            boolean well = false;
            try {
                visit(arrive(), files, schedule.looks(number), today, lease);
                well = true;
            } finally {
                if (!well || !schedule.comesBackWithin(profile.timeouts().reply())) {
                    leave();
                }
            }
        }
    }

    private void visit(RemoteFolder folder, List<Batch> files, boolean looks, LocalDate today, TransferLease lease)
            throws IOException {
        for (Batch file : files.stream().filter(FileTransfer::toUpload).toList()) {
            step(folder, "upload of " + names.of(file), () -> upload.send(folder, file, lease));
        }
        if (looks) {
            look(folder, files, today, lease);
        }
    }

    /** Signing in costs both sides far more than a look, so a transfer that comes back soon keeps its session. */
    private RemoteFolder arrive() {
        RemoteFolder last = kept;
        if (last == null || !last.isOpen()) {
            leave();
            last = signedIn();
            kept = last;
        }
        return last;
    }

    /** Not more often than an account bears: a round comes each minute, and a wrong password with each round. */
    private RemoteFolder signedIn() {
        patience.requireOver(System.nanoTime());
        try {
            RemoteFolder folder = door.open(profile);
            patience.signedIn(System.nanoTime());
            return folder;
        } catch (CallFailed e) {
            patience.failed(e.reason(), System.nanoTime());
            throw e;
        }
    }

    private void leave() {
        RemoteFolder last = kept;
        kept = null;
        if (last != null) {
            last.close();
        }
    }

    private void look(RemoteFolder folder, List<Batch> files, LocalDate today, TransferLease lease) throws IOException {
        Map<String, List<Batch>> series = replies.series(files);
        replies.keep(series, today);
        for (List<Batch> answered : series.values()) {
            step(folder, "reply to " + names.of(answered.get(0)), () -> replies.look(folder, answered, lease));
        }
        step(folder, "reversals", () -> reversals.look(folder, lease));
    }

    /** What is wrong with one file, on either side, is no reason to leave the others. */
    private void step(RemoteFolder folder, String what, Step step) throws IOException {
        try {
            step.go();
            warnings.settled(what);
        } catch (RecipientExpired e) {
            warnings.about(what, "the province's key of pgp-recipient has expired; its rows wait for another");
        } catch (IOException e) {
            Optional<String> refusal = folder.refusal(e);
            if (refusal.isEmpty()) {
                throw e;
            }
            warnings.about(what, refusal.get());
        }
    }

    @FunctionalInterface
    private interface Step {
        void go() throws IOException;
    }

    private void cut(LocalDate today) {
        int most = profile.options().number(FileOptions.ROWS);
        int files = 0;
        for (TransactionKind kind : Names.kinds(profile)) {
            while (files < MOST_FILES
                    && spool.cut(profile.code(), kind.word(), Names.day(today), most)
                            .isPresent()) {
                files++;
            }
        }
    }

    private List<Batch> files() {
        return spool.open(profile.code()).stream()
                .filter(file -> profile.validity().covers(Names.day(file)))
                .toList();
    }

    private static boolean toUpload(Batch file) {
        return file.uploadedAt() == null;
    }
}
