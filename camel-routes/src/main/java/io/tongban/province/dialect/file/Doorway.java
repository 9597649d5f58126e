package io.tongban.province.dialect.file;

import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;
import java.io.IOException;
import java.util.Optional;

/** Looks whether a transfer could do its work: signs in once, and looks into both folders. */
final class Doorway {
    private final ServerDoor door;
    private final ProvinceProfile profile;

    Doorway(ServerDoor door, ProvinceProfile profile) {
        this.door = door;
        this.profile = profile;
    }

    Optional<String> obstacle() {
        try (RemoteFolder folder = door.open(profile)) {
            return lacks(folder, FileOptions.REQUEST_FOLDER).or(() -> lacks(folder, FileOptions.REPLY_FOLDER));
        } catch (CallFailed e) {
            return Optional.of(door.words(profile, e.reason()));
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
        } catch (CallFailed e) {
            return Optional.of("the folder " + profile.endpoint().getPath() + "/" + name + " cannot be listed: "
                    + e.reason().word());
        }
    }
}
