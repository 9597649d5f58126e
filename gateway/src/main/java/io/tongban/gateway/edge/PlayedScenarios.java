package io.tongban.gateway.edge;

/** Which scenarios were played to whom: some happen once, and then no more for a while. */
public interface PlayedScenarios {
    /** What a partner's requests met at this node they meet again from now on. */
    void startAgain(String clientId);
}
