package io.tongban.province.dialect.file;

import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.util.Optional;

/** Looks whether a transfer could do its work: signs in once, and looks into both folders. */
final class Doorway {
    private final SftpDoor door;
    private final ProvinceProfile profile;

    Doorway(SftpDoor door, ProvinceProfile profile) {
        this.door = door;
        this.profile = profile;
    }

    Optional<String> obstacle() {
        try (RemoteFolder folder = door.open(profile)) {
            return lacks(folder, FileOptions.REQUEST_FOLDER).or(() -> lacks(folder, FileOptions.REPLY_FOLDER));
        } catch (CallFailed e) {
            return Optional.of(
                    switch (e.reason()) {
                        case HOST_KEY_DIFFERS ->
                            "the server shows another host key than options.host-key; nothing was told to it";
                        case ACCESS_REFUSED ->
                            "the server refuses " + profile.operator() + ": account or password is wrong; tried once";
                        case NOT_SIGNED_IN -> "what answers is no SFTP server that lets anyone sign in";
                        default -> "no connection: " + e.reason().word();
                    });
        }
    }

    private Optional<String> lacks(RemoteFolder folder, String option) {
        String name = profile.options().text(option);
        try {
            folder.list(name, any -> false);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the folder " + profile.endpoint().getPath() + "/" + name + " is not there, or "
                    + profile.operator() + " may not read it");
        }
    }
}
