package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.profile.ProvinceProfile;

/** The way into a file server that the profile's address asks for. */
final class Doors implements ServerDoor {
    private final SftpDoor sftp = new SftpDoor();
    private final FtpsDoor ftps = new FtpsDoor();

    private ServerDoor of(ProvinceProfile profile) {
        return profile.endpoint().getScheme().equals(FileOptions.SFTP) ? sftp : ftps;
    }

    @Override
    public void require(ProvinceProfile profile) {
        of(profile).require(profile);
    }

    @Override
    public RemoteFolder open(ProvinceProfile profile) {
        return of(profile).open(profile);
    }

    @Override
    public String words(ProvinceProfile profile, UnknownCause reason) {
        return of(profile).words(profile, reason);
    }

    @Override
    public void close() {
        sftp.close();
        ftps.close();
    }
}
