package io.tongban.province.dialect.file;

import java.util.regex.Pattern;

/**
 * How the file is called that lies beside another and says something of it. {@code {file}} stands for that other's name
 * as it lies there, {@code {name}} for the same without its ending and what packing adds to it.
 */
record BesideName(String pattern) {
    private static final String FILE = "{file}";
    private static final String NAME = "{name}";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{0,30}(\\{file}|\\{name})[A-Za-z0-9_.-]{0,30}");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

    /** Nobody reads what ends as a file that is being written. */
    static boolean isPattern(String text) {
        return FORM.matcher(text).matches() && !text.equals(FILE) && !text.endsWith(".tmp");
    }

    /**
     * @param path of the other, with its folder or without
     * @param wrapped what packing adds to its name
     */
    String of(String path, String wrapped) {
        int start = path.lastIndexOf('/') + 1;
        String file = path.substring(start);
        String beside = pattern.contains(FILE)
                ? pattern.replace(FILE, file)
                : pattern.replace(NAME, withoutEnding(file, wrapped));
        return path.substring(0, start) + beside;
    }

    /** Whether {@link #of} means one file alone: where a name has no ending, another's would be taken for it. */
    boolean tells(String file, String wrapped) {
        return !pattern.contains(NAME)
                || ENDING.matcher(file.substring(0, file.length() - wrapped.length()))
                        .find();
    }

    private static String withoutEnding(String file, String wrapped) {
        return ENDING.matcher(file.substring(0, file.length() - wrapped.length()))
                .replaceFirst("");
    }
}
