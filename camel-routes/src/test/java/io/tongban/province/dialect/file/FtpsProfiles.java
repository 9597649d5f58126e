package io.tongban.province.dialect.file;

import io.tongban.province.Configured;
import io.tongban.province.farside.Certificates;
import io.tongban.province.profile.OneProfile;
import io.tongban.province.profile.ProvinceProfile;
import java.nio.file.Path;

/** Anhui's profile for an FTPS server with a certificate of its own. */
final class FtpsProfiles {
    final Certificates certificates = new Certificates("127.0.0.1", -1);
    String requestFolder = "in";
    /** Long where an answer comes, however busy the machine is. */
    String reply = "30s";

    private final Path folder;

    /** @param folder for the file with whose word counts */
    FtpsProfiles(Path folder) throws Exception {
        this.folder = folder;
    }

    ProvinceProfile at(String endpoint) throws Exception {
        return at(endpoint, certificates);
    }

    ProvinceProfile at(String endpoint, Certificates believed) throws Exception {
        String trust = "trust: " + believed.pem(folder) + "\n  request-folder: " + requestFolder + "\n";
        return OneProfile.edited(
                "34-anhui.yaml",
                text -> text.replace("${tongban.province.34.endpoint}", endpoint)
                        .replaceFirst("host-key: .*\n", trust)
                        .replaceFirst(" *host-key-next: .*\n", "")
                        .replace("reply: 10s", "reply: " + reply),
                Configured.dialects());
    }
}
