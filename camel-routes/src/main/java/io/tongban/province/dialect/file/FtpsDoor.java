package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.dialect.Reach;
import io.tongban.province.dialect.Tls;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPReply;

/** The way into provinces' FTPS servers: TLS from the first octet (ftps) or asked for (ftpes), and never without. */
final class FtpsDoor implements ServerDoor {
    private static final int LASTING = 500;

    private final Watch watch = new Watch();

    /** A line feed would end a command and begin another. */
    @Override
    public void require(ProvinceProfile profile) {
        if ((profile.operator()
                        + profile.password().value()
                        + profile.endpoint().getPath())
                .chars()
                .anyMatch(Character::isISOControl)) {
            throw new IllegalStateException(
                    profile.file() + ": operator, password or path has a control character; write them without");
        }
    }

    @Override
    public RemoteFolder open(ProvinceProfile profile) {
        FtpsClient client = client(profile);
        try {
            client.enter();
            signIn(client, profile);
            return new FtpsFolder(client, profile.endpoint().getPath(), profile.timeouts());
        } catch (IOException e) {
            client.leave();
            throw new CallFailed(reason(client, e));
        } catch (CallFailed e) {
            client.leave();
            throw e;
        }
    }

    private FtpsClient client(ProvinceProfile profile) {
        return new FtpsClient(profile, Tls.of(profile).orElseThrow(), watch);
    }

    private static void signIn(FtpsClient client, ProvinceProfile profile) throws IOException {
        if (!client.login(profile.operator(), profile.password().value())) {
            boolean lasting = client.getReplyCode() >= LASTING;
            throw new CallFailed(lasting ? UnknownCause.ACCESS_REFUSED : UnknownCause.NOT_SIGNED_IN);
        }
        if (!FTPReply.isPositiveCompletion(client.sendCommand("PBSZ", "0"))
                || !FTPReply.isPositiveCompletion(client.sendCommand("PROT", "P"))) {
            throw new CallFailed(UnknownCause.TLS);
        }
        if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw new CallFailed(UnknownCause.NOT_SIGNED_IN);
        }
    }

    private static UnknownCause reason(FtpsClient client, IOException failure) {
        return switch (client.stage()) {
            case CONNECTING, GREETING -> UnknownCause.NOT_CONNECTED;
            case ASKING, HANDSHAKE -> UnknownCause.TLS;
            case SECURED ->
                CallFailed.causeOf(failure) == UnknownCause.TLS ? UnknownCause.TLS : UnknownCause.NOT_SIGNED_IN;
        };
    }

    /** Looks once more, without a sign-in, where the word alone does not say enough. */
    @Override
    public String words(ProvinceProfile profile, UnknownCause reason) {
        if (reason == UnknownCause.ACCESS_REFUSED) {
            return SftpDoor.refused(profile);
        }
        FtpsClient client = client(profile);
        try {
            client.enter();
            return reason == UnknownCause.TLS
                    ? "the server leaves its data connections in clear text; nothing was sent"
                    : "what answers is no FTPS server that lets anyone sign in";
        } catch (IOException e) {
            return switch (client.stage()) {
                case CONNECTING -> "no connection: " + reason.word();
                case GREETING -> "the server does not greet as FTP servers do; if it begins with TLS, write ftps://";
                case ASKING -> "the server speaks FTP without TLS; nothing was told to it";
                case HANDSHAKE -> Reach.whyNoTls(profile, e);
                case SECURED -> "what answers over TLS is no FTP server";
            };
        } finally {
            client.leave();
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
