package io.tongban.signature;

/** What a Structured Field's string, and a line of a signature base, may consist of: 0x20 to 0x7E. */
final class PrintableAscii {

    private PrintableAscii() {}

    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
