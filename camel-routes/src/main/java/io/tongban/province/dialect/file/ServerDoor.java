package io.tongban.province.dialect.file;

import io.tongban.province.UnknownCause;
import io.tongban.province.dialect.CallFailed;
import io.tongban.province.profile.ProvinceProfile;

/** The way into provinces' file servers. */
interface ServerDoor extends AutoCloseable {
    /** @throws IllegalStateException if nobody could sign in as the profile says */
    void require(ProvinceProfile profile);

    /**
     * Signs in, for one round or for several that follow each other closely.
     *
     * @throws CallFailed with a word for why there is no session
     */
    RemoteFolder open(ProvinceProfile profile);

    /** Why there was no session, for whoever tries a profile. */
    String words(ProvinceProfile profile, UnknownCause reason);

    @Override
    void close();
}
