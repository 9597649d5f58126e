package io.tongban.province.dialect.file;

import io.tongban.province.ProvinceSpool;
import io.tongban.province.ProvinceSpool.Batch;
import io.tongban.province.profile.ProvinceProfile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a file to the far side: once, whatever dies on the way, because its mark says that it is there. */
final class Upload {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);

    private final ProvinceProfile profile;
    private final ProvinceSpool spool;
    private final Clock clock;
    private final FileBody body;
    private final Names names;
    private final Completion completion;
    private final Wrapping wrapping;

    Upload(ProvinceProfile profile, FileContext context) {
        this.profile = profile;
        this.spool = context.spool();
        this.clock = context.clock();
        this.body = new FileBody(profile);
        this.names = new Names(profile);
        this.completion = Completion.ofRequests(profile);
        this.wrapping = Wrapping.of(profile);
    }

    void send(RemoteFolder folder, Batch batch, TransferLease lease) throws IOException {
        String data = names.data(batch);
        if (!completion.isComplete(folder, data)) {
            if (!folder.has(data)) {
                writeWhole(folder, batch, data, lease);
            }
            lease.check();
            completion.complete(folder, data, lease::check);
        }
        spool.uploaded(batch, clock.instant());
    }

    /** Under a name of its own until it is whole: another node that took over too early must not write into it. */
    private void writeWhole(RemoteFolder folder, Batch batch, String name, TransferLease lease) throws IOException {
        Instant now = clock.instant();
        if (!wrapping.wrapsAt(now)) {
            throw new RecipientExpired();
        }
        String draft = name + "." + UUID.randomUUID().toString().substring(0, 8) + ".tmp";
        try (OutputStream raw = new BufferedOutputStream(folder.write(draft), 32 * 1024);
                OutputStream out = wrapping.wrap(raw, names.name(batch), now)) {
            writeRows(batch, out, lease);
        }
        lease.check();
        try {
            folder.rename(draft, name);
        } catch (IOException e) {
            if (folder.refusal(e).isEmpty()) {
                throw e;
            }
            // The next round writes another: where names are refused for good, drafts would become ever more.
            folder.remove(draft);
            // If it is there, someone was faster with the same file.
            if (!folder.has(name)) {
                throw e;
            }
        }
    }

    private void writeRows(Batch batch, OutputStream out, TransferLease lease) throws IOException {
        FileBody.NotIn notIn = body.write(batch, spool.lines(batch), out, lease::check);
        if (!notIn.tooMany().isEmpty()) {
            // Before the file has its name: whoever writes it again finds the same rows, with these or without.
            spool.leftOut(batch, notIn.tooMany());
        }
        notIn.strange()
                .forEach(serial -> LOG.warn(
                        "province {}: {} was written for another layout and stays behind", profile.code(), serial));
    }
}
