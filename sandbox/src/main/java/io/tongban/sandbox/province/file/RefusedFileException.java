package io.tongban.sandbox.province.file;

/** A whole file is refused, nothing of it taken. Says nothing of what stood in it. */
final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    private RefusedFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    static RefusedFileException wrongTotal() {
        return new RefusedFileException("F001", "合计不符");
    }

    static RefusedFileException unreadable() {
        return new RefusedFileException("F002", "文件格式错误");
    }

    String code() {
        return code;
    }
}
