package io.tongban.province.profile;

import com.ibm.icu.charset.CharsetProviderICU;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;

/** Charsets by the names that profiles have for them. */
public final class Charsets {
    /** EBCDIC of the host with the characters of GB 18030 and GBK; no Java of its own has it. */
    private static final String GBK_HOST = "cp1388";

    private Charsets() {}

    /** @throws UnsupportedCharsetException if neither Java nor ICU has it */
    public static Charset of(String name) {
        if (!name.equals(GBK_HOST)) {
            return Charset.forName(name);
        }
        // Asked directly: what Java itself asks is looked for beside the launcher alone, and not among our libraries.
        Charset found = new CharsetProviderICU().charsetForName("ibm-1388");
        if (found == null) {
            throw new UnsupportedCharsetException(name);
        }
        return found;
    }
}
