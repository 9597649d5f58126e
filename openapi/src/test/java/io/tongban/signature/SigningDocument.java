package io.tongban.signature;

import static java.util.regex.Pattern.DOTALL;
import static java.util.regex.Pattern.MULTILINE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** SIGNING.md, read for what it claims: fenced blocks behind a comment that says what they show, and tables. */
record SigningDocument(String text) {

    static final Path PATH = Path.of("SIGNING.md");

    private static final Pattern BLOCK =
            Pattern.compile("^<!-- (\\w+): (\\S+)(?: (\\S+))? -->\n```\\w+\n(.*?)\n```$", DOTALL | MULTILINE);
    private static final Pattern CODE_ROW = Pattern.compile("^\\| `((?:signature|digest)-[a-z-]+)` \\|", MULTILINE);

    /**
     * A fenced block.
     *
     * @param kind example, key or snippet
     * @param name the vector, the key or the language
     * @param part what of a vector, empty for others
     */
    record Block(String kind, String name, String part, String content) {}

    static SigningDocument read() {
        try {
            return new SigningDocument(Files.readString(PATH));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Block> blocks(String kind) {
        return BLOCK.matcher(text)
                .results()
                .filter(match -> match.group(1).equals(kind))
                .map(SigningDocument::block)
                .toList();
    }

    Block snippet(String language) {
        return blocks("snippet").stream()
                .filter(block -> block.name().equals(language))
                .findFirst()
                .orElseThrow();
    }

    /** The codes of the table of refusals, in its order. */
    List<String> codes() {
        return CODE_ROW.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static Block block(MatchResult match) {
        String part = match.group(3) == null ? "" : match.group(3);
        return new Block(match.group(1), match.group(2), part, match.group(4));
    }
}
