package io.tongban.province.benchmark;

import io.tongban.province.ProvinceLink;
import io.tongban.province.farside.FileLinks;
import io.tongban.province.farside.SftpStub;
import io.tongban.province.nearside.KeptInbox;
import io.tongban.province.nearside.MemorySpool;
import io.tongban.province.nearside.Samples;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** The dialect file: a file of many rows up, its reply down. */
final class FileCourse extends Course {
    static final int ROWS = 1000;
    private static final String FILE = "JS2001_TONGBAN_20261123_%03d";
    private static final String TOTAL = "TOTAL|" + ROWS + "|" + 110200L * ROWS + "\n";

    private final SftpStub province;
    private final MemorySpool spool = new MemorySpool();
    private final KeptInbox inbox = new KeptInbox();
    private final @Nullable ProvinceLink link;
    private final @Nullable Bare bare;
    private int files;
    private long number;

    FileCourse(Way way, Path folder) throws Exception {
        super(way);
        province = new SftpStub(folder);
        if (way == Way.MEDIATED) {
            link = FileLinks.links(folder, province)
                    .edit("34-anhui.yaml", "rate: 50/s", "rate: 10000/s")
                    .spool(spool)
                    .inbox(inbox)
                    .open();
            bare = null;
        } else {
            link = null;
            bare = new Bare(province.endpoint());
        }
    }

    @Override
    void mediated() throws Exception {
        ProvinceLink open = Objects.requireNonNull(link);
        spool.forgetAnswered();
        spool.atOnce(() -> {
            for (int i = 0; i < ROWS; i++) {
                open.send(Samples.withhold(Samples.ANHUI, Course.serial(++number)));
            }
        });
        spool.uploaded();
        province.reply(String.format(Locale.ROOT, FILE, ++files), reply(number - ROWS));
        for (int i = 0; i < ROWS; i++) {
            Course.accepted(inbox.next());
        }
    }

    @Override
    void bare() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= ROWS; i++) {
            rows.append(Course.serial(i))
                    .append("|4400000001|11010519491231002X|王小明|110|202610|551000|110200|91110108551385082Q\n");
        }
        String name = String.format(Locale.ROOT, FILE, ++files % 1000);
        Bare open = Objects.requireNonNull(bare);
        open.write("in/" + name, rows.append(TOTAL).toString().getBytes(SftpStub.GB18030));
        province.reply(name, reply(0));
        Course.contains(open.read("out/" + name + ".rep"), TOTAL);
    }

    private static String reply(long after) {
        StringBuilder rows = new StringBuilder();
        for (long i = after + 1; i <= after + ROWS; i++) {
            rows.append(Course.serial(i)).append("|0000|成功|34202611230000000001|110200|20261124093000\n");
        }
        return rows.append(TOTAL).toString();
    }

    @Override
    public void close() throws Exception {
        if (link != null) {
            link.close();
        }
        if (bare != null) {
            bare.close();
        }
        province.close();
    }

    private static final class Bare implements AutoCloseable {
        private final SshClient client = SshClient.setUpDefaultClient();
        private final SftpClient sftp;

        Bare(String endpoint) throws Exception {
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            URI uri = URI.create(endpoint);
            ClientSession session = client.connect("TONGBAN", uri.getHost(), uri.getPort())
                    .verify(20_000)
                    .getClientSession();
            session.addPasswordIdentity("secret-of-34");
            session.auth().verify(20_000);
            sftp = SftpClientFactory.instance().createSftpClient(session);
        }

        void write(String name, byte[] bytes) throws Exception {
            try (OutputStream out =
                    sftp.write("/exchange/" + name + ".tmp", OpenMode.Create, OpenMode.Truncate, OpenMode.Write)) {
                out.write(bytes);
            }
            sftp.rename("/exchange/" + name + ".tmp", "/exchange/" + name + ".txt");
            sftp.write("/exchange/" + name + ".ok", OpenMode.Create, OpenMode.Write)
                    .close();
            sftp.remove("/exchange/" + name + ".txt");
        }

        String read(String name) throws Exception {
            sftp.stat("/exchange/" + name + ".ok");
            try (InputStream in = sftp.read("/exchange/" + name)) {
                return new String(in.readAllBytes(), SftpStub.GB18030);
            }
        }

        @Override
        public void close() {
            client.stop();
        }
    }
}
