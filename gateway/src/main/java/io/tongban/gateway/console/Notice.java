package io.tongban.gateway.console;

/**
 * A sentence for whoever reads the page; both empty for none.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Notice(String zh, String en) {
    static final Notice NONE = new Notice("", "");

    public boolean isThere() {
        return !zh.isEmpty();
    }
}
